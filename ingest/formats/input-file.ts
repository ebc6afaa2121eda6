import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { KnownError } from '#model/known-error.ts'
import type { ErrorCode } from '#model/known-error.ts'

/** A file that can be read more than once. The name is shown as text only and never becomes a path. */
export interface InputFile { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> }

// Directional marks turn "fdp.csv" into "vsc.pdf" on screen.
const shownName = (name: string): string => name.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '').slice(0, 200) || 'file'

/**
 * A regular file of this machine. Pipes and devices cannot be read twice, or end never.
 * @param path reading throws KnownError FILE_UNREADABLE when nothing readable is there, or when the file changes between
 *   the first and the last byte that is read of it: what was checked would not be what is written
 */
export function fileAt(path: string): InputFile {
  const name = basename(path)
  let first: BigIntStats | undefined
  const check = async (handle: FileHandle): Promise<void> => {
    const now = await handle.stat({ bigint: true })
    if (now.isDirectory()) throw unreadable(name, 'it is a folder')
    if (!now.isFile()) throw unreadable(name, 'it is a pipe or a device; save what it gives as a file')
    first ??= now
    if (now.ino !== first.ino || now.size !== first.size || now.mtimeNs !== first.mtimeNs) throw unreadable(name, 'it was changed while it was read; try again when it is complete')
  }
  return {
    name: shownName(name),
    async *bytes() {
      const handle = await opened(path)
      try {
        await check(handle)
        for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 18, autoClose: false })) yield chunk as Buffer
        await check(handle)
      } catch (error) {
        throw failure(path, error)
      } finally {
        await handle.close()
      }
    },
  }
}

/** Without waiting for the other end of a pipe. */
const opened = (path: string): Promise<FileHandle> => open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => { throw failure(path, error) })

function failure(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof KnownError) return error
  return unreadable(basename(path), error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${String(error.code)})`)
}

/** A file held in memory, such as an upload. */
export function fileOf(name: string, content: Uint8Array | string): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name: shownName(name.replace(/^.*[\\/]/s, '')),
    async *bytes() {
      for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
    },
  }
}

const CODE: ErrorCode = 'FILE_UNREADABLE'
export const unreadable = (file: string, why: string, details: Readonly<Record<string, unknown>> = {}): KnownError =>
  new KnownError(CODE, `${shownName(file)}: ${why}.`, { file: shownName(file), ...details })
