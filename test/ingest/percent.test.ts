import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareCell, shareOf, showsPercent } from '#ingest/parse/percent.ts'

const read = (text: string, clear = true) => {
  const cell = shareCell(text, 'share', clear)
  return cell.ok ? cell.value : cell.problem.code
}

/** The grammar once more, written by hand as a reader of characters: what is left must be empty. */
function oracle(text: string): { min?: number; max?: number } | undefined {
  let at = 0
  const isDigit = () => text[at] !== undefined && text[at]! >= '0' && text[at]! <= '9'
  const takeIf = (...options: string[]) => options.find((option) => { if (!text.startsWith(option, at)) return false; at += option.length; return true })
  const digits = (most: number) => { const from = at; while (isDigit() && at - from < most) at++; return text.slice(from, at) }
  const number = (): string | undefined => {
    const whole = digits(12)
    if (whole === '') return undefined
    if (text[at] !== '.' && text[at] !== ',') return whole
    at++
    const part = digits(15)
    return part === '' ? undefined : `${whole}.${part}`
  }
  const sign = takeIf('>=', '<=', '≥', '≤', '>', '<')
  takeIf(' ')
  const first = number()
  if (first === undefined) return undefined
  let second: string | undefined
  const afterFirst = at
  takeIf(' '); takeIf('%'); takeIf(' ')
  if (sign === undefined && text[0] !== ' ' && takeIf('-', '–', '—')) { takeIf(' '); second = number(); if (second === undefined) return undefined } else at = afterFirst
  takeIf(' '); takeIf('%')
  if (at !== text.length || Number(first) > 100 || Number(second ?? 0) > 100) return undefined
  if (second !== undefined) return Number(first) > Number(second) ? undefined : { min: Number(`${first}e-2`), max: Number(`${second}e-2`) }
  const fraction = Number(`${first}e-2`)
  return sign?.startsWith('>') || sign === '≥' ? { min: fraction } : sign === undefined ? { min: fraction, max: fraction } : { max: fraction }
}

describe('shares in percent', () => {
  it.each([
    ['51', { min: 0.51, max: 0.51 }], ['51.0', { min: 0.51, max: 0.51 }], ['51,0', { min: 0.51, max: 0.51 }], ['51 %', { min: 0.51, max: 0.51 }], ['41.51', { min: 0.4151, max: 0.4151 }],
    ['0', { min: 0, max: 0 }], ['100', { min: 1, max: 1 }], ['>25', { min: 0.25, minExclusive: true }], ['<75', { max: 0.75, maxExclusive: true }], ['≥ 75 %', { min: 0.75 }], ['25-50', { min: 0.25, max: 0.5 }], ['0.51 %', { min: 0.0051, max: 0.0051 }],
  ])('reads %s', (text, share) => { expect(read(text)).toEqual(share) })

  it.each(['', '1.234,5', '-5', '100.0001', '٥١', '５１', 'NaN', 'Infinity', '0x33', '5e1', '99 1', '51 (direct), 60', 'a quarter', '1/4', '51%%', '%', '>', '25-', '- 25', '.5', '5.', '1 000'])('refuses %j', (text) => {
    expect(read(text)).toBe('NOT_A_PERCENT')
  })

  it('asks for the unit of 0.51 unless its column shows that it is in percent', () => {
    expect(read('0.51', false)).toBe('UNIT_UNCLEAR')
    expect(read('1', false)).toBe('UNIT_UNCLEAR')
    const small = (text: string) => { const cell = shareOf({ exact: text, min: '', max: '' }, 'share', true); return cell.ok ? cell.warnings?.length ?? 0 : -1 }
    expect(['1', '0.5', '0,5', '0.2-0.5', '0.5 %', '0', '1.5', '51'].map(small)).toEqual([1, 1, 1, 1, 0, 0, 0, 0])
    expect(read('0', false)).toEqual({ min: 0, max: 0 })
    expect(read('0.51 %', false)).toEqual({ min: 0.0051, max: 0.0051 })
    expect(read('0.51', true)).toEqual({ min: 0.0051, max: 0.0051 })
    expect(['51', '1.5', '0,3 %', '0-50', '>25'].filter(showsPercent)).toHaveLength(5)
    expect(['0.51', '1', '0', 'x', ''].filter(showsPercent)).toEqual([])
  })

  it('agrees with the grammar written a second time, on texts near it', () => {
    const piece = fc.constantFrom('0', '1', '5', '25', '51', '100', '101', '.', ',', ' ', '%', '>', '<', '>=', '≤', '-', '–', 'x', '٥')
    fc.assert(fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const text = pieces.join('')
      const cell = shareCell(text, 'share', true)
      const expected = oracle(text)
      expect([text, cell.ok]).toEqual([text, expected !== undefined])
      if (cell.ok && expected) expect({ min: cell.value?.min, max: cell.value?.max }).toEqual({ min: expected.min, max: expected.max })
    }), { seed: 20_261_123, numRuns: 20_000 })
  })

  it('keeps every figure a person can write exact: percent to fraction and back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const text = (hundredths / 100).toFixed(2)
      expect(read(text)).toEqual({ min: Number(`${hundredths}e-4`), max: Number(`${hundredths}e-4`) })
    }), { seed: 1, numRuns: 2_000 })
  })
})

describe('exact share and bounds', () => {
  const both = (exact: string, min: string, max: string) => {
    const cell = shareOf({ exact, min, max }, 'share', true)
    return cell.ok ? cell.value : [cell.problem.code, cell.problem.column]
  }
  it('takes two bounds, an open bound, or nothing', () => {
    expect(both('', '25', '50')).toEqual({ min: 0.25, max: 0.5 })
    expect(both('', '>25', '<50')).toEqual({ min: 0.25, minExclusive: true, max: 0.5, maxExclusive: true })
    expect(both('', '', '80')).toEqual({ max: 0.8 })
    expect(both('', '0', '0')).toEqual({ min: 0, max: 0 })
    expect(both('', '', '')).toBeUndefined()
  })
  it('names the cell that is wrong', () => {
    expect(both('', '60', '50')).toEqual(['BOUNDS_SWAPPED', 'share_min'])
    expect(both('', '<25', '50')).toEqual(['NOT_A_PERCENT', 'share_min'])
    expect(both('', '25', '>50')).toEqual(['NOT_A_PERCENT', 'share_max'])
    expect(both('51', '60', '')).toEqual(['SHARE_TWICE', 'share'])
    expect(both('51', '51', '51')).toEqual({ min: 0.51, max: 0.51 })
  })
})
