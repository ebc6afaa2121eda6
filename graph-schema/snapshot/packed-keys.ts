const HEX = /^[0-9a-f]{24}$/
const BYTES = 12

/** Keys of statements, 12 bytes each instead of a text each: five million keys are 60 MB. */
export interface PackedKeys {
  readonly push: (key: string) => void
  readonly keyOf: (statement: number) => string
}

/** Keys that are not 24 hexadecimal digits are kept as they are, beside the packed ones. */
export function packedKeys(): PackedKeys {
  let bytes = new Uint8Array(BYTES * 1024)
  let count = 0
  const others = new Map<number, string>()
  return {
    push: (key) => {
      if ((count + 1) * BYTES > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      if (HEX.test(key)) for (let at = 0; at < BYTES; at++) bytes[count * BYTES + at] = Number.parseInt(key.slice(at * 2, at * 2 + 2), 16)
      else others.set(count, key)
      count++
    },
    keyOf: (statement) => {
      if (!(statement >= 0 && statement < count)) throw new RangeError(`Statement ${statement} is outside 0 … ${count - 1}.`)
      return others.get(statement) ?? Buffer.from(bytes.buffer, statement * BYTES, BYTES).toString('hex')
    },
  }
}
