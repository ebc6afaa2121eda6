import { describe, expect, it } from 'vitest'
import { publishedFigure } from '#analytics/record/published-figure.ts'
import type { Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { TODAY, aWorld, earnsThrough, organisation, place, publishes, sameAs, site } from '../worlds/snapshot-world.ts'

const NODES = [place('town'), site('quay', 'port terminal'), site('kaai', 'port terminal'), organisation('Harbour')]
const figures = async (statements: readonly Statement[], asOf = TODAY) => {
  const snapshot = await aWorld(NODES, statements)
  const view = viewAt(snapshot, { asOf, grades: ['register', 'reported'], today: TODAY })
  const at = (id: string) => snapshot.indexOf(id)!
  return { snapshot, view, of: (id: string, measure: string) => publishedFigure(view, view.canonical[at(id)]!, measure), shares: (id: string) => view.revenueShares.get(view.canonical[at(id)]!) ?? [] }
}

describe('published figures in a snapshot', () => {
  it('keep amount, unit, measure, year and domain as columns, and a revenue share as a fraction', async () => {
    const { snapshot: { statements: s, texts, domains, types } } = await figures([publishes('src:office', 'town', 'total capacity', 2.5, 'MW', { domain: 'data centre', year: 2024 }), earnsThrough('Harbour', 'quay', 0.3, { year: 2023 })])
    const total = Array.from(s.type).indexOf(types.indexOf('STATES_FIGURE'))
    expect([s.amount[total], texts[s.unit[total]!], texts[s.measure[total]!], s.year[total], domains[s.domain[total]! - 1]]).toEqual([2.5, 'MW', 'total capacity', 2024, 'data centre'])
    const share = Array.from(s.type).indexOf(types.indexOf('DEPENDS_ON'))
    expect([s.shareMin[share], s.shareMax[share], s.year[share], s.domain[share], s.amount[share]]).toEqual([0.3, 0.3, 2023, 0, Number.NaN])
  })

  it('change the version of the data', async () => {
    const version = async (amount: number) => (await figures([publishes('src:office', 'quay', 'jobs', amount, 'jobs')])).snapshot.version
    expect(await version(10)).toBe(await version(10))
    expect(await version(10)).not.toBe(await version(11))
  })

  it('count with the latest year, then the best source, until they end; 0 is a figure', async () => {
    const told = [publishes('src:a', 'quay', 'time to survive', 5, 'days', { asOf: '2020' }), publishes('src:b', 'quay', 'time to survive', 0, 'days', { year: 2022 }), publishes('src:c', 'quay', 'time to survive', 9, 'days', { year: 2022, grade: 'register', validTo: '2024-01-01', validFrom: '2022-01-01' })]
    expect((await figures(told)).of('quay', 'time to survive')).toMatchObject({ amount: 0, year: 2022 })
    expect((await figures(told, '2023-05-01')).of('quay', 'time to survive')).toMatchObject({ amount: 9 })
    expect((await figures(told, '2021-05-01')).of('quay', 'time to survive')).toMatchObject({ amount: 5, year: 2020 })
    expect((await figures(told)).of('quay', 'time to restore')).toBeUndefined()
  })

  it('follow what is judged to be the same at either end; nothing is earned through oneself', async () => {
    const { of, shares } = await figures([
      publishes('src:a', 'kaai', 'jobs', 40, 'jobs'), earnsThrough('Harbour', 'kaai', 0.2, { year: 2020 }), earnsThrough('Havn', 'quay', 0.25, { year: 2021 }), earnsThrough('Havn', 'Harbour', 0.9),
      sameAs('kaai', 'quay', { grade: 'register' }), sameAs('Havn', 'Harbour', { grade: 'register' }),
    ])
    expect(of('quay', 'jobs')).toMatchObject({ amount: 40 })
    expect(shares('quay').map(({ share, year }) => [share, year])).toEqual([[0.25, 2021]])
    expect(shares('Harbour')).toEqual([])
  })
})
