/** One comparison: the same work done by us and by a peer, each in processes of its own. */
export interface Bench {
  /** Goal it measures, such as PG-9. */
  readonly goal: string
  readonly name: string
  /** The peer with its version and the documented mode it runs in, so that nobody suspects a handicap. */
  readonly peer: string
  /** How many times faster than the peer the goal asks us to be. */
  readonly times: number
  /** Nodes of the worlds: always, and with --full. */
  readonly sizes: readonly number[]
  readonly fullSizes: readonly number[]
  readonly sides: Readonly<Record<Side, (size: number) => Work | Promise<Work>>>
}

export type Side = 'ours' | 'peer'

/** Prepared work: reading the world and building graphs is done, and not measured (its time is reported apart). */
export interface Work {
  /** Checksum of the input, the same on both sides. */
  readonly input: string
  run(): Finding | Promise<Finding>
}

/** What the run found, as named numbers; both sides must agree before any time is kept. */
export type Finding = Readonly<Record<string, number>>

/** Findings agree when every number does, to `tolerance` of the larger one. */
export function disagreement(one: Finding, other: Finding, tolerance = 1e-6): string | undefined {
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [one[name] ?? NaN, other[name] ?? NaN]
    if (!(Math.abs(a - b) <= tolerance * Math.max(1e-12, Math.abs(a), Math.abs(b)))) return `${name}: ${a} and ${b}`
  }
  return undefined
}
