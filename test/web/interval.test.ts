import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import english from '../../web/i18n/en.json'
import { intervalWords, railParts } from '../../web/interval/interval-words.ts'

const intl = createIntl({ locale: 'en', messages: english })
const words = {
  t: (key: keyof typeof english, values?: Record<string, string | number>) => intl.formatMessage({ id: key }, values),
  percent: (fraction: number) => intl.formatNumber(fraction, { style: 'percent', maximumFractionDigits: 1 }),
}
const said = (low: number, high: number, flags: { lowExclusive?: boolean; highExclusive?: boolean } = {}) => intervalWords({ low, high, ...flags }, words)

describe('a share in words', () => {
  it('says an exact share once, 0 % included: it is a finding', () => {
    expect(said(0.4151, 0.4151)).toBe('41.5%')
    expect(said(0, 0)).toBe('0%')
    expect(said(1, 1)).toBe('100%')
  })
  it('says the bands of the British register as the register means them', () => {
    expect(said(0.25, 0.5, { lowExclusive: true })).toBe('more than 25% up to 50%')
    expect(said(0.5, 0.75, { lowExclusive: true, highExclusive: true })).toBe('more than 50%, less than 75%')
    expect(said(0.75, 1)).toBe('at least 75%')
  })
  it('never turns an unstated share into 0 % or 100 %', () => {
    expect(said(0, 1)).toBe('share not stated')
    expect(intervalWords(null, words)).toBe('share not stated')
    expect(said(0, 0.49)).toBe('up to 49%')
    expect(said(0.1, 0.3)).toBe('10% to 30%')
  })
})

describe('the rail of a share', () => {
  it('is solid up to the low end and hatched from there to the high end', () => {
    expect(railParts({ low: 0.4, high: 0.6 }).solid).toBe(40)
    expect(railParts({ low: 0.4, high: 0.6 }).hatched).toBeCloseTo(20, 10)
    expect(railParts({ low: 0.5, high: 0.5 })).toEqual({ solid: 50, hatched: 0 })
  })
  it('keeps a small finding visible and never overflows', () => {
    expect(railParts({ low: 0.001, high: 0.001 })).toEqual({ solid: 1.5, hatched: 0 })
    const { solid, hatched } = railParts({ low: 0.999, high: 1 })
    expect(solid + hatched).toBeLessThanOrEqual(100)
    expect(railParts({ low: 0, high: 0 })).toEqual({ solid: 0, hatched: 0 })
  })
})
