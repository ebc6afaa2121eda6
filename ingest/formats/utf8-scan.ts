/**
 * Finds where bytes are no UTF-8, in chunks, and how many characters of several bytes are: text in another encoding breaks
 * at most of its letters, damaged UTF-8 at few. Time linear.
 */
export class Utf8Scan {
  private offset = 0
  private pending = 0
  private lower = 0x80
  private upper = 0xbf
  /** Offset of the first byte that breaks UTF-8, or −1. */
  invalidAt = -1
  /** Places where UTF-8 breaks. */
  breaks = 0
  /** Characters of two bytes and more. */
  characters = 0

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (this.pending > 0) {
        if (byte >= this.lower && byte <= this.upper) {
          this.pending--
          this.lower = 0x80
          this.upper = 0xbf
          if (this.pending === 0) this.characters++
          continue
        }
        this.break(this.offset + i)
      }
      if (byte >= 0x80 && !this.start(byte)) this.break(this.offset + i)
    }
    this.offset += bytes.length
  }

  end(): void {
    if (this.pending > 0) this.break(this.offset)
  }

  private break(offset: number): void {
    if (this.invalidAt < 0) this.invalidAt = offset
    this.breaks++
    this.pending = 0
    this.lower = 0x80
    this.upper = 0xbf
  }

  /** @see Unicode Standard, table 3-7: over-long forms, surrogates and code points above 10FFFF are no UTF-8 */
  private start(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false
    this.pending = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
    if (byte === 0xe0) this.lower = 0xa0
    else if (byte === 0xed) this.upper = 0x9f
    else if (byte === 0xf0) this.lower = 0x90
    else if (byte === 0xf4) this.upper = 0x8f
    return true
  }
}
