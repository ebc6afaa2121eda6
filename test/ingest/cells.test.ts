import { describe, expect, it } from 'vitest'
import { countryCell } from '#ingest/parse/country.ts'
import { dateCell, dayCell } from '#ingest/parse/dates.ts'
import { decimalCell, wholeNumberCell } from '#ingest/parse/numbers.ts'
import { pointCell } from '#ingest/parse/point.ts'
import { holdsContactData, plainText, textCell, urlCell } from '#ingest/parse/text.ts'
import type { Cell } from '#ingest/parse/cell.ts'

const value = (cell: Cell<unknown>): unknown => (cell.ok ? cell.value : cell.problem.code)
const hint = (cell: Cell<unknown>): string => (cell.ok ? '' : cell.problem.hint)

describe('cells', () => {
  it('reads dates in one order only and says how to write the others', () => {
    for (const text of ['2026-11-23', '2026-11', '2026']) expect(value(dateCell(text, 'as_of'))).toMatchObject({ text })
    for (const text of ['31.12.2014', '03/04/05', '2014-02-30', '14-12-31', '2014/12/31', '1.1.2014', 'May 2014', '0026-01-01']) expect(value(dateCell(text, 'as_of'))).toBe('NOT_A_DATE')
    expect(hint(dateCell('31.12.2014', 'as_of'))).toBe('Write 2014-12-31.')
    expect(hint(dateCell('12/31/2014', 'as_of'))).toBe('Write 2014-12-31.')
    expect(hint(dateCell('03/04/2014', 'as_of'))).toContain('two ways')
    expect(value(dayCell('2026-11', 'retrieved_on'))).toBe('NOT_A_DATE')
  })

  it('reads plain numbers only: nothing becomes zero or a thousandth', () => {
    expect([value(decimalCell('12.5', 'n')), value(decimalCell('-3', 'n')), value(wholeNumberCell('007', 'n'))]).toEqual([12.5, -3, 7])
    for (const text of ['1,234.5', '51,5', '1.234.567', '1E5', '0x33', 'NaN', '', '١٢', '9999999999999999']) expect(value(decimalCell(text, 'n'))).toBe('NOT_A_NUMBER')
    for (const text of ['1.0', '-1', '1e3', '']) expect(value(wholeNumberCell(text, 'n'))).toBe('NOT_A_WHOLE_NUMBER')
  })

  it('reads countries by code or English name', () => {
    expect(['NL', 'nl', 'Netherlands', 'the Netherlands', 'UK', 'Türkiye', 'Viet Nam', 'Côte d’Ivoire', 'XK'].map((text) => value(countryCell(text, 'country')))).toEqual(['NL', 'NL', 'NL', 'NL', 'GB', 'TR', 'VN', 'CI', 'XK'])
    for (const text of ['EU', 'ZZ', 'QO', 'Nederland', '528', 'NLD']) expect(value(countryCell(text, 'country'))).toBe('NOT_A_COUNTRY')
  })

  it('reads points in decimal degrees and suggests, never applies, a swap', () => {
    expect(value(pointCell('51.949', '4.142'))).toEqual({ lat: 51.949, lon: 4.142 })
    expect(value(pointCell('', ''))).toBeUndefined()
    expect(value(pointCell('0', '0.0'))).toBe('NULL_ISLAND')
    expect(value(pointCell('0', '9.5'))).toEqual({ lat: 0, lon: 9.5 })
    expect(hint(pointCell('118.27', '33.74'))).toContain('swapped')
    expect(hint(pointCell('6783456.1', '461234.9'))).toContain('metres')
    for (const [lat, lon] of [['51,9', '4,1'], ['51°56\'N', '4°8\'E'], ['51.9', ''], ['', '4.1'], ['91', '0'], ['10', '181'], ['NaN', '1']] as const) expect(value(pointCell(lat, lon))).toBe('NOT_COORDINATES')
  })

  it('takes addresses with http or https and a host only', () => {
    for (const url of ['https://example.org/a?b=c#d', 'http://xn--e1afmkfd.example/', 'https://example.org']) expect(value(urlCell(url, 'source_url'))).toBe(url)
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example', 'http://user@evil.example', 'https://user:pw@evil.example', 'ftp://example.org', 'https://', 'https:///x', 'https:\\\\evil', 'https://a b.example', ' https//x', 'HTTPS:/x']) {
      expect([url, value(urlCell(url, 'source_url'))]).toEqual([url, 'NOT_AN_ADDRESS'])
    }
  })

  it('takes unseen characters out of text and keeps formulas as text', () => {
    expect(plainText('Port\u202E of\u200B Rot\u0000terdam\u2028 \ufeff')).toEqual({ text: 'Port of Rotterdam', stripped: true })
    expect(plainText('  Cafe\u0301  Nord ')).toEqual({ text: 'Café Nord', stripped: false })
    expect(plainText('می‌خواهم')).toEqual({ text: 'می‌خواهم', stripped: false })
    for (const formula of ['=cmd|x', '+1', '-1', '@SUM(A1)', '＝1']) expect(plainText(formula).text).toBe(formula)
  })

  it('refuses contact data and over-long names, cuts long remarks', () => {
    expect(value(textCell('ask jane.doe@example.org', 'note', true))).toBe('CONTACT_DATA')
    expect(value(textCell('call +49 30 1234 5678', 'note', true))).toBe('CONTACT_DATA')
    expect(holdsContactData('capacity +1,200,000 TEU @ 2024')).toBe(false)
    expect(value(textCell('x'.repeat(501), 'name', false))).toBe('TEXT_TOO_LONG')
    expect(value(textCell('x'.repeat(501), 'note', true))).toBe('x'.repeat(500))
  })
})
