import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas.ts'
import { anAtlas } from './atlas.ts'

let atlas: Atlas
beforeEach(async () => { atlas = await anAtlas() })
afterEach(async () => { await atlas.close() })

const HEADER = 'from,to,commodity,volume,unit,period,share,capacity,as_of,grade,note'
const codes = (report: Awaited<ReturnType<Atlas['take']>>) => report.problems.map(({ row, column, code }) => [row, column, code])
const flows = async (one: Atlas = atlas) => (await one.statements()).flatMap((statement) => (statement.type === 'SUPPLIES' ? [statement] : []))
const SITES = ['id,name,kind,place_id,place', 'site:t/port,Port Alpha,port terminal,unlocode:NLRTM,Rotterdam', 'site:t/depot,Depot Beta,warehouse,unlocode:NLRTM,Rotterdam']

describe('a row of flows', () => {
  it('becomes one statement between ids or names of organisations, sites and places', async () => {
    await atlas.take('sites', [SITES])
    await atlas.take('ownership', [['owner,owned', 'Mill Holding NV,Northern Mills Ltd']])
    const report = await atlas.take('flows', [[
      HEADER, 'Northern Mills Ltd,Port Alpha,grain,5000,t,2024,80,6000,,,by barge', 'site:t/port,Depot Beta,grain,400,t,2024-05,,500,2024-06-17,reported,', 'Depot Beta,Rotterdam,flour,,,,60,,2024,,', 'iso3166:UA,Port Alpha,grain,,,month,,12.5,,,',
    ]])
    expect(report).toMatchObject({ read: 4, loaded: 4, rejected: 0 })
    expect((await flows()).map(({ from, to, commodity, volume, unit, period, supplyShare, flowCapacity, asOf, grade, note }) => [from, to, commodity, volume, unit, period, supplyShare, flowCapacity, asOf?.text, grade, note]).sort()).toEqual([
      ['iso3166:UA', 'site:t/port', 'grain', undefined, undefined, 'month', undefined, 12.5, undefined, 'register', undefined],
      ['org:zz/northern-mills-ltd', 'site:t/port', 'grain', 5000, 't', '2024', 0.8, 6000, '2024', 'register', 'by barge'],
      ['site:t/depot', 'unlocode:NLRTM', 'flour', undefined, undefined, undefined, 0.6, undefined, '2024', 'register', undefined],
      ['site:t/port', 'site:t/depot', 'grain', 400, 't', '2024-05', undefined, 500, '2024-06', 'reported', undefined],
    ])
    expect(report.notes.map(({ text }) => text)).toContain('the day a flow is stated for was left out: flows are kept per month')
  })

  it('keeps 0 as a volume and makes organisations of names nobody has', async () => {
    await atlas.take('flows', [[HEADER, 'Sparkle Works,Harbour Trading Co,steel,0,t,year,,,,,']])
    expect(await flows()).toMatchObject([{ from: 'org:zz/sparkle-works', to: 'org:zz/harbour-trading-co', volume: 0, period: 'year' }])
  })

  it('finer than a month is refused with a hint, whatever column says so', async () => {
    const report = await atlas.take('flows', [[
      'from,to,commodity,volume,unit,period,valid_from,valid_to', 'A Ltd,B Ltd,steel,5,t,2024-05-17,,', 'A Ltd,B Ltd,steel,5,t,day,,', 'A Ltd,B Ltd,steel,5,t,daily,,', 'A Ltd,B Ltd,steel,5,t,P1D,,', 'A Ltd,B Ltd,steel,5,t,2024-W20,,', 'A Ltd,B Ltd,steel,5,t,per week,,',
      'A Ltd,B Ltd,steel,5,t/day,,,', 'A Ltd,B Ltd,steel,5,TEU per hour,year,,', 'A Ltd,B Ltd,steel,5,t,,2024-05-03,2024-05-09', 'A Ltd,B Ltd,steel,5,t,sometimes,,', 'A Ltd,B Ltd,steel,5,t,2024-13,,', 'A Ltd,B Ltd,steel,5,t,17.05.2024,,',
    ]])
    expect(codes(report)).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((row) => [row, 'period', 'TOO_FINE']), [8, 'unit', 'TOO_FINE'], [9, 'unit', 'TOO_FINE'], [10, 'valid_to', 'TOO_FINE'], [11, 'period', 'NOT_A_PERIOD'], [12, 'period', 'NOT_A_PERIOD'], [13, 'period', 'TOO_FINE'],
    ])
    expect(report.problems[0]!.hint).toBe('Flows are kept per month at the finest: add up the month and write it as 2024-05.')
    expect(await flows()).toEqual([])
  })

  it('is refused in any unit that says days, hours or weeks, and so is a unit per something that is no time', async () => {
    const finer = ['t/24h', 'bpd', 'mmcfd', 'tpd', 't a day', 't/Tag', 't/jour', 't/día', 'TEU/semana', 't per working day', 't d⁻¹', 't p.d.', 't/14 days', 't/日', 'т/день', 'm3/h']
    const report = await atlas.take('flows', [['from,to,commodity,volume,unit,period', ...finer.map((unit) => `A Ltd,B Ltd,steel,5,${unit},year`), 'A Ltd,B Ltd,steel,5,TEU/vessel,year']])
    expect(codes(report)).toEqual([...finer.map((_, at) => [at + 2, 'unit', 'TOO_FINE']), [finer.length + 2, 'unit', 'WRONG_UNIT']])
    const taken = await atlas.take('flows', [['from,to,commodity,volume,unit,period', ...['TEU', 'MW', 'Mt/y', 't per annum', 't/Monat'].map((unit, at) => `A Ltd,B Ltd,steel ${at},5,${unit},`)]])
    expect(codes(taken)).toEqual([])
  })

  it('of a month, a quarter, a year or a rate is taken in one spelling', async () => {
    const written = ['2024-05', '2024-Q3', '2024q4', '2024', 'Monthly', 'per year', 'P1Y', 'quarter']
    await atlas.take('flows', [['from,to,commodity,volume,unit,period', ...written.map((period, at) => `A Ltd,B Ltd,steel ${at},5,t,${period}`)]])
    expect((await flows()).map(({ commodity, period, asOf }) => [commodity, period, asOf?.text]).sort()).toEqual([
      ['steel 0', '2024-05', '2024-05'], ['steel 1', '2024-Q3', '2024-07'], ['steel 2', '2024-Q4', '2024-10'], ['steel 3', '2024', '2024'], ['steel 4', 'month', undefined], ['steel 5', 'year', undefined], ['steel 6', 'year', undefined], ['steel 7', 'quarter', undefined],
    ])
  })

  it('that cannot be used says which cell and why', async () => {
    await atlas.take('sites', [SITES])
    await atlas.take('ownership', [['owner,owned', 'Port Alpha,Mills Ltd']])
    const report = await atlas.take('flows', [[
      HEADER, ',B Ltd,steel,,,,,,,,', 'A Ltd,B Ltd,,,,,,,,,', 'A Ltd,A Ltd,steel,,,,,,,,', 'site:t/none,B Ltd,steel,,,,,,,,', 'lei:5493001KJTIIGC8Y1R12,B Ltd,steel,,,,,,,,', 'Port Alpha,B Ltd,steel,,,,,,,,', 'A Ltd,B Ltd,steel,-4,t,year,,,,,',
      'A Ltd,B Ltd,steel,many,t,year,,,,,', 'Mr John Smith,B Ltd,steel,,,,,,,,', 'A Ltd,B Ltd,steel,,,,140,,,,', 'unlocode:XX,B Ltd,steel,,,,,,,,',
    ]])
    expect(codes(report)).toEqual([
      [2, 'from', 'REQUIRED'], [3, 'commodity', 'REQUIRED'], [4, 'to', 'SELF_REFERENCE'], [5, 'from', 'UNKNOWN_SITE'], [6, 'from', 'UNKNOWN_ORGANISATION'], [7, 'from', 'AMBIGUOUS_NAME'], [8, 'volume', 'OUT_OF_RANGE'],
      [9, 'volume', 'NOT_A_NUMBER'], [10, 'from', 'NATURAL_PERSON'], [11, 'share', 'NOT_A_PERCENT'], [12, 'from', 'UNKNOWN_ORGANISATION'],
    ])
    expect(report.problems[5]!.hint).toContain('site:t/port, org:zz/port-alpha')
    expect(await flows()).toEqual([])
  })
})

