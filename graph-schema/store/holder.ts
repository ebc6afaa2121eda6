import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which process holds the embedded store, and where it answers if it is a server. */
export interface Holder { readonly pid: number; readonly url?: string }

const fileIn = (dataDir: string): string => join(dataDir, 'holder.json')

/** The process that holds the store of this folder, or undefined when none says so or it has died. */
export function readHolder(dataDir: string): Holder | undefined {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  } catch {
    return undefined // absent, or being written this moment: the lock on the store is what counts
  }
  if (typeof content !== 'object' || content === null || !('pid' in content) || typeof content.pid !== 'number') return undefined
  if (!isAlive(content.pid)) return undefined
  const url = 'url' in content && typeof content.url === 'string' ? content.url : undefined
  return { pid: content.pid, ...(url === undefined ? {} : { url }) }
}

/** Says that this process holds the store; call it again with the address once the server listens. */
export function announceHolder(dataDir: string, url?: string): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ pid: process.pid, ...(url === undefined ? {} : { url }) })}\n`)
}

export const withdrawHolder = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true })

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0) // sends nothing, only asks
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // alive, of another user
  }
}
