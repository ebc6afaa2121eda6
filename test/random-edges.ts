import { seededRandom } from './seeded-random.ts'

/** A random graph as plain lists, with the seed it came from. Self-loops and parallel arcs occur. */
export interface EdgeWorld {
  readonly seed: number
  readonly size: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Whole numbers, so that sums are exact. */
  readonly weight: readonly number[]
}

/**
 * Graphs of 1 to `most` nodes: sparse and dense ones, chains with shortcuts, layers, one ring through all nodes with
 * chords, and now and then no arcs at all. Whatever the kind: self-loops, parallel arcs and arcs there and back.
 */
export function randomEdges(seed: number, most: number): EdgeWorld {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const size = 1 + below(most)
  const arcs = below(Math.ceil(size * (seed % 4 === 0 ? 4 : 1.7)) + 1)
  const chain = seed % 5 === 1
  const layered = seed % 5 === 2
  const isRing = seed % 5 === 3
  const from: number[] = isRing ? Array.from({ length: size }, (_, node) => node) : []
  const to: number[] = from.map((node) => (node + 1) % size)
  for (let arc = 0; arc < arcs; arc++) {
    const tail = below(size)
    const reach = 1 + below(3)
    from.push(tail)
    to.push(chain && random() < 0.8 ? Math.min(size - 1, tail + 1) : layered ? Math.min(size - 1, tail + reach) : random() < 0.05 ? tail : below(size))
    if (random() < 0.08) { // once more, or back again
      const back = random() < 0.5
      from.push(back ? to.at(-1)! : from.at(-1)!)
      to.push(back ? from.at(-2)! : to.at(-1)!)
    }
  }
  return { seed, size, from, to, weight: from.map(() => 1 + below(20)) }
}

/** How many of the graphs hold what a method may stumble over, in words for the name of a test. */
export function mixOf(worlds: readonly EdgeWorld[]): string {
  const having = (what: (world: EdgeWorld) => boolean) => worlds.filter(what).length
  const isLoop = ({ from, to }: EdgeWorld) => from.some((node, arc) => node === to[arc])
  const isParallel = ({ size, from, to }: EdgeWorld) => new Set(from.map((node, arc) => node * size + to[arc]!)).size < from.length
  const isRing = ({ size, from, to }: EdgeWorld) => size > 1 && from.length >= size && from.slice(0, size).every((node, arc) => node === arc && to[arc] === (arc + 1) % size)
  const largest = worlds.reduce((most, { size }) => Math.max(most, size), 0)
  return `${worlds.length} graphs of up to ${largest} nodes, seeds ${worlds[0]!.seed} to ${worlds.at(-1)!.seed}: ${having(isLoop)} with self-loops, ${having(isParallel)} with parallel arcs, ${having(isRing)} with a ring through all nodes, ${having(({ from }) => from.length === 0)} without arcs`
}

export const manyWorlds = (count: number, most: number, firstSeed = 1): EdgeWorld[] => Array.from({ length: count }, (_, index) => randomEdges(firstSeed + index, most))

/** The same graph with every node i called order[i]. */
export const relabelled = ({ from, to, ...world }: EdgeWorld, order: readonly number[]): EdgeWorld => ({ ...world, from: from.map((node) => order[node]!), to: to.map((node) => order[node]!) })

/** Two graphs beside each other that do not touch. */
export const besides = (one: EdgeWorld, other: EdgeWorld): EdgeWorld => ({
  seed: one.seed, size: one.size + other.size,
  from: [...one.from, ...other.from.map((node) => node + one.size)],
  to: [...one.to, ...other.to.map((node) => node + one.size)],
  weight: [...one.weight, ...other.weight],
})
