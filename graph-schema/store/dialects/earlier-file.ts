import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { KnownError } from '#model/known-error.ts'

/** A store of one file as it was before something that is kept whole or not at all. */
const earlier = (path: string): string => `${path}.before`
const unfinished = (path: string): string => `${path}.before.part`

/**
 * Keeps a copy of the file, which must hold everything that was written. Blocks for as long as copying takes; where the file
 * system can share the blocks, that is no time and no room.
 * @throws KnownError FILE_UNREADABLE when there is no room; nothing has changed then
 */
export function keepEarlier(path: string): void {
  try {
    copyFileSync(path, unfinished(path), constants.COPYFILE_FICLONE)
    const file = openSync(unfinished(path), 'r')
    fsyncSync(file)
    closeSync(file)
    renameSync(unfinished(path), earlier(path))
  } catch (error) {
    rmSync(unfinished(path), { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
    throw new KnownError(
      'FILE_UNREADABLE',
      `The store ${path} cannot be copied before it is changed (${code}); an import needs as much free room as the store takes.`,
      { path, code },
      { cause: error },
    )
  }
}

/** What was written since is to stay. */
export const forgetEarlier = (path: string): void => rmSync(earlier(path), { force: true })

/** Whether something was begun that did not come to its end. Only who holds the store may ask: another process may be at it. */
export const hasEarlier = (path: string): boolean => existsSync(earlier(path))

/** Puts the earlier file back in place, if there is one; can be repeated if it is cut. The store must be closed. */
export function bringBackEarlier(path: string): void {
  if (!hasEarlier(path)) return
  rmSync(`${path}.wal`, { recursive: true, force: true }) // written since, and of no use to the earlier file
  renameSync(earlier(path), path)
}
