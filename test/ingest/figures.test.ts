import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FIGURE_MEASURES } from '#model/code-lists.ts'
import { FIGURE_RULES } from '#model/figure-rules.ts'
import type { Atlas } from './atlas.ts'
import { anAtlas } from './atlas.ts'

let atlas: Atlas
beforeEach(async () => {
  atlas = await anAtlas()
  await atlas.take('sites', [['id,name,kind,place_id,place,operator', 'smdg:USLAX/M400,Pier 400,port terminal,unlocode:USLAX,Los Angeles,Harbour Holding NV', 'site:t/mill,North Mill,mill,unlocode:USLAX,Los Angeles,Harbour Holding NV']])
})
afterEach(async () => { await atlas.close() })

const HEADER = 'subject,subject_id,about,about_id,country,measure,amount,unit,year,domain,definition,as_of,source_title,source_publisher,source_kind,source_url'
const REPORT = 'Annual report 2023,Harbour Holding NV,company report,https://harbour.example/2023'
const codes = (report: Awaited<ReturnType<Atlas['take']>>) => report.problems.map(({ row, column, code }) => [row, column, code])
const ofTypes = async () => (await atlas.statements()).flatMap((one) => (one.type === 'STATES_FIGURE' || one.type === 'DEPENDS_ON' ? [one] : []))

