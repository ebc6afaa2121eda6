import { describe, expect, it } from 'vitest'
import { actorHoldings, eachActorsHoldings } from '#analytics/record/actor-holdings.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import type { AdversaryList, FootingHeld } from '#analytics/record/footing-held.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { seededRandom } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, place, site, supplies } from '../worlds/snapshot-world.ts'

const COMPANIES = 120

/** A circle of minorities: each holds 30 % of the next, and some of others; everybody has a little of every site. */
async function aCircle(seed: number): Promise<OwnershipView> {
  const random = seededRandom(seed)
  const companies = Array.from({ length: COMPANIES }, (_, at) => `c${at}`)
  const sites = Array.from({ length: 60 }, (_, at) => `s${at}`)
  const any = () => companies[Math.floor(random() * COMPANIES)]!
  const snapshot = await aWorld(
    [place('p0'), place('p1'), place('p2'), ...companies.map((id) => organisation(id)), ...sites.map((id, at) => site(id, at % 3 === 0 ? 'data centre' : 'port terminal'))],
    [
      ...companies.map((id, at) => owns(id, companies[(at + 1) % COMPANIES]!, 0.3)),
      ...companies.flatMap((id, at) => [7, 31].map((step) => owns(id, companies[(at + step) % COMPANIES]!, at % 4 === 0 ? [0.04, 0.1] : 0.05))),
      ...sites.flatMap((id, at) => [locatedIn(id, `p${at % 3}`), operates(any(), id), ...(at % 2 === 0 ? [owns(any(), id, 0.4)] : []), supplies(any(), id)]),
    ],
  )
  return viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
}

const actorsOf = (view: OwnershipView) => Array.from({ length: COMPANIES }, (_, at) => view.snapshot.indexOf(`c${at}`)!)
/** Shares from both ways of solving are the same up to their rounding. */
const rounded = (holdings: ReadonlyMap<number, FootingHeld>) => [...holdings.values()].map(({ low, high, ...rest }) => ({ ...rest, low: low.toFixed(10), high: high.toFixed(10) }))

describe('what counts for an actor', () => {
  it.each<AdversaryList>(['controllers', 'financiers', 'suppliers'])('is the same whether %s are looked at together or one by one', async (list) => {
    const [together, alone] = [await aCircle(1), await aCircle(1)]
    const seen = new Map<number, ReadonlyMap<number, FootingHeld>>()
    eachActorsHoldings(together, actorsOf(together), list, (actor, holdings) => seen.set(actor, holdings))
    expect(seen.size).toBe(COMPANIES)
    expect(Math.max(...[...seen.values()].map(({ size }) => size))).toBeGreaterThan(list === 'financiers' ? 55 : 1)
    for (const actor of actorsOf(alone)) expect(rounded(seen.get(actor)!)).toEqual(rounded(actorHoldings(alone, actor, list)))
  })

  //   Group ──60 %──▶ Near ──operates──▶ pier ◀──operates── Far ◀──60 %── Near
  it.each([['a', 'b'], ['b', 'a']])('has the strongest kind of control of several equal ways, whatever they are called (%s, %s)', async (near, far) => {
    const snapshot = await aWorld([place('p0'), site('pier', 'port terminal')], [locatedIn('pier', 'p0'), owns('Group', near, 0.6), owns(near, far, 0.6), operates(near, 'pier'), operates(far, 'pier')])
    const view = viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
    expect([...actorHoldings(view, snapshot.indexOf('Group')!, 'controllers').values()]).toMatchObject([{ low: 1, kind: ControlKind.MAJORITY, via: snapshot.indexOf(near) }])
  })

  it('is listed by footing, ascending', async () => {
    const view = await aCircle(2)
    const footings = [...actorHoldings(view, view.snapshot.indexOf('c0')!, 'financiers').keys()]
    expect(footings).toEqual([...footings].sort((a, b) => a - b))
  })

  it('is found out for all candidates of a ranking before any of them is weighed, and asked again gives the same', async () => {
    const view = await aCircle(3)
    const [here, there, elsewhere] = [view.snapshot.indexOf('p0')!, view.snapshot.indexOf('p1')!, view.snapshot.indexOf('p2')!]
    const rank = (from: number, to: number) => sharedAdversaries(view, from, to, { list: 'financiers', weights: undefined, beta: 1, collapse: false }).rows.map(({ actor, score, ubiquity }) => ({ actor, score, ubiquity }))
    const first = rank(here, there)
    expect(first).toHaveLength(COMPANIES)
    rank(here, elsewhere)
    expect(rank(here, there)).toEqual(first)
  })
})
