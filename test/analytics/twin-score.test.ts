import { describe, expect, it } from 'vitest'
import { twinScore } from '#analytics/twins/twin-score.ts'

const parts = { adversaryScores: [0.2, 0.1], exposureHere: 0.3, exposureThere: 0.2, coverageHere: 0.9, coverageThere: 0.5, fit: 0.6 }

describe('twin score', () => {
  it('multiplies four parts and shows them', () => {
    const { sharedTargetMass, balance, mirrorCoverage, fit, score } = twinScore(parts)
    expect(sharedTargetMass).toBeCloseTo(1 - 0.8 * 0.9, 12) // .28
    expect(balance).toBeCloseTo(2 / 3, 12)
    expect(mirrorCoverage).toBe(0.5)
    expect(fit).toBe(0.6)
    expect(score).toBeCloseTo(0.28 * Math.sqrt(2 / 3) * Math.sqrt(0.5) * 0.8, 12)
  })

  it('is the same from both sides', () => {
    const other = { ...parts, exposureHere: 0.2, exposureThere: 0.3, coverageHere: 0.5, coverageThere: 0.9 }
    expect(twinScore(other)).toEqual(twinScore(parts))
  })

  it('is 0 without a shared adversary, without exposure or without a mirror', () => {
    expect(twinScore({ ...parts, adversaryScores: [] }).score).toBe(0)
    expect(twinScore({ ...parts, exposureHere: 0 }).score).toBe(0)
    expect(twinScore({ ...parts, exposureHere: 0, exposureThere: 0 })).toMatchObject({ balance: 0, score: 0 })
    expect(twinScore({ ...parts, coverageThere: 0 }).score).toBe(0)
    expect(twinScore({ ...parts, fit: 0 }).score).toBeCloseTo(twinScore({ ...parts, fit: 1 }).score / 2, 12)
  })

  it('refuses parts outside their range', () => {
    expect(() => twinScore({ ...parts, fit: 1.1 })).toThrow('fit is 1.1')
    expect(() => twinScore({ ...parts, adversaryScores: [NaN] })).toThrow('outside 0 … 1')
    expect(() => twinScore({ ...parts, exposureThere: -1 })).toThrow('cannot be negative')
  })
})
