/** Words of 32 bits in a key of 24 hexadecimal digits. */
export const KEY_WORDS = 3
const DIGITS = 8

/**
 * A key of a statement as numbers.
 *
 * @param into three words, of which the first has the first eight digits
 * @returns false for anything but 24 hexadecimal digits in lower case; `into` is then of no use
 */
export function readKey(key: string, into: Uint32Array, first = 0): boolean {
  if (key.length !== KEY_WORDS * DIGITS) return false
  for (let word = 0; word < KEY_WORDS; word++) {
    let bits = 0
    for (let at = word * DIGITS; at < (word + 1) * DIGITS; at++) {
      const code = key.charCodeAt(at)
      if (code < 48 || code > 102 || (code > 57 && code < 97)) return false
      bits = (bits << 4) | (code < 97 ? code - 48 : code - 87)
    }
    into[first + word] = bits
  }
  return true
}

/** The digits of one word. */
export const keyDigits = (word: number): string => word.toString(16).padStart(DIGITS, '0')
