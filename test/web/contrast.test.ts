import { describe, expect, it } from 'vitest'
import { contrast } from '../../web/theme/contrast.ts'
import { MARK_PAIRS, TEXT_PAIRS, TOKENS } from '../../web/theme/tokens.ts'

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, and the published 4.54 for #767676 on white', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(contrast('#B4491F', '#B4491F')).toBe(1)
    expect(contrast('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2)
  })

  describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
    const tokens = TOKENS[scheme]
    it.each(TEXT_PAIRS)('%s is readable as text on %s', (text, ground) => {
      expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
    })
    it.each(MARK_PAIRS)('%s stands out as a mark on %s', (mark, ground) => {
      expect(contrast(tokens[mark], tokens[ground])).toBeGreaterThanOrEqual(3)
    })
  })

  it('covers every colour that carries text or marks', () => {
    const checked = new Set([...TEXT_PAIRS, ...MARK_PAIRS].flat())
    const decoration = ['line', 'border'] // hairlines that carry no meaning of their own
    expect(Object.keys(TOKENS.light).filter((token) => !checked.has(token as never) && !decoration.includes(token))).toEqual([])
  })
})
