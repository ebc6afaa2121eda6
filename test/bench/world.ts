import { createHash } from 'node:crypto'
import { seededRandom, shuffled } from '../seeded-random.ts'

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
  return worldOf(size, seed, Int32Array.from(from), Int32Array.from(to))
}

function worldOf(size: number, seed: number, from: Int32Array<ArrayBuffer>, to: Int32Array<ArrayBuffer>): HoldingsWorld {
  const checksum = createHash('sha256').update(new Uint8Array(from.buffer)).update(new Uint8Array(to.buffer)).digest('hex').slice(0, 16)
  return { size, seed, from, to, checksum }
}

/**
 * The same holdings, in the same order, with the numbers of the actors mixed. {@link holdingsWorld} numbers them by age,
 * so that those who hold much come first and neighbours are close in memory; records come in order of their ids, which
 * have nothing to do with either. The oldest stays 0: everybody is reached from it.
 */
export function inOrderOfIds({ size, seed, from, to }: HoldingsWorld): HoldingsWorld {
  const id = Int32Array.from(shuffled(size, seededRandom(seed)))
  if (size > 0) [id[id.indexOf(0)], id[0]] = [id[0]!, 0]
  return worldOf(size, seed, from.map((actor) => id[actor]!), to.map((actor) => id[actor]!))
}

/** Every second holding, drawn at random: the network falls into one large piece and many small ones, and many hang on one holding alone. */
export function halfOnRecord({ size, seed, from, to }: HoldingsWorld): HoldingsWorld {
  const random = seededRandom(seed)
  const isKept = Uint8Array.from(from, () => (random() < 0.5 ? 1 : 0))
  const kept = (list: Int32Array) => Int32Array.from(list.filter((_, arc) => isKept[arc] === 1))
  return worldOf(size, seed, kept(from), kept(to))
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
