/** A function of a module: what is declared, and what it does. Parameters and locals are numbered in one row, parameters first. */
export interface AssembledFunction {
  readonly name: string
  /** Parameters, all of them whole numbers of 32 bits: addresses and counts. */
  readonly parameters: number
  /** Locals of 32 bits, and after them those that hold two numbers of 64 bits. */
  readonly wholes: number
  readonly pairs: number
  readonly body: Code
}

/** Bytes of instructions. */
export type Code = readonly number[]

const WHOLE = 0x7f
const PAIR = 0x7b
const END = 0x0b

/**
 * A WebAssembly module that works on the memory `m.m` it is given, written down instruction by instruction: no compiler, no binary file.
 *
 * @see WebAssembly Core Specification 2.0, chapter 5 (binary format). Compiling takes about a millisecond.
 */
export function assembledModule(functions: readonly AssembledFunction[]): WebAssembly.Module {
  const list = (items: readonly Code[]) => [...leb(items.length), ...items.flat()]
  const section = (id: number, content: Code) => [id, ...sized(content)]
  return new WebAssembly.Module(Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(functions.map(({ parameters }) => [0x60, parameters, ...Array.from({ length: parameters }, () => WHOLE), 0]))),
    ...section(2, list([[...text('m'), ...text('m'), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, at) => [at]))),
    ...section(7, list(functions.map(({ name }, at) => [...text(name), 0x00, at]))),
    ...section(10, list(functions.map(({ wholes, pairs, body }) => sized([2, wholes, WHOLE, pairs, PAIR, ...body, END])))),
  ]))
}

/** Numbers parameters and locals by their names; each name of a pair takes as many places as are given. */
export function declared<Whole extends string, Pair extends string>(parameters: readonly Whole[], wholes: readonly Whole[], pairs: Readonly<Record<Pair, number>>) {
  const local: Partial<Record<Whole | Pair, number>> = {}
  let next = 0
  for (const name of [...parameters, ...wholes]) local[name] = next++
  for (const name of Object.keys(pairs) as Pair[]) {
    local[name] = next
    next += pairs[name]
  }
  return {
    local: local as Record<Whole | Pair, number>,
    parameters: parameters.length,
    wholes: wholes.length,
    pairs: next - parameters.length - wholes.length,
  } // every name has its number now
}

/** Unsigned LEB128. */
const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)])
/** Signed LEB128. */
const signedLeb = (value: number): number[] => (value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signedLeb(value >> 7)])
const sized = (content: Code) => [...leb(content.length), ...content]
const text = (name: string) => sized([...Buffer.from(name)])

// Instructions, on a stack as WebAssembly has it.
export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
/** A whole number of 32 bits, from −2^31 to 2^31 − 1. */
export const constant = (value: number): Code => [0x41, ...signedLeb(value)]
export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const or: Code = [0x72]
export const isEqual: Code = [0x46]
export const isDifferent: Code = [0x47]
export const shift = (bits: number): Code => [...constant(bits), 0x74]
/** The whole number `offset` bytes, at most 127, after the address. */
export const load = (offset = 0): Code => [0x28, 2, offset]
export const store = (offset = 0): Code => [0x36, 2, offset]
export const loadByte: Code = [0x2d, 0, 0]
export const storeByte: Code = [0x3a, 0, 0]
export const loadNumber: Code = [0x2b, 3, 0]
export const storeNumber: Code = [0x39, 3, 0]
export const addNumber: Code = [0xa0]
/** Numbers 2 · pair and 2 · pair + 1 from the address on; pair is at most 7. */
export const loadPair = (pair: number): Code => [0xfd, 0x00, 3, 16 * pair]
export const storePair = (pair: number): Code => [0xfd, 0x0b, 3, 16 * pair]
/** The number at the address, twice. */
export const loadTwice: Code = [0xfd, 0x0a, 3, 0]
export const addPair: Code = [0xfd, 0xf0, 0x01]
export const subtractPair: Code = [0xfd, 0xf1, 0x01]
export const multiplyPair: Code = [0xfd, 0xf2, 0x01]
export const dividePair: Code = [0xfd, 0xf3, 0x01]
export const absolutePair: Code = [0xfd, 0xec, 0x01]
/** The larger ones of two pairs. */
export const mostOfPair: Code = [0xfd, 0xf7, 0x01]
/** A number, twice. */
export const numberTwice = (value: 0 | 1): Code => [0x44, 0, 0, 0, 0, 0, 0, ...(value === 1 ? [0xf0, 0x3f] : [0, 0]), 0xfd, 0x14]
/** Bits of both numbers: all of them where the comparison holds, none where it does not. */
export const isEqualPair: Code = [0xfd, 0x47]
export const isDifferentPair: Code = [0xfd, 0x48]
export const andPair: Code = [0xfd, 0x4e]
export const orPair: Code = [0xfd, 0x50]
/** Bit 0 and bit 1 of a whole number: the first bits of both numbers of a pair. */
export const bitsOfPair: Code = [0xfd, 0xc4, 0x01]
export const numberOfPair = (which: 0 | 1): Code => [0xfd, 0x21, which]
/** The address of element `index` of a list whose elements take 2^bits bytes. */
export const place = (list: number, index: number, bits: number): Code => [...get(list), ...get(index), ...shift(bits), ...add]
/** Runs `body` while `at` is less than `limit`, counting up by `step`. */
export const countTo = (at: number, limit: number, body: Code, step = 1): Code => [
  0x02, 0x40, 0x03, 0x40, ...get(at), ...get(limit), 0x4e, 0x0d, 1, ...body, ...get(at), ...constant(step), ...add, ...set(at), 0x0c, 0, END, END,
]
/** Runs `body` if the whole number on the stack is not 0. */
export const when = (body: Code): Code => [0x04, 0x40, ...body, END]