describe('a table of flows', () => {
  const ROWS = [
    'Northern Mills,Port Alpha,grain,5000,t,2024,80,6000,,,first', 'Northern Mills Ltd,Port Alpha,grain,5100,t,2024-11,,,2024-12,,', 'site:t/port,Depot Beta,grain,400,t,2024-05,,500,2024-06-17,reported,',
    'Depot Beta,Rotterdam,grain,,,,60,,2024,,', 'Southern Mills,Depot Beta,grain,7,t,month,,9,,,', 'Northern Mills,Southern Mills,bran,1,t,month,,,,,',
  ]
  it('leaves the same graph in any order, in one file or two, and when it is read again', async () => {
    await atlas.take('sites', [SITES])
    await atlas.take('flows', [[HEADER, ...ROWS]])
    const first = await atlas.facts()
    expect(await atlas.take('flows', [[HEADER, ...ROWS]])).toMatchObject({ loaded: ROWS.length, nodes: { created: 0, updated: 0 }, statements: { created: 0, updated: 0 } })
    expect(await atlas.facts()).toBe(first)
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), fc.integer({ min: 0, max: ROWS.length }), async (rows, cut) => {
      const other = await anAtlas()
      try {
        await other.take('sites', [SITES])
        await other.take('flows', [[HEADER, ...rows.slice(0, cut)], [HEADER, ...rows.slice(cut)]])
        expect(await other.facts()).toBe(first)
      } finally { await other.close() }
    }), { seed: 24, numRuns: 8 })
  })
})
