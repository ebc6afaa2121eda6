import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { KnownError } from '#model/known-error.ts'
import type { ErrorCode } from '#model/known-error.ts'

/** A file that can be read more than once. The name is shown as text only and never becomes a path. */
export interface InputFile { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> }

// Directional marks turn "fdp.csv" into "vsc.pdf" on screen.
const shownName = (name: string): string => name.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '').slice(0, 200) || 'file'

/** @param path of a file on this machine; reading fails with FILE_UNREADABLE when it is not there */
export function fileAt(path: string): InputFile {
  return {
    name: shownName(basename(path)),
    async *bytes() {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Buffer
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
        throw unreadable(basename(path), code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`)
      }
    },
  }
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
