import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { unreadable } from './input-file.ts'

/** A compressed byte may stand for at most this many; real tables reach 30. */
export const MAX_RATIO = 100
/** Smaller output can do no harm, however well it was compressed. */
const HARMLESS = 1 << 20
export const MAX_UNPACKED = 1 << 30

export const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b

/**
 * Unpacks gzip as a stream; memory stays at a few chunks.
 * @throws KnownError FILE_UNREADABLE for a bomb (ratio above 100 or more than 1 GB), a damaged or a nested archive
 */
export async function* gunzipped(file: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0
  let written = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) { read += chunk.length; yield chunk }
  }
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: 1 << 16 })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      if (written === 0 && isGzip(chunk)) throw unreadable(file, 'it is an archive inside an archive; unpack it once')
      written += chunk.length
      if (written > MAX_UNPACKED) throw unreadable(file, `it unpacks to more than ${MAX_UNPACKED} bytes`)
      if (written > HARMLESS && written > MAX_RATIO * read) throw unreadable(file, `it unpacks to more than ${MAX_RATIO} times its size`)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw unreadable(file, 'the archive is damaged or incomplete')
    throw error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}
