import { unreadable } from './input-file.ts'
import { Utf8Scan } from './utf8-scan.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes Windows-1252 gives no character. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const isLetter1252 = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) ||
  [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte)
/** Signs that stand between letters in no Western language; between letters they are letters of another encoding. */
const isSign1252 = (byte: number): boolean =>
  (byte >= 0xa1 && byte <= 0xaf && byte !== 0xaa && byte !== 0xab && byte !== 0xad && byte !== 0xae) ||
  [0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb8, 0xb9, 0xbc, 0xbd, 0xbe, 0xbf, 0x83, 0x86, 0x87, 0x88, 0x98].includes(byte)
const LONGEST_RUN = 4

/**
 * Looks at every byte of a text file once and says how it is encoded: a byte order mark, else UTF-8, else Windows-1252
 * if the bytes look like a Western text in it and not like UTF-8 with a damaged byte. Anything else is asked for, never guessed.
 */
export class EncodingScan {
  private readonly utf8 = new Utf8Scan()
  private head: number[] = []
  private offset = 0
  private run = 0
  private last = 0
  private sign = false
  private zeros = 0
  private undefinedAt = -1
  private foreignAt = -1

  push(bytes: Uint8Array): void {
    if (this.head.length < 3) this.head.push(...bytes.subarray(0, 3 - this.head.length))
    this.utf8.push(bytes)
    for (let i = 0; i < bytes.length; i++) this.see(bytes[i]!, this.offset + i)
    this.offset += bytes.length
  }

  private see(byte: number, offset: number): void {
    if (byte === 0) this.zeros++
    if (byte < 0x80) { this.run = 0 } else {
      this.run++
      if (UNDEFINED_1252.has(byte) && this.undefinedAt < 0) this.undefinedAt = offset
      if (this.run > LONGEST_RUN && this.foreignAt < 0) this.foreignAt = offset
    }
    const letter = isLetter1252(byte)
    if (letter && this.sign && this.foreignAt < 0) this.foreignAt = offset - 1
    this.sign = !letter && isSign1252(byte) && isLetter1252(this.last)
    this.last = byte
  }

  /** @throws KnownError FILE_UNREADABLE with the offset of the first byte that fits no encoding we read */
  verdict(file: string): Encoding {
    this.utf8.end()
    const [a, b, c] = this.head
    if (a === 0xff && b === 0xfe) return 'utf-16le'
    if (a === 0xfe && b === 0xff) return 'utf-16be'
    const marked = a === 0xef && b === 0xbb && c === 0xbf
    if (this.zeros > this.offset / 20) throw unreadable(file, 'it is no text file, or UTF-16 without a byte order mark; save it as UTF-8')
    const { invalidAt, breaks, characters } = this.utf8
    if (invalidAt < 0) return 'utf-8'
    if (marked) throw unreadable(file, `byte ${invalidAt} is no UTF-8 although the file says so; save it as UTF-8 again`, { offset: invalidAt })
    const strange = this.undefinedAt >= 0 ? this.undefinedAt : this.foreignAt
    if (strange >= 0) throw unreadable(file, `byte ${strange} is neither UTF-8 nor Western Windows-1252; save the file as UTF-8`, { offset: strange })
    if (characters >= breaks) throw unreadable(file, `byte ${invalidAt} is no UTF-8, and most letters of the file are; save it as UTF-8 again`, { offset: invalidAt })
    return 'windows-1252'
  }
}

/**
 * Text of the bytes, chunk by chunk, without a byte order mark.
 * @throws KnownError FILE_UNREADABLE for half a character
 */
export async function* decoded(file: string, bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let offset = 0
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      offset += chunk.length
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError) throw unreadable(file, `bytes after ${offset} are no ${encoding.toUpperCase()}; save the file as UTF-8`, { offset })
    throw error
  }
}
