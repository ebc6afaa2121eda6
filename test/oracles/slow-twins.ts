import { bestOfAllAssignments } from './all-assignments.ts'
import type { PlainScore, PlainSite, PlainWorld } from './slow-exposure.ts'
import { certainPresence, certainlyControls, mostPresence, sitesIn, slowScores, weightsIn } from './slow-exposure.ts'

/** Twins of a place by definition, on plain lists: every pair in full, no bounds, every pairing of sites tried. Neutral fit. */
export interface PlainTwin { readonly place: string; readonly score: number; readonly mass: number; readonly balance: number; readonly mirrors: number }

/** A mistake that can be planted, to show that the comparison would notice it. */
export type PlantedInTwins = 'none' | 'every actor of a chain' | 'mirrors one way' | 'scores added up' | 'hospitals are mirrored'

const BETA = 0.25
const TOP = 10
const THRESHOLD = 0.6
/** Sites of this domain are hospitals in these worlds: they count in every exposure, and are never compared. */
const NEVER_MIRRORED = 'other'
/** How alike two sites of a domain are by their ISIC codes: all have the same four digits, of a factory only the section is known. */
const sameFunction = ({ domain }: PlainSite) => (domain === 'industry' ? 0.25 : 1)

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
function heldIn(world: PlainWorld, actor: string, area: string, weightOf: (site: PlainSite) => number): Held[] {
  const [low, high] = [certainPresence(world, actor), mostPresence(world, actor)]
  const inArea = sitesIn(world, area)
  const domains = new Set(inArea.map(({ domain }) => domain)).size
  return [...inArea].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((site) => {
    const ways = [{ owned: true, node: site.id }, ...site.operators.map((node) => ({ owned: false, node }))].map(({ owned, node }) => ({ owned, low: low.get(node) ?? 0, high: high.get(node) ?? 0 }))
    const best = [...ways].sort((a, b) => b.low - a.low || b.high - a.high || Number(b.owned) - Number(a.owned))[0]!
    if (best.low === 0) return []
    const total = inArea.filter(({ domain }) => domain === site.domain).reduce((sum, one) => sum + weightOf(one), 0)
    return [{ site, low: best.low, owned: best.owned, exposure: (best.low * weightOf(site)) / total / domains, share: weightOf(site) / total }]
  })
}

/** What has a mirror: sites by Gower similarity over function, size, share of the place and how they are held, brands by their name. */
function mirrored(world: PlainWorld, actor: string, ours: readonly Held[], theirs: readonly Held[]): ReadonlySet<Held> {
  const low = certainPresence(world, actor)
  const everywhere = world.sites.filter((site) => [site.id, ...site.operators].some((node) => (low.get(node) ?? 0) > 0))
  const percentile = (site: PlainSite) => {
    const figures = everywhere.filter(({ domain, figure }) => domain === site.domain && figure !== undefined).map(({ figure }) => figure!)
    return (figures.filter((figure) => figure < site.figure!).length + figures.filter((figure) => figure === site.figure).length / 2) / figures.length
  }
  const similarity = (a: Held, b: Held) => {
    const sized = a.site.figure !== undefined && b.site.figure !== undefined
    const sum = 0.2 * sameFunction(a.site) + 0.1 * (1 - Math.abs(a.share - b.share)) + 0.1 * Number(a.owned === b.owned) + (sized ? 0.15 * (1 - Math.abs(percentile(a.site) - percentile(b.site))) : 0)
    return sum / (sized ? 0.55 : 0.4)
  }
  const found = new Set<Held>()
  for (const domain of new Set(ours.map(({ site }) => site.domain))) { // sites of different domains are never compared
    const [here, there] = [ours, theirs].map((list) => list.filter(({ site }) => site.brand === undefined && site.domain === domain)) as [Held[], Held[]]
    const { columnOf } = bestOfAllAssignments(here.map((a) => there.map((b) => similarity(a, b))), THRESHOLD - 1e-9)
    columnOf.forEach((column, at) => { if (column >= 0) found.add(here[at]!).add(there[column]!) })
  }
  for (const a of ours) for (const b of theirs) if (a.site.brand !== undefined && a.site.brand === b.site.brand) found.add(a).add(b)
  return found
}

export function slowTwins(world: PlainWorld, here: string, planted: PlantedInTwins = 'none'): PlainTwin[] {
  const twins = world.places.filter((place) => place !== here).flatMap((there): PlainTwin[] => {
    const scores = slowScores(world, here, there, { beta: BETA })
    if (scores.length === 0) return []
    const harmonic = ([a, b]: readonly [number, number]) => (a > 0 && b > 0 ? (2 * a * b) / (a + b) : 0)
    const high = (one: PlainScore) => harmonic([one.here[1], one.there[1]]) * (1 - BETA * one.ubiquity)
    const counted = (planted === 'every actor of a chain' ? [...scores] : heads(world, scores)).sort((a, b) => b.score - a.score || high(b) - high(a) || (a.actor < b.actor ? -1 : 1)).slice(0, TOP)
    const mass = planted === 'scores added up' ? Math.min(1, counted.reduce((sum, { score }) => sum + score, 0)) : 1 - counted.reduce((product, { score }) => product * (1 - score), 1)
    const [ours, theirs] = [counted.reduce((sum, one) => sum + one.here[0], 0), counted.reduce((sum, one) => sum + one.there[0], 0)]
    const balance = Math.max(ours, theirs) === 0 ? 0 : Math.min(ours, theirs) / Math.max(ours, theirs)
    const sums = { here: [0, 0], there: [0, 0] } as { here: [number, number]; there: [number, number] }
    const weightOf = weightsIn(world, [here, there])
    for (const { actor } of counted) {
      const compared = (area: string) => heldIn(world, actor, area, weightOf).filter(({ site }) => planted === 'hospitals are mirrored' || site.domain !== NEVER_MIRRORED)
      const held = { here: compared(here), there: compared(there) }
      const pairs = mirrored(world, actor, held.here, held.there)
      for (const side of ['here', 'there'] as const) {
        for (const one of held[side]) {
          sums[side][0] += pairs.has(one) ? one.exposure : 0
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
