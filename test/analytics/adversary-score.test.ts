import { describe, expect, it } from 'vitest'
import { adversaryScore, UBIQUITY_WEIGHT } from '#analytics/places/adversary-score.ts'
import { harmonicMean } from '#analytics/parts/harmonic-mean.ts'
import { ubiquity } from '#analytics/places/ubiquity.ts'

//   four places; LANDCO in two, MEGA the same everywhere, LOCAL in one; FUND holds 8 % of LANDCO and MEGA
const LANDCO = [0.2, 0.1, 0, 0]
const MEGA = [0.12, 0.12, 0.12, 0.12]
const LOCAL = [0.3, 0, 0, 0]
const FUND = LANDCO.map((exposure, place) => 0.08 * (exposure + MEGA[place]!))
const score = (exposures: number[], beta?: number) => adversaryScore(exposures[0]!, exposures[1]!, ubiquity(exposures), beta).toFixed(4)

describe('score of shared adversaries', () => {
  it('controllers, β .25: who is in both places and not everywhere comes first', () => {
    expect([harmonicMean(LANDCO[0]!, LANDCO[1]!).toFixed(4), ubiquity(LANDCO).toFixed(4)]).toEqual(['0.1333', '0.2966'])
    expect([score(LANDCO), score(MEGA), score(LOCAL)]).toEqual(['0.1234', '0.0900', '0.0000'])
    expect(ubiquity(MEGA)).toBeCloseTo(1, 12)
  })

  it('controllers, β .5', () => expect([score(LANDCO, 0.5), score(MEGA, 0.5)]).toEqual(['0.1136', '0.0600']))

  it('a fund that controls nothing has no exposure as a controller', () => expect(score([0, 0, 0, 0])).toBe('0.0000'))

  it('owners, β 1: who is everywhere the same tells nothing about two places', () => {
    expect([score(LANDCO, UBIQUITY_WEIGHT.financiers), score(FUND, 1), score(MEGA, 1)]).toEqual(['0.0938', '0.0023', '0.0000'])
    expect(ubiquity(FUND).toFixed(4)).toBe('0.8879')
  })

  it('ubiquity of one place, of no place and of no presence is 0', () => {
    expect([ubiquity([0.4]), ubiquity([]), ubiquity([0, 0]), ubiquity(LOCAL)]).toEqual([0, 0, 0, 0])
  })

  it('harmonic mean is 0 if absent in either place', () => expect([harmonicMean(0, 0.5), harmonicMean(0.5, 0), harmonicMean(0.25, 0.25)]).toEqual([0, 0, 0.25]))
})
