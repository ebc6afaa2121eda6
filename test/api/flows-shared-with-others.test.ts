import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { choke as inWords } from '#api/commands/render/flows-in-words.ts'
import { CITY1, CITY2, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld } from '../worlds/flow-world.ts'

/**
 * Beer for two towns; what flows before the stroke, capacity behind it. Rotterdam is asked about; Depot2 and Shop2 are in Amsterdam.
 *
 *   Brew1 ─600/1200─▶ Depot1 ─600/900─▶ Shop1 (Rotterdam, gets 700)
 *     └────200/400─▶ Depot2 ─100/200──────▲
 *   Brew2 ─300/300────▲  └──400/500─▶ Shop2 (Amsterdam)
 */
const site = (id: string, name: string, kind: string, place: string, operator: string) => `site:q/${id},${name},${kind},${place},${operator}`
const TABLES = [
  ['sites', 'id,name,kind,place_id,operator', site('brew1', 'Brew1', 'factory', CITY1, 'Malt BV'), site('brew2', 'Brew2', 'factory', CITY1, 'Malt BV'), site('depot1', 'Depot1', 'warehouse', CITY1, 'Cart NV'), site('depot2', 'Depot2', 'warehouse', CITY2, 'Wagon BV'), site('shop1', 'Shop1', 'store', CITY1, 'Shop Co'), site('shop2', 'Shop2', 'store', CITY2, 'Shop Co')],
  ['flows', 'from,to,commodity,volume,unit,period,capacity', ...[['brew1', 'depot1', 600, 1200], ['brew1', 'depot2', 200, 400], ['brew2', 'depot2', 300, 300], ['depot1', 'shop1', 600, 900], ['depot2', 'shop1', 100, 200], ['depot2', 'shop2', 400, 500]].map(([from, to, volume, capacity]) => `site:q/${from},site:q/${to},beer,${volume},hl,year,${capacity}`)],
  ['figures', 'subject_id,measure,amount', 'site:q/brew1,jobs,200', 'site:q/depot1,jobs,40', 'site:q/depot2,jobs,25'],
] as [string, ...string[]][]

interface Bounds { readonly low: number; readonly high: number }
interface Point { readonly site: { name: string }; readonly lossAfterRerouting: Bounds; readonly throughputShare: Bounds; readonly onParetoFront: boolean; readonly costToUs: { jobs: number | null; sentence: string; statements: readonly { sentence: string }[] } }
let world: FlowWorld
let points: ReadonlyMap<string, Point>
beforeAll(async () => {
  world = await flowWorld(TABLES)
  points = new Map((((await world.ask(loadDocument('choke'), { place: CITY1 }))['chokePoints'] as unknown as { items: Point[] }).items).map((point) => [point.site.name, point]))
})
afterAll(() => world.close())
const whatIf = async (...remove: string[]) => (await world.ask(loadDocument('whatif'), { place: CITY1, remove: remove.map((id) => `site:q/${id}`) }))['whatIf']! as Readonly<Record<string, unknown>>
const bounds = (name: string) => { const { low, high } = points.get(name)!.throughputShare; return [low, high].map((share) => Number(share.toFixed(4))) }

describe('a flow that is shared with others', () => {
  it('counts as passing a site only as far as it must arrive here: the share is a range where goods leave on the way', () => {
    expect(bounds('Depot1')).toEqual([0.8571, 0.8571]) // 600 of 700, all of it arrives
    expect(bounds('Depot2')).toEqual([0.1429, 0.7143]) // 500 come, 100 go here
    expect(bounds('Brew1')).toEqual([0.8571, 1]) // 800 leave it: the 600 over Depot1 arrive, of the 200 over Depot2 at most 100
    expect(bounds('Brew2')).toEqual([0, 0.4286]) // the 100 over Depot2 may all be of Brew1
  })

  it('tells how much of what passes a site finds other ways', async () => {
    // without Depot1 200 can come over Depot2: 500 of 700 are lost, of the 600 that pass it 100 are not
    expect(await whatIf('depot1')).toMatchObject({ before: { low: 700 }, after: { low: 200 }, rerouted: { low: 100, high: 100 } })
    expect((await whatIf('depot1'))['sentence']).toContain('Of what is stated to pass it, 100 hl a year would find other ways.')
    expect(await whatIf('depot1', 'depot2')).toMatchObject({ after: { low: 0 }, rerouted: { low: 0, high: 0 } })
    // nothing is lost without Depot2: what must pass it, and what may, finds other ways
    expect(await whatIf('depot2')).toMatchObject({ lossAfterRerouting: { low: 0, high: 0 }, rerouted: { low: 100, high: 500 } })
  })

  it('touches here what is here: jobs in another town are named as elsewhere', async () => {
    expect(points.get('Brew1')!.costToUs).toMatchObject({ jobs: 240, statements: [{ sentence: expect.stringContaining('jobs of Brew1: 200') as string }, { sentence: expect.stringContaining('jobs of Depot1: 40') as string }] })
    expect(points.get('Depot2')!.costToUs).toMatchObject({ jobs: null, sentence: 'The site it touches lies elsewhere, or nobody says where: what is lost there is not counted here.' })
    const { costToUs } = await whatIf('brew1', 'depot2') as { costToUs: Point['costToUs'] }
    expect(costToUs).toMatchObject({ jobs: 240, sentence: 'Touched here as far as stated: 240 jobs. Not on record: homes, power; that is unknown, not none. One site more it touches lies elsewhere, or nobody says where: what is lost there is not counted here.' })
  })

  it('a site without which nothing is lost is on no front', () => {
    expect([...points.values()].filter(({ lossAfterRerouting: { high } }) => high === 0).map(({ site: { name } }) => name).sort()).toEqual(['Brew2', 'Depot2'])
    expect([...points.values()].filter(({ onParetoFront }) => onParetoFront).map(({ site: { name } }) => name)).toEqual(['Depot1']) // Brew1 loses no more at 240 jobs
  })

  it('is told in words with the front, what is missing for a score, and a source for every figure', async () => {
    const words = inWords((await world.ask(loadDocument('choke'), { place: CITY1 }))['chokePoints']! as never)
    expect(words.match(/On the front: no other site is known to lose as much and touch less here\./g)).toHaveLength(1)
    expect(words).toContain('Loss × sting × (1 − local dependence): not given, sting and local dependence not on record; confidence low')
    expect(words).toContain('jobs of Brew1: 200 jobs, undated. — Trade statistics')
  })
})

describe('concentration', () => {
  it('of nothing is not given: no operator makes three quarters of zero', async () => {
    const idle = await flowWorld([TABLES[0]!, ['flows', 'from,to,commodity,volume,unit,period', 'site:q/brew1,site:q/depot1,beer,0,hl,year', 'site:q/depot1,site:q/shop1,beer,0,hl,year', 'site:q/depot2,site:q/shop1,beer,5,hl,year']])
    const { chokePoints } = await idle.ask(`{ chokePoints(place: "${CITY1}") { ... on ChokePoints { concentration { name index } } } }`) as unknown as { chokePoints: { concentration: object[] } }
    expect(chokePoints.concentration).toEqual([{ name: 'store', index: 1 }, { name: 'warehouse', index: 1 }])
    await idle.close()
  })
})
