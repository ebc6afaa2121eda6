import { createHash } from 'node:crypto'
import { seededRandom } from '../seeded-random.ts'

/** Who holds whom, as two lists; no pair twice, nobody holds itself. */
export interface HoldingsWorld {
  readonly size: number
  readonly seed: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** SHA-256 of both lists, first 16 digits: the same world everywhere. */
  readonly checksum: string
}

/** Holdings per actor on average. */
const PER_NODE = 5
/** Share of holdings that run back from a younger actor's holding: rings of cross-holdings. */
const CROSS = 0.01

/**
 * A made-up ownership network with a heavy tail: each new company is held by five actors, who are chosen in proportion
 * to what they hold already or, half of the time, at random; one holding in a hundred is returned. Holdings drawn twice
 * are left out, so there are slightly fewer than 5 · size.
 */
export function holdingsWorld(size: number, seed = 1): HoldingsWorld {
  const random = seededRandom(seed)
  const from: number[] = []
  const to: number[] = []
  const seen = new Set<number>()
  const add = (holder: number, held: number) => {
    const pair = holder * size + held // below 2^53 up to 94 million nodes
    if (holder === held || seen.has(pair)) return
    seen.add(pair)
    from.push(holder)
    to.push(held)
  }
  for (let held = 1; held < size; held++) {
    seen.clear() // a pair comes twice only while its younger end is new
    for (let k = 0; k < PER_NODE; k++) {
      const holder = from.length > 0 && random() < 0.5 ? from[Math.floor(random() * from.length)]! : Math.floor(random() * held)
      add(holder, held)
      if (random() < CROSS) add(held, holder)
    }
  }
  const tails = Int32Array.from(from)
  const heads = Int32Array.from(to)
  const checksum = createHash('sha256').update(new Uint8Array(tails.buffer)).update(new Uint8Array(heads.buffer)).digest('hex').slice(0, 16)
  return { size, seed, from: tails, to: heads, checksum }
}

/** The undirected edges of a world: a holding and its return, which follow closely in the list, are one edge. */
export function edgesOf({ from, to }: HoldingsWorld): { readonly from: Int32Array; readonly to: Int32Array } {
  const kept: number[] = []
  for (let arc = 0; arc < from.length; arc++) {
    let isReturn = false
    for (let before = arc - 1; before >= 0 && before > arc - 2 * PER_NODE; before--) if (from[before] === to[arc] && to[before] === from[arc]) isReturn = true
    if (!isReturn) kept.push(arc)
  }
  return { from: Int32Array.from(kept, (arc) => from[arc]!), to: Int32Array.from(kept, (arc) => to[arc]!) }
}
