import type { Arrays } from './arrays.ts'
import type { Neo4jClient } from './neo4j-client.ts'

/** One measurement of our work at several sizes, most of them beside the same work done by a peer in a process of its own. */
export interface Bench {
  /** Goal it measures, such as PG-9. */
  readonly goal: string
  readonly name: string
  /** What a size counts. */
  readonly unit: string
  readonly against: Rival | Limit
  /** Sizes in ascending order: always, and with --full as well. */
  readonly sizes: readonly number[]
  readonly fullSizes: readonly number[]
  readonly ours: (size: number) => Work | Promise<Work>
}

/** A peer, and how many times faster than it the goal asks us to be; undefined where no goal states any. */
export interface Rival {
  /** With its version and the documented mode it runs in, so that nobody suspects a handicap. */
  readonly peer: string
  readonly times: number | undefined
  /** How many times less memory the goal allows us for the work itself; absent: memory is shown and not judged. */
  readonly memoryTimes?: number
  /** Smallest size the goal speaks of; absent: any. Below it the ratio is shown and not judged. */
  readonly from?: number
  readonly work: ((size: number) => Work | Promise<Work>) | PythonWork | Neo4jWork
}

/** No peer does this work as one thing: what is done, and the CPU seconds the goal allows; undefined where no goal states any. */
export interface Limit {
  readonly what: string
  readonly seconds: number | undefined
  /** As in {@link Rival}. */
  readonly from?: number
}

/** A function of `peers.py`, and the arrays it is given. */
export interface PythonWork {
  readonly python: string
  readonly arrays: (size: number) => Arrays
}

/** Questions to a Neo4j server, which runs for all rounds of a size and has this one graph. */
export interface Neo4jWork {
  /** Name of the graph: benches of the same graph and size share a server, and only the first one loads it. */
  readonly graph: string
  readonly onNeo4j: (size: number, server: Neo4jClient) => Promise<Work>
}

export type Side = 'ours' | 'peer'

/** Prepared work: reading the world and building graphs is done, and not measured (its time is reported apart). */
export interface Work {
  /** Checksum of the input, the same on both sides. */
  readonly input: string
  run(): Finding | Promise<Finding>
  /** What `run` does besides and is not the work, such as making its input on the way, done alone: its time is taken off. Memory counts as it is. */
  besides?(): Finding | Promise<Finding>
  /** Gives back what the process would otherwise wait for, such as a connection. */
  close?(): Promise<void>
}

/** What the run found, as named numbers; both sides must agree before any time is kept. */
export type Finding = Readonly<Record<string, number>>

/** One measurement, printed as one line of JSON by a process that does nothing else. */
export interface Measurement {
  readonly size: number
  readonly input: string
  readonly finding: Finding
  readonly cpuSeconds: number
  readonly wallSeconds: number
  /** Building the graph, CPU seconds; not part of the comparison. */
  readonly buildSeconds: number
  /** Most memory of the process while the work was done, the runtime and the input included. */
  readonly peakMegabytes: number
  /** Most memory while the work was done beyond what was there before it; see `measure.ts` for what it cannot see. */
  readonly workMegabytes: number
}

/** Findings agree when every number does, to `tolerance` of the larger one. */
export function disagreement(one: Finding, other: Finding, tolerance = 1e-6): string | undefined {
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [one[name] ?? NaN, other[name] ?? NaN]
    if (!(Math.abs(a - b) <= tolerance * Math.max(1e-12, Math.abs(a), Math.abs(b)))) return `${name}: ${a} and ${b}`
  }
  return undefined
}

/** Some fifty values, evenly spread over `size` places, as a finding. */
export function sampled(what: string, size: number, value: (at: number) => number): Finding {
  return Object.fromEntries(Array.from({ length: 50 }, (_, index) => Math.floor((index * size) / 50)).map((at) => [`${what} ${at}`, value(at)]))
}
