import type { Bounds } from './flow-link.ts'
import { sumOfKnown } from './flow-link.ts'
import type { FlowScope } from './flow-scope.ts'

export interface StatedThroughput {
  /** What all markets receive, else what leaves all origins; undefined where not every link of either states a volume. */
  readonly total: Bounds | undefined
  /** Per position what is stated to pass it; undefined where a volume is missing on either side. */
  readonly through: readonly (Bounds | undefined)[]
}

/**
 * What passes each site as stated. Never taken from a maximum flow: which of many equal flows a method finds is no fact.
 * Where incoming and outgoing volumes differ, the range between them. Time O(links).
 */
export function statedThroughput({ nodes, links, markets, origins }: FlowScope): StatedThroughput {
  const incoming: (Bounds | undefined)[][] = nodes.map(() => [])
  const outgoing: (Bounds | undefined)[][] = nodes.map(() => [])
  for (const { from, to, volume } of links) {
    incoming[to]!.push(volume)
    outgoing[from]!.push(volume)
  }
  const sumAt = (lists: readonly (Bounds | undefined)[][], at: readonly number[]) => sumOfKnown(at.flatMap((node) => lists[node]!))
  const through = nodes.map((_, node) => {
    const sides = [sumOfKnown(incoming[node]!), sumOfKnown(outgoing[node]!)].filter((side): side is Bounds => side !== undefined)
    return sides.length === 0 ? undefined : { low: Math.min(...sides.map(({ low }) => low)), high: Math.max(...sides.map(({ high }) => high)) }
  })
  return { total: sumAt(incoming, markets) ?? sumAt(outgoing, origins), through }
}

/** A part of a whole as a share, 0–1, between what both ranges allow. */
export function shareWithin(part: Bounds | undefined, whole: Bounds | undefined): Bounds | undefined {
  if (part === undefined || whole === undefined || !(whole.low > 0)) return undefined
  return { low: Math.min(1, part.low / whole.high), high: Math.min(1, part.high / whole.low) }
}
