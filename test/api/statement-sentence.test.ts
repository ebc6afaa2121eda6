import { describe, expect, it } from 'vitest'
import { shareText, statementSentence } from '#api/schema/statement-sentence.ts'
import { GRADES, INTERESTS, STATUSES } from '#model/code-lists.ts'
import type { Grade } from '#model/code-lists.ts'
import type { NodeValue, SourceNode } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'

const named = (name: string): NodeValue => ({ label: 'Organisation', id: `org:zz/${name}`, name, nameKey: name, kind: 'company' })
const registry: SourceNode = { label: 'Source', id: 'src:1', name: 'Company register', kind: 'register', publisher: 'Companies House', retrievedOn: '2026-11-23' }
const base = { type: 'OWNS', from: 'org:zz/a', to: 'org:zz/b', key: 'k', importIds: ['imp:1'], sourceId: 'src:1', grade: 'register', status: 'in force', retrievedOn: '2026-11-23', interest: 'shareholding', share: { min: 0.4, max: 0.6 }, asOf: { text: '2024-03-01', precision: 'day' } } as const
const say = (change: object): string => statementSentence({ ...base, ...change } as StoredStatement, named('Harbour Group'), named('Terminal B.V.'), registry)

describe('a statement in words', () => {
  it.each([
    ['register', 'Harbour Group is registered as holding 40–60 % of Terminal B.V., Companies House, 2024-03-01.'],
    ['document', 'Companies House states that Harbour Group holds 40–60 % of Terminal B.V., 2024-03-01.'],
    ['reported', 'Companies House reports that Harbour Group holds 40–60 % of Terminal B.V., 2024-03-01.'],
    ['claimed', 'Companies House says that Harbour Group holds 40–60 % of Terminal B.V., 2024-03-01.'],
    ['inferred', 'Harbour Group may hold 40–60 % of Terminal B.V.: found by comparing names in Companies House, not stated there, 2024-03-01.'],
  ])('of grade %s says whose word it is', (grade, sentence) => expect(say({ grade })).toBe(sentence))

  it('says when nothing is dated, and when the size is not stated', () => {
    expect(say({ asOf: undefined, share: undefined })).toBe('Harbour Group is registered as holding a stake of unstated size in Terminal B.V., Companies House, undated.')
  })

  it('says that a deal is not done, that it has ended, that sources disagree', () => {
    expect(say({ status: 'agreed' })).toMatch(/^It is agreed, completion not seen, that Harbour Group holds /)
    expect(say({ status: 'announced' })).toMatch(/^It is announced that /)
    expect(say({ status: 'ended', validTo: { text: '2021-12', precision: 'month' } })).toMatch(/^It has ended \(2021-12\) that /)
    expect(say({ status: 'disputed' })).toMatch(/^Sources disagree on whether /)
  })

  const [day, month, year] = [{ text: '2030-01-31', precision: 'day' }, { text: '2021-12', precision: 'month' }, { text: '2016', precision: 'year' }] as const
  it.each([
    ['in force, with a day to end on', { validTo: day }, 'Harbour Group is registered as holding 40–60 % of Terminal B.V., Companies House, 2024-03-01, until 2030-01-31.'],
    ['in force from a year to a day', { asOf: undefined, validFrom: year, validTo: day, grade: 'document' }, 'Companies House states that Harbour Group holds 40–60 % of Terminal B.V., from 2016 until 2030-01-31.'],
    ['in force from a year on', { asOf: undefined, validFrom: year, grade: 'reported' }, 'Companies House reports that Harbour Group holds 40–60 % of Terminal B.V., since 2016.'],
    ['in force, with nothing but an end', { asOf: undefined, validTo: day, grade: 'claimed' }, 'Companies House says that Harbour Group holds 40–60 % of Terminal B.V., until 2030-01-31.'],
    ['found by comparing names', { validTo: day, grade: 'inferred' }, 'Harbour Group may hold 40–60 % of Terminal B.V.: found by comparing names in Companies House, not stated there, 2024-03-01, until 2030-01-31.'],
    ['ended in a month', { status: 'ended', validTo: month }, 'It has ended (2021-12) that Harbour Group holds 40–60 % of Terminal B.V., according to Companies House, 2024-03-01.'],
    ['ended, from a year to a month', { status: 'ended', asOf: undefined, validFrom: year, validTo: month }, 'It has ended (2021-12) that Harbour Group holds 40–60 % of Terminal B.V., according to Companies House, from 2016.'],
    ['ended, nobody says when', { status: 'ended', asOf: undefined }, 'It has ended that Harbour Group holds 40–60 % of Terminal B.V., according to Companies House, undated.'],
    ['agreed for a time', { status: 'agreed', asOf: undefined, validFrom: year, validTo: day }, 'It is agreed, completion not seen, that Harbour Group holds 40–60 % of Terminal B.V., according to Companies House, from 2016 until 2030-01-31.'],
    ['a figure that is no longer given', { type: 'STATES_FIGURE', measure: 'total homes', amount: 306_000, unit: 'homes', status: 'ended', validTo: month }, 'No longer held: Companies House records as total homes of Terminal B.V.: 306,000 homes, 2024-03-01, until 2021-12.'],
    ['a judgement that was taken back', { type: 'SAME_AS', judgement: 'same', basis: 'same name', status: 'ended', validTo: month }, 'No longer held: Companies House judges Harbour Group to be the same as Terminal B.V.: same name, 2024-03-01, until 2021-12.'],
  ])('says when it ends or ended: %s', (_what, change, sentence) => expect(say(change)).toBe(sentence))

  it('tells a published figure with what is counted, and repeats nothing of one that is withheld', () => {
    const figure = { type: 'STATES_FIGURE', measure: 'total throughput', amount: 8_634_497, unit: 'TEU/year', year: 2023, domain: 'port' }
    expect(say(figure)).toBe('Companies House records as total throughput (port) of Terminal B.V.: 8,634,497 TEU/year (2023), 2024-03-01.')
    expect(say({ ...figure, grade: 'claimed', status: 'disputed' })).toMatch(/^Disputed, not counted: Companies House says as total throughput/)
    expect(say({ ...figure, amount: undefined, unit: undefined, year: undefined })).toBe('Companies House records as total throughput (port) of Terminal B.V., 2024-03-01.')
    expect(say({ type: 'DEPENDS_ON', revenueShare: 0.375, year: 2023, grade: 'document' })).toBe('Companies House states that Harbour Group earns 37.5 % of its revenue of 2023 through Terminal B.V., 2024-03-01.')
    expect(say({ type: 'DEPENDS_ON', revenueShare: undefined, grade: 'document' })).toBe('Companies House states that Harbour Group earns a part of its revenue through Terminal B.V., 2024-03-01.')
  })

  it('keeps excluded bounds in words', () => {
    expect(shareText({ min: 0.5, minExclusive: true, max: 0.75, maxExclusive: true })).toBe('more than 50 % and less than 75 %')
    expect(shareText({ min: 0.75 })).toBe('at least 75 %')
    expect(shareText({ min: 0, max: 0 })).toBe('0 %')
  })

  it('names its source and has no accusation and no bare “owns”, whatever grade, status and interest', () => {
    const banned = /\b(owns|owned|criminal|illegal|corrupt|fraud|launder|scam|greedy|exploit|evade|guilty|linked to)\b/i
    for (const { code: interest } of INTERESTS.codes) {
      for (const { code: status } of STATUSES.codes) {
        for (const grade of GRADES.codes.map(({ code }) => code) as Grade[]) {
          const sentence = say({ interest, status, grade })
          expect(sentence).not.toMatch(banned)
          expect(sentence).toContain('Companies House')
          expect(sentence).toMatch(/2024-03-01.*\.$|undated\.$/)
        }
      }
    }
  })
})
