/** Words of 32 bits in a key of 24 hexadecimal digits. */
export const KEY_WORDS = 3
const DIGITS = 8
/** By the code of a character: what it is worth as a hexadecimal digit; NONE for every other one. */
const NONE = 0x80
const WORTH = Uint8Array.from({ length: NONE }, (_, code) => ('0123456789abcdef'.includes(String.fromCharCode(code)) ? Number.parseInt(String.fromCharCode(code), 16) : NONE))

/**
 * A key of a statement as numbers.
 *
 * @param into three words, of which the first has the first eight digits
 * @returns false for anything but 24 hexadecimal digits in lower case; `into` is then of no use
 */
export function readKey(key: string, into: Uint32Array, first = 0): boolean {
  if (key.length !== KEY_WORDS * DIGITS) return false
  let seen = 0 // NONE or more once a character was no digit; to ask at each, digit or letter, is a guess the processor loses
  for (let word = 0; word < KEY_WORDS; word++) {
    let bits = 0
    for (let at = word * DIGITS; at < (word + 1) * DIGITS; at++) {
      const code = key.charCodeAt(at)
      const worth = WORTH[code & (NONE - 1)]!
      seen |= code | worth
      bits = (bits << 4) | worth
    }
    into[first + word] = bits
  }
  return seen < NONE
}

/** The digits of one word. */
export const keyDigits = (word: number): string => word.toString(16).padStart(DIGITS, '0')
