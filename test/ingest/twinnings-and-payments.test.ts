import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoredStatement } from '#model/record.ts'
import type { Atlas } from './atlas.ts'
import { anAtlas } from './atlas.ts'

let atlas: Atlas
beforeEach(async () => { atlas = await anAtlas() })
afterEach(async () => { await atlas.close() })

const ofType = async <T extends StoredStatement['type']>(type: T) => (await atlas.statements()).filter((one): one is Extract<StoredStatement, { type: T }> => one.type === type)
const codes = (report: Awaited<ReturnType<Atlas['take']>>) => report.problems.map(({ row, column, code }) => [row, column, code])

describe('existing ties between places', () => {
  it('are one statement whichever of the two a list names first', async () => {
    const report = await atlas.take('twinnings', [['place_id,partner_id,valid_from,tie', 'unlocode:USLAX,unlocode:JPNGO,1959-04-01,sister city', 'unlocode:JPNGO,unlocode:USLAX,1959-04-01,sister city', 'unlocode:USLAX,unlocode:USLAX,,']])
    expect(report).toMatchObject({ read: 3, loaded: 2 })
    expect(codes(report)).toEqual([[4, 'partner', 'SELF_REFERENCE']])
    expect((await ofType('TWINNED_WITH')).map(({ from, to, tie, validFrom }) => [from, to, tie, validFrom?.text])).toEqual([['unlocode:JPNGO', 'unlocode:USLAX', 'sister city', '1959-04-01']])
  })

  it('are read from a list of sister cities, each with the page that says so', async () => {
    const lines = readFileSync(join(import.meta.dirname, '../extracts/sister-cities.csv'), 'utf8').trim().split('\n')
    const report = await atlas.take('sister-cities', [lines], 'none')
    expect(report).toMatchObject({ read: 9, loaded: 9, rejected: 0 })
    const ties = await ofType('TWINNED_WITH')
    expect(ties).toHaveLength(9)
    const nodes = await atlas.nodes()
    const nagoya = ties.find(({ from, to }) => [from, to].some((id) => nodes.get(id)?.name === 'Nagoya'))!
    expect(nagoya).toMatchObject({ validFrom: { text: '1959-04-01', precision: 'day' }, status: 'in force' })
    expect(nodes.get(nagoya.sourceId)).toMatchObject({ url: 'http://nsca.gr.jp/english/sistercities/losangeles/' })
    expect(ties.map(({ from, to }) => nodes.get([from, to].find((id) => id !== 'unlocode:USLAX')!)!.name).sort()).toEqual(['Athens', 'Auckland', 'Berlin', 'Bordeaux', 'Mumbai', 'Nagoya', 'Salvador', 'Split', 'Vancouver'])
  })

  it('need two places and a source', async () => {
    const report = await atlas.take('sister-cities', [['place,partner,source', 'unlocode:USLAX,,https://example.org/', 'unlocode:USLAX,unlocode:JPNGO,', ',,']], 'none')
    expect(codes(report)).toEqual([[2, 'partner', 'REQUIRED'], [3, 'source', 'NO_SOURCE']])
    expect(report.skipped).toBe(1)
  })

  it('a day that is none is named by the column of the list', async () => {
    const report = await atlas.take('sister-cities', [['place,partner,since,source', 'unlocode:USLAX,unlocode:JPNGO,1959-13,https://example.org/']], 'none')
    expect([report.loaded, codes(report)]).toEqual([0, [[2, 'since', 'NOT_A_DATE']]])
  })
})

describe('public money', () => {
  const HEADER = 'payer,payer_kind,payee,amount,currency,period,kind,place_id,reference'
  it('is kept line by line, dated by its period, equal lines counted one by one', async () => {
    const lines = [
      HEADER, 'Borough Council,municipality,Harbour Services Ltd,500,gbp,2026-03,,unlocode:GBLON,', 'Borough Council,municipality,Harbour Services Ltd,500,GBP,2026-03,payment,unlocode:GBLON,',
      'Borough Council,municipality,Harbour Services Ltd,-20.5,GBP,2026-04,,unlocode:GBLON,credit 7', 'Borough Pension Fund,pension fund,Harbour Holding plc,1000000,GBP,2026-03-31,holding,unlocode:GBLON,',
    ]
    expect(await atlas.take('payments', [lines])).toMatchObject({ read: 4, loaded: 4 })
    const money = (await ofType('FUNDS')).map(({ kind, amount, currency, period, asOf, reference }) => [kind, amount, currency, period, asOf?.text, reference])
    expect(money.sort((a, b) => Number(a[1]) - Number(b[1]) || (a[5] === undefined ? -1 : 1))).toEqual([
      ['payment', -20.5, 'GBP', '2026-04', '2026-04', 'credit 7'], ['payment', 500, 'GBP', '2026-03', '2026-03', undefined], ['payment', 500, 'GBP', '2026-03', '2026-03', 'equal line 2'],
      ['holding', 1_000_000, 'GBP', '2026-03-31', '2026-03-31', undefined],
    ])
    expect((await ofType('BODY_OF')).map(({ from, to }) => [from, to]).sort()).toEqual([['org:zz/borough-council', 'unlocode:GBLON'], ['org:zz/borough-pension-fund', 'unlocode:GBLON']])
    const before = await atlas.facts()
    await atlas.take('payments', [[HEADER, ...lines.slice(1).reverse()]])
    expect(await atlas.facts()).toBe(before) // in another order: the same lines
  })

  it('leaves out payees that are people, and refuses what it cannot read', async () => {
    const report = await atlas.take('payments', [[HEADER, 'Borough Council,municipality,Mr John Smith,90,GBP,2026-03,,,', 'Borough Council,municipality,REDACTED,90,GBP,2026-03,,,', 'Borough Council,municipality,Works Ltd,1,pounds,2026-03,,,', 'Borough Council,municipality,Works Ltd,1,GBP,March,,,', 'Borough Council,municipality,Borough Council,1,GBP,,,,', 'Borough Council,municipality,Works Ltd,"1,000",GBP,,,,']])
    expect(codes(report)).toEqual([[4, 'currency', 'NOT_A_CODE'], [5, 'period', 'NOT_A_DATE'], [6, 'payee', 'SELF_REFERENCE'], [7, 'amount', 'NOT_A_NUMBER']])
    expect(await ofType('FUNDS')).toEqual([])
    expect(report.notes.map(({ text }) => text)).toContain('a payee that is a natural person was left out')
    expect(await atlas.facts()).not.toContain('Smith')
  })
})