describe('a row of figures', () => {
  it('about a place, a site, and an organisation with a site becomes a statement of its publisher', async () => {
    const report = await atlas.take('figures', [[
      HEADER,
      // 8,634,497 TEU is what the Port of Los Angeles gives for the calendar year 2023, loaded, empty, in and out
      ',unlocode:USLAX,,,,total throughput,8634497,TEU/year,2023,port,"Containers moved, loaded and empty, in TEU",2023,Container statistics,Port of Los Angeles,company report,https://www.portoflosangeles.org/business/statistics/container-statistics',
      `,smdg:USLAX/M400,,,,time to survive,12,,,,Days of sales held by its customers,2023,${REPORT}`,
      `North Mill,,,,,power,1500,kW,2023,,,,${REPORT}`,
      `Harbour Holding NV,,Pier 400,,,revenue share,37.5,%,2023,,Revenue of the segment,2023,${REPORT}`,
      `Harbour Holding NV,,Carrier Lines Ltd,,,revenue share,12,,2023,,,2023,${REPORT}`,
    ]])
    expect(report).toMatchObject({ read: 5, loaded: 5, rejected: 0 })
    const [throughput, days, power, site, customer] = ['total throughput', 'time to survive', 'power'].map((measure) => async () => (await ofTypes()).find((one) => one.type === 'STATES_FIGURE' && one.measure === measure))
      .concat(['smdg:USLAX/M400', 'org:zz/carrier-lines-ltd'].map((to) => async () => (await ofTypes()).find((one) => one.type === 'DEPENDS_ON' && one.to === to)))
    expect(await throughput!()).toMatchObject({ to: 'unlocode:USLAX', amount: 8_634_497, unit: 'TEU/year', year: 2023, domain: 'port', definition: 'Containers moved, loaded and empty, in TEU', grade: 'document', asOf: { text: '2023' } })
    expect(await days!()).toMatchObject({ to: 'smdg:USLAX/M400', amount: 12, unit: 'days', definition: 'Days of sales held by its customers' })
    expect(await power!()).toMatchObject({ to: 'site:t/mill', amount: 1.5, unit: 'MW', year: 2023 })
    expect(await site!()).toMatchObject({ from: 'org:zz/harbour-holding-nv', revenueShare: 0.375, year: 2023, definition: 'Revenue of the segment' })
    expect(await customer!()).toMatchObject({ from: 'org:zz/harbour-holding-nv', revenueShare: 0.12 })
    const publisher = (await atlas.nodes()).get((await throughput!())!.from)
    expect(publisher).toMatchObject({ label: 'Source', publisher: 'Port of Los Angeles' })
  })

  it('read twice leaves the same graph, and both imports undone leave nothing of it', async () => {
    const empty = await atlas.facts()
    const rows = [HEADER, `,unlocode:USLAX,,,,total jobs,190000,jobs,2023,,,,${REPORT}`, `Harbour Holding NV,,,smdg:USLAX/M400,,revenue share,0,,,,,2023,${REPORT}`]
    const first = await atlas.take('figures', [rows])
    const before = await atlas.facts()
    const second = await atlas.take('figures', [[HEADER, ...rows.slice(1).reverse()]])
    expect(await atlas.facts()).toBe(before)
    expect((await ofTypes()).find(({ type }) => type === 'DEPENDS_ON')).toMatchObject({ revenueShare: 0 })
    for (const { importId } of [second, first]) await atlas.store.undo(importId!) // both wrote something
    expect(await atlas.facts()).toBe(empty)
  })

  it('is refused with cell and hint where unit, range, domain or subject do not fit its measure', async () => {
    const report = await atlas.take('figures', [[
      HEADER,
      `,unlocode:USLAX,,,,total homes,1000,acres,2023,,,,${REPORT}`,
      `,unlocode:USLAX,,,,total homes,10.5,,2023,,,,${REPORT}`,
      `,unlocode:USLAX,,,,total homes,1000,,2023,port,,,${REPORT}`,
      `,unlocode:USLAX,,,,total capacity,1000,TEU/year,2023,,,,${REPORT}`,
      `,unlocode:USLAX,,,,total capacity,1000,,2023,port,,,${REPORT}`,
      `,unlocode:USLAX,,,,total sites,4,,2023,brand,,,${REPORT}`,
      `,unlocode:USLAX,,,,funds and pledges,1000,dollars,2023,,,,${REPORT}`,
      `,unlocode:USLAX,,,,total power,7,,2023,,,,${REPORT}`,
      `,site:t/mill,,,,time to survive,2,weeks,,,,,${REPORT}`,
      `,site:t/mill,,,,time to restore,4000,,,,,,${REPORT}`,
      `,site:t/mill,,,,jobs,-3,,,,,,${REPORT}`,
      `,site:t/none,,,,jobs,3,,,,,,${REPORT}`,
      `South Mill,,,,,jobs,3,,,,,,${REPORT}`,
      `,site:t/mill,Pier 400,,,jobs,3,,,,,,${REPORT}`,
      `Harbour Holding NV,,,,,revenue share,30,,,,,,${REPORT}`,
      `Harbour Holding NV,,Pier 400,,,revenue share,130,,,,,,${REPORT}`,
      `Mr John Smith,,Pier 400,,,revenue share,30,,,,,,${REPORT}`,
      `Harbour Holding NV,,Harbour Holding NV,,,revenue share,30,,,,,,${REPORT}`,
      `,site:t/mill,,,,stocks,30,,,,,,${REPORT}`,
      `,site:t/mill,,,,jobs,30,,202,,,,${REPORT}`,
      `,unlocode:USLAX,,,,total jobs,30,,,,,,,,,`,
    ]], 'none')
    expect(codes(report)).toEqual([
      [2, 'unit', 'WRONG_UNIT'], [3, 'amount', 'OUT_OF_RANGE'], [4, 'domain', 'NOT_A_CODE'], [5, 'domain', 'REQUIRED'], [6, 'unit', 'UNIT_MISSING'], [7, 'domain', 'NOT_A_CODE'], [8, 'unit', 'WRONG_UNIT'], [9, 'unit', 'UNIT_MISSING'],
      [10, 'unit', 'WRONG_UNIT'], [11, 'amount', 'OUT_OF_RANGE'], [12, 'amount', 'OUT_OF_RANGE'], [13, 'subject_id', 'UNKNOWN_SITE'], [14, 'subject', 'UNKNOWN_SITE'], [15, 'about', 'OUT_OF_RANGE'], [16, 'about', 'REQUIRED'],
      [17, 'amount', 'OUT_OF_RANGE'], [18, 'subject', 'NATURAL_PERSON'], [19, 'about', 'SELF_REFERENCE'], [20, 'measure', 'NOT_A_CODE'], [21, 'year', 'NOT_A_DATE'], [22, 'source_title', 'NO_SOURCE'],
    ])
    expect(report.problems.find(({ row }) => row === 2)!.hint).toBe('A figure of total homes is in homes.')
    expect(report.problems.find(({ row }) => row === 10)!.hint).toBe('A figure of time to survive is in days.')
    expect(report.problems.find(({ row }) => row === 11)!.hint).toBe('Write a number from 0 to 3650.')
    expect(await ofTypes()).toEqual([])
  })

  it('about a site on which life and safety depend is refused, by kind or by code', async () => {
    await atlas.take('sites', [['id,name,kind,place_id,industry_code', 'site:t/clinic,North Wing,hospital,unlocode:USLAX,', 'site:t/office,Administration,office,unlocode:USLAX,36.00']])
    const report = await atlas.take('figures', [[HEADER, `,site:t/clinic,,,,time to survive,3,,,,,,${REPORT}`, `,site:t/office,,,,jobs,30,,,,,,${REPORT}`]])
    expect(codes(report)).toEqual([[2, 'subject', 'NOT_IN_SCOPE'], [3, 'subject', 'NOT_IN_SCOPE']])
    expect(await ofTypes()).toEqual([])
  })

  it('is refused as revenue that is earned through such a site, too', async () => {
    await atlas.take('sites', [['id,name,kind,place_id', 'site:t/clinic,North Wing,hospital,unlocode:USLAX']])
    const report = await atlas.take('figures', [[HEADER, `Harbour Holding NV,,,site:t/clinic,,revenue share,30,,,,,,${REPORT}`, `Harbour Holding NV,,North Wing,,,revenue share,30,,,,,,${REPORT}`]])
    expect(codes(report)).toEqual([[2, 'about', 'NOT_IN_SCOPE'], [3, 'about', 'NOT_IN_SCOPE']])
    expect(await ofTypes()).toEqual([])
  })

  it('has a rule for every measure, and no measure of what a site keeps in store or reserve', () => {
    expect(Object.keys(FIGURE_RULES).sort()).toEqual(FIGURE_MEASURES.codes.map(({ code }) => code).sort())
    expect(FIGURE_MEASURES.codes.map(({ code, doc }) => `${code} ${doc}`).join(' ')).not.toMatch(/stock|reserve|redundan|backup|spare|inventor|guard|camera/i)
  })
})
