import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_LISTS, DOMAIN_OF_SITE, GRADE_OF_SOURCE, INTERESTS, SITE_KINDS, SOURCE_KINDS, codeOf, enumName } from '#model/code-lists.ts'
import { decimalsOf, roundedFor } from '#model/values/coordinates.ts'
import { parseIdentifier } from '#model/values/identifier.ts'
import { dayAfter, earliestDay, impreciseDate, parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { shareInterval } from '#model/values/share-interval.ts'

describe('imprecise dates', () => {
  it.each([
    ['2026-11-23', 'day', '2026-11-23', '2026-11-24'],
    ['2016-12', 'month', '2016-12-01', '2017-01-01'],
    ['2016', 'year', '2016-01-01', '2017-01-01'],
    ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
  ])('%s is known to the %s: from %s, over on %s', (text, precision, first, after) => {
    const date = parseImpreciseDate(text)!
    expect(date.precision).toBe(precision)
    expect(earliestDay(date)).toBe(first)
    expect(dayAfter(date)).toBe(after)
    expect(impreciseDate.decode(impreciseDate.encode(date))).toEqual(date)
  })
  it.each(['2023-02-30', '31.12.2014', '03/04/05', '2026-13', '26', '2026-1-1', '2026-11-23T00:00:00Z', ''])('%s is no date we accept', (text) => {
    expect(parseImpreciseDate(text)).toBeUndefined()
  })
})

describe('share intervals', () => {
  it('keep 0 as a value, and both exclusive bounds', () => {
    const band = { min: 0, max: 0.75, maxExclusive: true }
    expect(shareInterval.decode(shareInterval.encode(band))).toEqual(band)
    expect(shareInterval.encode({ min: 0 })).toEqual({ Min: 0 })
  })
  it('survive storing whatever their parts are', () => {
    const bound = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })
    fc.assert(fc.property(bound, bound, fc.boolean(), (min, max, exclusive) => {
      const share = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(exclusive && min !== undefined ? { minExclusive: true } : {}) }
      expect(shareInterval.decode(shareInterval.encode(share))).toEqual(min === undefined && max === undefined ? undefined : share)
    }))
  })
})

describe('identifiers', () => {
  it.each([['smdg:NLRTM/NLMVII', 'smdg', 'NLRTM/NLMVII'], ['LEI:549300ABC', 'lei', '549300ABC'], ['gb-coh:00012345', 'gb-coh', '00012345']])('%s', (text, scheme, value) => {
    expect(parseIdentifier(text)).toEqual({ scheme, value })
  })
  it.each(['', 'no scheme', ':x', 'a:', 'lei:two words'])('%s is none', (text) => expect(parseIdentifier(text)).toBeUndefined())
})

describe('coordinates', () => {
  it('are rounded to 110 m for a terminal and to about a kilometre for homes', () => {
    expect(roundedFor('port terminal', { lat: 51.9541672, lon: 4.0033331 })).toEqual({ lat: 51.954, lon: 4.003 })
    expect(roundedFor('residential building', { lat: 51.9541672, lon: -0.001 })).toEqual({ lat: 51.95, lon: 0 })
    expect(SITE_KINDS.codes.every(({ code }) => decimalsOf(code) <= 4)).toBe(true)
  })
})

describe('code lists', () => {
  it.each(CODE_LISTS.map((list) => [list.name, list] as const))('%s has distinct codes and enum names', (_name, list) => {
    const spellings = list.codes.flatMap(({ code, also }) => [code, ...(also ?? [])])
    expect(new Set(spellings).size).toBe(spellings.length)
    expect(new Set(list.codes.map(({ code }) => enumName(code))).size).toBe(list.codes.length)
  })
  it('give every kind of source a grade and every kind of site a domain', () => {
    expect(Object.keys(GRADE_OF_SOURCE).sort()).toEqual(SOURCE_KINDS.codes.map(({ code }) => code).sort())
    expect(Object.keys(DOMAIN_OF_SITE).sort()).toEqual(SITE_KINDS.codes.map(({ code }) => code).sort())
  })
  it('read other spellings and refuse the rest', () => {
    expect(codeOf(SITE_KINDS, ' Container Terminal ')).toBe('port terminal')
    expect(codeOf(INTERESTS, 'JOINT_CONTROL')).toBe('joint control')
    expect(codeOf(INTERESTS, 'friendship')).toBeUndefined()
  })
})
