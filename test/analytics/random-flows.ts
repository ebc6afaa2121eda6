import type { Bounds, FlowLink } from '#analytics/flows/flow-link.ts'
import type { SlowLink, SlowScope } from '../oracles/slow-choke-points.ts'
import { slowEnds } from '../oracles/slow-choke-points.ts'
import { randomEdges } from '../random-edges.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'

/** Flows of one commodity with the seed they came from; `closed` are up to four things that are no markets. */
export interface FlowWorld extends SlowScope { readonly seed: number; readonly closed: readonly number[] }

/**
 * Flows on random graphs with rings, loops and dead ends; figures exact, as ranges, or missing; every other world is what
 * reaches a place, the rest what leaves an actor. Several statements about one pair are one link by then.
 */
export function flowsOf(seed: number, most: number): FlowWorld {
  const { size, from, to } = randomEdges(seed, most)
  const random = seededRandom(seed)
  const exact = seed % 3 === 0
  const figure = (): Bounds | undefined => {
    if (random() < (exact ? 0.03 : 0.15)) return undefined
    const low = Math.floor(random() * 30)
    return { low, high: exact || random() < 0.7 ? low : low + Math.floor(random() * 10) }
  }
  const links = [...new Map(from.map((tail, at) => [`${tail} ${to[at]}`, [tail, to[at]!] as const])).values()].map(([tail, head]): SlowLink => {
    const [capacity, volume] = [figure(), random() < 0.5 ? figure() : undefined]
    return { from: tail, to: head, ...(capacity ? { capacity } : {}), ...(volume ? { volume } : {}) }
  })
  const inside = new Set(Array.from({ length: 1 + Math.floor(random() * Math.min(size, 6)) }, () => Math.floor(random() * size)))
  const world = { seed, size, links, inside, wantedInside: seed % 2 === 0 }
  const { markets } = slowEnds(world)
  const sites = [...new Set(links.flatMap((link) => [link.from, link.to]))].filter((node) => !markets.includes(node))
  return { ...world, closed: shuffled(sites.length, random).slice(0, 4).map((at) => sites[at]!) }
}

/** The same as the method reads it. */
export const linkOf = ({ from, to, capacity, volume }: SlowLink, commodity = 'grain'): FlowLink => ({
  from, to, commodity, share: undefined, statements: [], figures: capacity || volume ? [{ unit: 't', per: 'year', capacity, volume }] : [],
})
