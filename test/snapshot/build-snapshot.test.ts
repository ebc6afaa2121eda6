import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { BoundFlag, DayPrecision, NO_DAY } from '#analytics/record/snapshot.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import { statementKey } from '#model/statement-key.ts'
import { READ_ON, aWorld, brand, locatedIn, operates, organisation, owns, place, sameAs, site, soldIn, supplies } from '../worlds/snapshot-world.ts'

const nodes = [
  place('unlocode:NLRTM', { country: 'NL', coordinates: { lat: 51.9, lon: 4.1 } }), organisation('org:nl/b', { name: 'B' }), organisation('org:nl/a', { name: 'A' }),
  site('smdg:NLRTM/X', 'port terminal', { industryCode: '5222' }), brand('brand:x'),
]
const statements = [
  owns('org:nl/a', 'org:nl/b', undefined, { share: { min: 0.25, minExclusive: true, max: 0.5 }, validFrom: '2016', asOf: '2019-05', direct: 'indirect' }),
  operates('org:nl/b', 'smdg:NLRTM/X', { validTo: '2020-02-03', status: 'ended', grade: 'register' }),
  locatedIn('smdg:NLRTM/X', 'unlocode:NLRTM', { capacity: { amount: 2_700_000, unit: 'TEU/year', measure: 'capacity', year: 2023 } }),
  soldIn('brand:x', 'unlocode:NLRTM', { stores: 12 }), supplies('org:nl/a', 'org:nl/b', { volume: 3.5, unit: 't', commodity: 'steel' }), sameAs('org:nl/a', 'org:nl/b', { judgement: 'different' }),
]
const at = ({ statements: s, types }: Snapshot, type: string) => s.type.indexOf(types.indexOf(type))

describe('a snapshot', () => {
  it('holds nodes label by label, in order of id, with their codes as numbers', async () => {
    const { nodes: n, labels, texts, domains, indexOf } = await aWorld(nodes, statements)
    expect(n.ids).toEqual(['org:nl/a', 'org:nl/b', 'smdg:NLRTM/X', 'brand:x', 'unlocode:NLRTM', 'src:one'])
    expect(n.names.slice(0, 2)).toEqual(['A', 'B'])
    expect([...n.labelStart]).toEqual([0, 2, 3, 4, 5, 6])
    expect(Array.from(n.label, (code) => labels[code])).toEqual(['Organisation', 'Organisation', 'Site', 'Brand', 'Place', 'Source'])
    expect([domains[n.domain[2]! - 1], domains[n.domain[3]! - 1], n.domain[0]]).toEqual(['port', 'brand', 0])
    expect([texts[n.country[4]!], texts[n.kind[2]!], texts[n.industryCode[2]!]]).toEqual(['NL', 'port terminal', '5222'])
    expect([n.lat[4], n.lon[4], n.lat[2]]).toEqual([51.9, 4.1, Number.NaN])
    expect([indexOf('brand:x'), indexOf('nobody')]).toEqual([3, undefined])
  })

  it('holds every statement with its bounds, dates at their first day, figures and key', async () => {
    const snapshot = await aWorld(nodes, statements)
    const { statements: s, texts } = snapshot
    expect(s.count).toBe(6)
    const [stake, runs, located, sold, supplied, judged] = ['OWNS', 'OPERATES', 'LOCATED_IN', 'SOLD_IN', 'SUPPLIES', 'SAME_AS'].map((type) => at(snapshot, type)) as [number, number, number, number, number, number]
    expect([s.from[stake], s.to[stake], s.shareMin[stake], s.shareMax[stake], s.votesMin[stake], s.indirect[stake]]).toEqual([0, 1, 0.25, 0.5, Number.NaN, 1])
    expect(s.shareBounds[stake]).toBe(BoundFlag.MIN | BoundFlag.MAX | BoundFlag.MIN_EXCLUSIVE)
    expect([s.validFrom[stake], s.validFromPrecision[stake], s.asOf[stake], s.asOfPrecision[stake], s.validTo[stake]]).toEqual([dayNumber('2016-01-01'), DayPrecision.YEAR, dayNumber('2019-05-01'), DayPrecision.MONTH, NO_DAY])
    expect([snapshot.grades[s.grade[runs]!], snapshot.statuses[s.status[runs]!], s.validTo[runs], s.retrievedOn[runs]]).toEqual(['register', 'ended', dayNumber('2020-02-03'), dayNumber(READ_ON)])
    expect([s.amount[located], texts[s.unit[located]!], texts[s.measure[located]!], s.year[located]]).toEqual([2_700_000, 'TEU/year', 'capacity', 2023])
    expect([s.amount[sold], texts[s.unit[sold]!], s.amount[supplied], texts[s.measure[supplied]!], snapshot.judgements[s.judgement[judged]! - 1]]).toEqual([12, 'shops', 3.5, 'steel', 'different'])
    expect(snapshot.keyOf(stake)).toBe(statementKey(statements[0]!))
    expect(snapshot.nodes.ids[s.source[stake]!]).toBe('src:one')
    expect(() => snapshot.keyOf(6)).toThrow(RangeError)
  })

  it('has one version for the same facts in any order, and another for other facts', async () => {
    const { version } = await aWorld(nodes, statements)
    expect((await aWorld([...nodes].reverse(), [...statements].reverse())).version).toBe(version)
    expect((await aWorld(nodes, statements.slice(1))).version).not.toBe(version)
    expect((await aWorld(nodes, [...statements.slice(0, 5), sameAs('org:nl/a', 'org:nl/b', { judgement: 'same' })])).version).not.toBe(version)
    expect((await aWorld([...nodes, organisation('org:nl/c')], statements)).version).not.toBe(version)
  })

  it('has another version when two statements change places in what their keys leave out, or a remark changes', async () => {
    const told = async (...days: readonly string[]) => (await aWorld(nodes, [owns('a', 'b', 0.5, { retrievedOn: days[0]! }), owns('a', 'c', 0.5, { retrievedOn: days[1]!, ...(days[2] === undefined ? {} : { note: days[2] }) })])).version
    const versions = [await told('2026-01-01', '2026-01-02'), await told('2026-01-02', '2026-01-01'), await told('2026-01-01', '2026-01-01'), await told('2026-01-01', '2026-01-02', 'seen'), await told('2026-01-01', '2026-01-02', 'read')]
    expect(new Set(versions).size).toBe(versions.length)
    expect(await told('2026-01-01', '2026-01-02')).toBe(versions[0])
  })

  it('lies in shared memory, so that worker threads read it without a copy', async () => {
    const { statements: s, nodes: n } = await aWorld(nodes, statements)
    for (const column of [s.from, s.shareMin, s.grade, s.year, n.label]) expect(column.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it('grows past its first thousand rows', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => owns(`a${i}`, `b${i}`, i / 3_000))
    const snapshot = await aWorld([], many)
    expect(snapshot.statements.count).toBe(3_000)
    expect(snapshot.statements.shareMin[2_999]).toBe(2_999 / 3_000)
    expect(snapshot.keyOf(2_999)).toBe(statementKey(many[2_999]!))
  })

  it('refuses a source that gives a statement without its ends', async () => {
    const broken = buildSnapshot({ async *allNodes() { yield [] }, async *allStatements(type) { yield type === 'OWNS' ? [{ ...statements[0]!, key: 'k', importIds: [] } as never] : [] } })
    await expect(broken).rejects.toThrow('Statement k names org:nl/a, which is not among the nodes.')
  })
})
