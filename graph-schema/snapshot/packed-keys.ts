import { KEY_WORDS, keyDigits, readKey } from '#store/key-words.ts'

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
  const word = (statement: number, at: number): number => chunks[statement >> BITS]![(statement & (CHUNK - 1)) * KEY_WORDS + at]!
  const keyOf = (statement: number): string => {
    if (!(statement >= 0 && statement < count)) throw new RangeError(`Statement ${statement} is outside 0 … ${count - 1}.`)
    return others.get(statement) ?? keyDigits(word(statement, 0)) + keyDigits(word(statement, 1)) + keyDigits(word(statement, 2))
  }
  return {
    push: (key) => {
      const first = (count & (CHUNK - 1)) * KEY_WORDS
      if (first === 0) chunks.push(new Uint32Array(CHUNK * KEY_WORDS))
      if (!readKey(key, chunks[chunks.length - 1]!, first)) others.set(count, key)
      count++
    },
    keyOf,
    compareKeys: (a, b) => {
      if (others.size > 0) return keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))
      return word(a, 0) - word(b, 0) || word(a, 1) - word(b, 1) || word(a, 2) - word(b, 2)
    },
  }
}
