import { bestOfAllAssignments } from './all-assignments.ts'
import type { PlainScore, PlainSite, PlainWorld } from './slow-exposure.ts'
import { certainVotes, certainlyControls, isIn, mostPresence, presence, slowScores } from './slow-exposure.ts'

/** Twins of a place by definition, on plain lists: every pair in full, no bounds, every pairing of sites tried. Neutral fit. */
export interface PlainTwin { readonly place: string; readonly score: number; readonly mass: number; readonly balance: number; readonly mirrors: number }

/** A mistake that can be planted, to show that the comparison would notice it. */
export type PlantedInTwins = 'none' | 'every actor of a chain' | 'mirrors one way' | 'scores added up'

const BETA = 0.25
const TOP = 10
const THRESHOLD = 0.6

/** Heads of the rows: one per control chain, the lowest actor that accounts for all of it. */
function heads(world: PlainWorld, scores: readonly PlainScore[]): PlainScore[] {
  const controls = (upper: string, lower: string) => certainlyControls(world, upper, lower)
  const isBelow = (lower: PlainScore, upper: PlainScore) => controls(upper.actor, lower.actor) && !(controls(lower.actor, upper.actor) && lower.actor < upper.actor)
  const tops = scores.filter((one) => !scores.some((other) => other !== one && isBelow(one, other)))
  const chains = tops.map((top) => ({ top, chain: scores.filter((one) => one !== top && isBelow(one, top)) }))
  const isNested = (one: PlainScore) => chains.some(({ top, chain }) => chain.includes(one) && one.footprint !== top.footprint)
  const found = chains.map(({ top, chain }) => {
    const able = [top, ...chain.filter((one) => one.footprint === top.footprint)].filter((one) => !isNested(one))
    return able.find((one) => !able.some((other) => other !== one && isBelow(other, one))) ?? top
  })
  return [...new Set(found)]
}

interface Held { readonly site: PlainSite; readonly low: number; readonly owned: boolean; readonly exposure: number; readonly share: number }

/** Sites an actor has for certain in an area, with what each adds to the exposure of the area. */
function heldIn(world: PlainWorld, actor: string, area: string, areas: readonly string[]): Held[] {
  const [low, high] = [presence(world, actor, certainVotes), mostPresence(world, actor)]
  const inArea = (one: string) => world.sites.filter(({ place }) => isIn(world, place, one))
  const domains = new Set(inArea(area).map(({ domain }) => domain)).size
  return [...inArea(area)].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((site) => {
    const ways = [{ owned: true, node: site.id }, ...site.operators.map((node) => ({ owned: false, node }))].map(({ owned, node }) => ({ owned, low: low.get(node) ?? 0, high: high.get(node) ?? 0 }))
    const best = [...ways].sort((a, b) => b.low - a.low || b.high - a.high || Number(b.owned) - Number(a.owned))[0]!
    if (best.low === 0) return []
    const same = areas.flatMap(inArea).filter(({ domain }) => domain === site.domain)
    const weight = (one: PlainSite) => (same.every(({ figure }) => figure !== undefined) ? one.figure! : 1)
    const total = inArea(area).filter(({ domain }) => domain === site.domain).reduce((sum, one) => sum + weight(one), 0)
    return [{ site, low: best.low, owned: best.owned, exposure: (best.low * weight(site)) / total / domains, share: weight(site) / total }]
  })
}

/** Sites with a mirror, by Gower similarity over function, size, share of the place and how they are held. */
function mirrored(world: PlainWorld, actor: string, ours: readonly Held[], theirs: readonly Held[]): { readonly here: ReadonlySet<Held>; readonly there: ReadonlySet<Held> } {
  const high = mostPresence(world, actor)
  const everywhere = world.sites.filter((site) => [site.id, ...site.operators].some((node) => (high.get(node) ?? 0) > 0))
  const percentile = (site: PlainSite) => {
    const figures = everywhere.filter(({ domain, figure }) => domain === site.domain && figure !== undefined).map(({ figure }) => figure!)
    return (figures.filter((figure) => figure < site.figure!).length + figures.filter((figure) => figure === site.figure).length / 2) / figures.length
  }
  const similarity = (a: Held, b: Held) => {
    if (a.site.domain !== b.site.domain || a.site === b.site) return Number.NaN
    const sized = a.site.figure !== undefined && b.site.figure !== undefined
    const sum = 0.2 + 0.1 * (1 - Math.abs(a.share - b.share)) + 0.1 * Number(a.owned === b.owned) + (sized ? 0.15 * (1 - Math.abs(percentile(a.site) - percentile(b.site))) : 0)
    return sum / (sized ? 0.55 : 0.4)
  }
  const { columnOf } = bestOfAllAssignments(ours.map((a) => theirs.map((b) => similarity(a, b))), THRESHOLD - 1e-9)
  const matched = columnOf.flatMap((column, at) => (column < 0 ? [] : [[ours[at]!, theirs[column]!] as const]))
  return { here: new Set(matched.map(([one]) => one)), there: new Set(matched.map(([, other]) => other)) }
}

export function slowTwins(world: PlainWorld, here: string, planted: PlantedInTwins = 'none'): PlainTwin[] {
  const twins = world.places.filter((place) => place !== here).flatMap((there): PlainTwin[] => {
    const scores = slowScores(world, here, there, BETA)
    if (scores.length === 0) return []
    const harmonic = ([a, b]: readonly [number, number]) => (a > 0 && b > 0 ? (2 * a * b) / (a + b) : 0)
    const high = (one: PlainScore) => harmonic([one.here[1], one.there[1]]) * (1 - BETA * one.ubiquity)
    const counted = (planted === 'every actor of a chain' ? [...scores] : heads(world, scores)).sort((a, b) => b.score - a.score || high(b) - high(a) || (a.actor < b.actor ? -1 : 1)).slice(0, TOP)
    const mass = planted === 'scores added up' ? Math.min(1, counted.reduce((sum, { score }) => sum + score, 0)) : 1 - counted.reduce((product, { score }) => product * (1 - score), 1)
    const [ours, theirs] = [counted.reduce((sum, one) => sum + one.here[0], 0), counted.reduce((sum, one) => sum + one.there[0], 0)]
    const balance = Math.max(ours, theirs) === 0 ? 0 : Math.min(ours, theirs) / Math.max(ours, theirs)
    const sums = { here: [0, 0], there: [0, 0] } as { here: [number, number]; there: [number, number] }
    for (const { actor } of counted) {
      const held = { here: heldIn(world, actor, here, [here, there]), there: heldIn(world, actor, there, [here, there]) }
      const pairs = mirrored(world, actor, held.here, held.there)
      for (const side of ['here', 'there'] as const) {
        for (const one of held[side]) {
          sums[side][0] += pairs[side].has(one) ? one.exposure : 0
          sums[side][1] += one.exposure
        }
      }
    }
    const share = ([part, all]: [number, number]) => (all === 0 ? 0 : part / all)
    const mirrors = planted === 'mirrors one way' ? share(sums.here) : Math.min(share(sums.here), share(sums.there))
    return [{ place: there, mass, balance, mirrors, score: mass * Math.sqrt(balance) * Math.sqrt(mirrors) * 0.75 }]
  })
  return twins.sort((a, b) => b.score - a.score)
}
