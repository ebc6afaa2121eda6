import { describe, expect, it } from 'vitest'
import { flowLinks } from '#snapshot/flow-links.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { Statement } from '#model/model.ts'
import { TODAY, aWorld, operates, place, sameAs, site, supplies } from '../worlds/snapshot-world.ts'

const links = async (statements: readonly Statement[]) => flowLinks(viewAt(await aWorld([], statements), { asOf: TODAY, grades: ['register', 'document', 'reported'], today: TODAY }))
const grain = (volume: number | undefined, more: Parameters<typeof supplies>[2] = {}) => supplies('mill', 'port', { commodity: 'grain', unit: 't', ...(volume === undefined ? {} : { volume }), ...more })

describe('several statements about one flow', () => {
  it('give the latest month, never the sum of months; per year where a time is stated', async () => {
    expect((await links([grain(5, { period: '2025-03', asOf: '2025-03' }), grain(7, { period: '2025-04', asOf: '2025-04' })]))[0]!.figures).toEqual([{ unit: 't', per: 'month', volume: { low: 84, high: 84 }, capacity: undefined }])
  })
  it('of other sources for the same time are a range; the capacity may come from another statement than the volume', async () => {
    const [link] = await links([grain(5, { period: 'year', asOf: '2025' }), grain(8, { period: 'year', asOf: '2025', sourceId: 'src:two' }), grain(undefined, { flowCapacity: 10, period: 'year', asOf: '2020' })])
    expect(link!.figures).toEqual([{ unit: 't', per: 'year', volume: { low: 5, high: 8 }, capacity: { low: 10, high: 10 } }])
    expect(link!.statements).toHaveLength(3)
  })
  it('keep commodities and units apart, whatever their spelling; "TEU/month" is a unit per time', async () => {
    const found = await links([grain(5), grain(6, { commodity: ' Grain ' , sourceId: 'src:two' }), grain(1, { commodity: 'bran' }), grain(2, { unit: 'TEU/month' })])
    expect(found.map(({ commodity, figures }) => [commodity, figures.map(({ unit, per, volume }) => [unit, per, volume!.low, volume!.high])])).toEqual([['bran', [['t', undefined, 1, 1]]], ['grain', [['t', undefined, 5, 6], ['TEU', 'month', 24, 24]]]])
  })
  it('keep 0 as a figure and the share of the receiver’s supply', async () => {
    expect((await links([grain(0, { supplyShare: 0.25 })]))[0]).toMatchObject({ share: { low: 0.25, high: 0.25 }, figures: [{ volume: { low: 0, high: 0 } }] })
  })
})

describe('essential services', () => {
  const essential = async (nodes: Parameters<typeof aWorld>[0], statements: readonly Statement[]) => {
    const snapshot = await aWorld(nodes, statements)
    const marked = essentialServices(snapshot)
    return snapshot.nodes.ids.filter((id, at) => marked[at] === 1 && !id.startsWith('src:')).sort()
  }
  it('mark everything upstream, over any goods and any chain, and nothing downstream', async () => {
    expect(await essential([site('clinic', 'office', { industryCode: '8610' })], [supplies('mill', 'bakery'), supplies('bakery', 'clinic', { commodity: 'bread' }), supplies('clinic', 'laundry'), supplies('mill', 'shop')])).toEqual(['bakery', 'clinic', 'mill'])
  })
  it('see through records judged to be one, weak sources, and statements that have ended', async () => {
    const statements = [supplies('mill', 'trust (list)', { grade: 'inferred', status: 'ended', validTo: '2001' }), sameAs('trust (list)', 'trust', { grade: 'claimed' }), operates('trust', 'clinic')]
    expect(await essential([site('clinic', 'hospital')], statements)).toEqual(['clinic', 'mill', 'trust', 'trust (list)'])
  })
  it('mark suppliers of a place only from half of its supply on, for more than a thousand people', async () => {
    const supply = (population: number | undefined, ...shares: number[]) => essential([place('town', population === undefined ? {} : { population })], shares.map((supplyShare, at) => supplies(`bakery ${at}`, 'town', { commodity: 'bread', supplyShare })))
    expect(await supply(2_001, 0.3, 0.2)).toEqual(['bakery 0', 'bakery 1'])
    expect([await supply(2_000, 0.3, 0.2), await supply(50_000, 0.3, 0.19), await supply(undefined, 0.9)]).toEqual([[], [], []])
  })
})
