import { describe, expect, it } from 'vitest'
import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import { COUNTED, domainMeasures, isMapped, measuredTotal } from '#analytics/places/domain-measures.ts'
import { placeExposure } from '#analytics/places/exposure.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { entryExposure, positionOf, weighRows } from '#analytics/places/place-index-exposure.ts'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import type { Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { randomWorld, viewOf } from '../random-places.ts'
import { seededRandom } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, partOf, place, publishes, sameAs, site } from '../worlds/snapshot-world.ts'

const OFFICE = 'src:office'
const homes = (amount: number, fields: Parameters<typeof publishes>[5] = {}) => publishes(OFFICE, 'town', 'total homes', amount, 'homes', { domain: 'housing', ...fields })

/**
 * LANDCO has 30 of the 50 homes on record in the town; nobody is on record for the other 20.
 *
 *   LANDCO ──runs──▶ elm (30 homes) ┐
 *                    oak (20 homes) ┴─▶ quarter ──part of──▶ town
 */
async function town(totals: readonly Statement[], options: { readonly asOf?: string; readonly grades?: readonly ('reported' | 'register')[] } = {}): Promise<OwnershipView> {
  const figure = (amount: number) => ({ capacity: { amount, unit: 'homes', measure: 'homes' } as const })
  const snapshot = await aWorld(
    [place('town'), place('city'), place('quarter', { kind: 'district' }), site('elm', 'residential portfolio'), site('oak', 'residential portfolio')],
    [locatedIn('elm', 'quarter', figure(30)), locatedIn('oak', 'quarter', figure(20)), operates('LANDCO', 'elm'), partOf('quarter', 'town'), ...totals],
  )
  return viewAt(snapshot, { asOf: options.asOf ?? TODAY, grades: options.grades ?? ['reported', 'register'], today: TODAY })
}
const exposureIn = (view: OwnershipView, where = 'town') => {
  const node = view.snapshot.indexOf(where)!
  return placeExposure(view, actorHoldings(view, view.snapshot.indexOf('LANDCO')!, 'controllers'), node, domainMeasures(view, [node]), undefined).byDomain[0]!
}

