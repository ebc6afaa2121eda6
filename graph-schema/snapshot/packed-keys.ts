const WORDS = 3
const DIGITS = 8
const BITS = 15
const CHUNK = 1 << BITS

/** Keys of statements, 12 bytes each instead of a text each: five million keys are 60 MB. */
export interface PackedKeys {
  readonly push: (key: string) => void
  readonly keyOf: (statement: number) => string
  /** Negative, 0 or positive as the keys of two statements follow each other; much cheaper than to write both out. */
  readonly compareKeys: (a: number, b: number) => number
}

/** Keys that are not 24 hexadecimal digits are kept as they are, beside the packed ones. */
export function packedKeys(): PackedKeys {
  const chunks: Uint32Array[] = []
  const others = new Map<number, string>()
  let count = 0
  const word = (statement: number, at: number): number => chunks[statement >> BITS]![(statement & (CHUNK - 1)) * WORDS + at]!
  const keyOf = (statement: number): string => {
    if (!(statement >= 0 && statement < count)) throw new RangeError(`Statement ${statement} is outside 0 … ${count - 1}.`)
    return others.get(statement) ?? hexDigits(word(statement, 0)) + hexDigits(word(statement, 1)) + hexDigits(word(statement, 2))
  }
  return {
    push: (key) => {
      const first = (count & (CHUNK - 1)) * WORDS
      if (first === 0) chunks.push(new Uint32Array(CHUNK * WORDS))
      const chunk = chunks[chunks.length - 1]!
      if (!isPackable(key)) others.set(count, key)
      else for (let at = 0; at < WORDS; at++) chunk[first + at] = wordOf(key, at * DIGITS)
      count++
    },
    keyOf,
    compareKeys: (a, b) => {
      if (others.size > 0) return keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))
      return word(a, 0) - word(b, 0) || word(a, 1) - word(b, 1) || word(a, 2) - word(b, 2)
    },
  }
}

const hexDigits = (word: number): string => word.toString(16).padStart(DIGITS, '0')

/** 24 hexadecimal digits, lower case. */
function isPackable(key: string): boolean {
  if (key.length !== WORDS * DIGITS) return false
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (code < 48 || code > 102 || (code > 57 && code < 97)) return false
  }
  return true
}

/** Eight lower-case hexadecimal digits as a number; of "a" to "f" the lowest bits say 1 to 6. */
function wordOf(key: string, first: number): number {
  let word = 0
  for (let at = first; at < first + DIGITS; at++) {
    const code = key.charCodeAt(at)
    word = (word << 4) | ((code & 15) + (code > 96 ? 9 : 0))
  }
  return word
}
