import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A world as plain numbers, by name: what another language can read without a library. */
export type Arrays = Readonly<Record<string, Int32Array | Float64Array>>

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array) => new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
const inOrder = (arrays: Arrays) => Object.entries(arrays).sort(([a], [b]) => (a < b ? -1 : 1))

/** SHA-256 of all arrays in order of their names, first 16 digits; `measure.py` computes the same from the files. */
export function checksumOf(arrays: Arrays): string {
  const hash = createHash('sha256')
  for (const [, array] of inOrder(arrays)) hash.update(bytesOf(array))
  return hash.digest('hex').slice(0, 16)
}

/** One file per array, named after it and its type: `from.int32`. */
export function writeArrays(folder: string, arrays: Arrays): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, array] of inOrder(arrays)) writeFileSync(join(folder, `${name}.${array instanceof Int32Array ? 'int32' : 'float64'}`), bytesOf(array))
}
