import { describe, expect, it } from 'vitest'
import { eachCountry, joined, lawDate } from '../../web/lawful/law-notes.ts'
import { NO_NOTES, NOT_LEGAL_ADVICE } from '#api/lawful-means.ts'
import english from '../../web/i18n/en.json'

describe('notes on the law, as a page shows them', () => {
  it('tell each country once, in the order of the places', () => {
    expect(eachCountry([{ country: 'US' }, { country: 'NL' }, { country: 'US' }]).map(({ country }) => country)).toEqual(['US', 'NL'])
    expect(eachCountry([{ country: null }, { country: null }])).toHaveLength(1)
  })
  it('date a law as exactly as it is known', () => {
    const words = { date: (iso: string) => `day ${iso}` }
    expect([['2015-06-19', 'DAY'], ['2015-06-01', 'MONTH'], ['1974-01-01', 'YEAR']].map(([asOf, asOfPrecision]) => lawDate({ asOf: asOf!, asOfPrecision: asOfPrecision! }, words))).toEqual(['day 2015-06-19', '2015-06', '1974'])
  })
  it('list what is not noted as the language joins words', () => {
    expect(joined(['notice', 'picketing'], 'en')).toBe('notice and picketing')
    expect(joined(['Ankündigung', 'Streikposten'], 'de')).toBe('Ankündigung und Streikposten')
    expect(joined(['الإخطار', 'التجمّع'], 'ar')).toBe('الإخطار والتجمّع')
  })
  it('say in English what the API says', () => {
    expect([english['lawful.none'], english['lawful.advice']]).toEqual([NO_NOTES, NOT_LEGAL_ADVICE])
  })
})