describe('the official total of a place and domain', () => {
  it('is what an exposure is a part of: 30 of 1,000 homes, not 30 of the 50 on record', async () => {
    expect(exposureIn(await town([]))).toMatchObject({ low: 0.6, total: 50, mapped: 50, official: undefined })
    const part = exposureIn(await town([homes(1_000)]))
    expect(part).toMatchObject({ low: 0.03, high: 0.03, amountLow: 30, total: 1_000, mapped: 50 })
    expect(isMapped(part)).toBe(false)
  })

  it('is never smaller than what is on record: a total that leaves some out is shown and not used', async () => {
    const part = exposureIn(await town([homes(40)]))
    expect(part).toMatchObject({ low: 0.6, total: 50, official: { amount: 40 } })
    expect(isMapped(part)).toBe(true)
    expect(isMapped(exposureIn(await town([homes(50)])))).toBe(false)
  })

  it('counts for exactly the place, domain, measure and unit it is stated for', async () => {
    const others = [
      homes(1_000, { domain: 'port' }), publishes(OFFICE, 'city', 'total homes', 1_000, 'homes', { domain: 'housing' }), publishes(OFFICE, 'town', 'total sites', 1_000, 'sites', { domain: 'housing' }),
      publishes(OFFICE, 'town', 'total capacity', 1_000, 'homes', { domain: 'housing' }), publishes(OFFICE, 'town', 'total jobs', 1_000, 'jobs'), publishes(OFFICE, 'elm', 'jobs', 1_000, 'jobs'),
    ]
    expect(exposureIn(await town(others))).toMatchObject({ low: 0.6, total: 50, official: undefined })
    const view = await town([homes(1_000)])
    expect(exposureIn(view, 'quarter')).toMatchObject({ total: 50, official: undefined }) // what is stated for the town says nothing about a part of it
    expect(measuredTotal(view, view.snapshot.indexOf('town')!, exposureIn(view).domain, COUNTED)).toMatchObject({ amount: 2, official: undefined })
    expect(exposureIn(await town([...others, publishes(OFFICE, 'town', 'total homes', 2_000, 'Homes', { domain: 'housing' })]))).toMatchObject({ total: 2_000 })
  })

  it('is the latest in force at the date, of the grades asked for; a total for a year still to come is none', async () => {
    const totals = [homes(1_000, { year: 2015 }), homes(1_200, { year: 2020 }), homes(9_000, { year: 2035 }), homes(1_100, { year: 2018, grade: 'register' }), homes(1_500, { status: 'announced', year: 2024 }), homes(1_300, { year: 2022, validFrom: '2023-01-01', validTo: '2024-01-01' })]
    const at = async (options: Parameters<typeof town>[1]) => exposureIn(await town(totals, options)).total
    expect(await at({})).toBe(1_200)
    expect(await at({ asOf: '2023-06-01' })).toBe(1_300)
    expect(await at({ asOf: '2019-06-01' })).toBe(1_100)
    expect(await at({ asOf: '2019-06-01', grades: ['reported'] })).toBe(1_000)
  })

  it('is the latest however its unit is written, of one year that of the best source', async () => {
    const total = async (totals: readonly Statement[]) => exposureIn(await town(totals)).total
    expect(await total([homes(1_000, { year: 2015, grade: 'register' }), publishes(OFFICE, 'town', 'total homes', 1_200, 'Homes', { domain: 'housing', year: 2020 })])).toBe(1_200)
    const older = homes(1_000, { year: 2015, grade: 'register' })
    const ofOneYear = [homes(1_100, { year: 2020 }), publishes(OFFICE, 'town', 'total homes', 1_200, 'Homes', { domain: 'housing', year: 2020, grade: 'register' })]
    expect([await total(ofOneYear), await total([older, ...ofOneYear])]).toEqual([1_200, 1_200])
  })

  it('of two sources for one year is the better supported one, and follows a place to the record it is judged the same as', async () => {
    const totals = [homes(1_000, { year: 2020 }), publishes('src:registry', 'town', 'total homes', 1_250, 'homes', { domain: 'housing', year: 2020, grade: 'register' })]
    expect(exposureIn(await town(totals)).total).toBe(1_250)
    expect(exposureIn(await town([...totals].reverse())).total).toBe(1_250)
    expect(exposureIn(await town([publishes(OFFICE, 'city', 'total homes', 700, 'homes', { domain: 'housing' }), sameAs('city', 'town', { grade: 'register' })]), 'city').total).toBe(700)
  })

  it('is used as defined in 60 random worlds, by the exposure and by the index over all places alike', async () => {
    let used = 0
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed + 500)
      const world = randomWorld(seed)
      const totals = world.places.flatMap((where) => (['port', 'data centre'] as const).flatMap((domain): Statement[] => (random() < 0.3 ? [] : [
        publishes(OFFICE, where, 'total capacity', Math.ceil(random() * 60), random() < 0.8 ? 'units' : 'other units', { domain }), publishes(OFFICE, where, 'total sites', Math.ceil(random() * 8), 'sites', { domain }),
      ])))
      const view = await viewOf(world, seed % 2 === 0 ? 'given' : 'reversed', totals)
      const { snapshot } = view
      const index = placeIndexOf(view)
      for (const where of world.places) {
        const node = snapshot.indexOf(where)!
        const position = positionOf(index, node)
        if (position < 0) continue
        const measures = domainMeasures(view, [node])
        const weights = new Float64Array(index.measure.length)
        weighRows(index, [position], undefined, weights)
        for (let entry = index.entryStart[position]!; entry < index.entryStart[position + 1]!; entry++) {
          const exposure = placeExposure(view, actorHoldings(view, index.actor[entry]!, 'controllers'), node, measures, undefined)
          expect(entryExposure(index, entry, weights, 'low')).toBeCloseTo(exposure.low, 12)
          expect(entryExposure(index, entry, weights, 'high')).toBeCloseTo(exposure.high, 12)
          for (const { domain, measure, amountLow, low, total } of exposure.byDomain) {
            // by definition, on the plain lists
            const name = snapshot.domains[domain - 1]!
            const inside = world.sites.filter((one) => one.domain === name && (one.place === where || world.within.get(one.place) === where))
            const isCount = measure.unit === 0
            const mapped = inside.reduce((sum, { figure }) => sum + (isCount ? 1 : figure!), 0)
            const official = totals.flatMap((one) => (one.type === 'STATES_FIGURE' && one.to === where && one.domain === name && (isCount ? one.measure === 'total sites' : one.measure === 'total capacity' && one.unit === 'units') ? [one.amount] : []))[0]
            expect(total).toBe(Math.max(mapped, official ?? 0))
            expect(low).toBeCloseTo(Math.min(1, amountLow / total), 12)
            if (official !== undefined && official > mapped) used++
          }
        }
      }
    }
    expect(used).toBeGreaterThan(200)
  })
})
