import { describe, expect, it } from 'vitest'
import { DOMAIN_OF_SITE, SITE_KINDS } from '#model/code-lists.ts'
import { PROTECTED_CLASSES, protectedClassOf } from '#model/protected-classes.ts'

describe('a protected class', () => {
  it('is known by the kind of the site', () => {
    const found = SITE_KINDS.codes.map(({ code }) => protectedClassOf({ kind: code })).filter((one) => one !== undefined)
    expect([...found].sort()).toEqual([...PROTECTED_CLASSES].sort())
    expect(Object.keys(DOMAIN_OF_SITE).sort()).toEqual(SITE_KINDS.codes.map(({ code }) => code).sort())
  })

  it.each([
    ['36', 'water'], ['3600', 'water'], ['36.00', 'water'], ['E36.00', 'water'], ['E', 'water'], ['ISIC Rev. 4: 3600', 'water'], ['NACE Rev. 2.1 36.00', 'water'], ['5222; 3700', 'water'], ['٣٦٠٠', 'water'], ['３６', 'water'],
    ['3510', 'electricity grid'], ['35.12', 'electricity grid'], ['D35.13', 'electricity grid'], ['D', 'electricity grid'], ['35', 'electricity grid'], ['35.2', 'gas'], ['3520', 'gas'], ['49.50', 'gas'], ['4930', 'gas'],
    ['8610', 'hospital'], ['86.1', 'hospital'], ['86', 'hospital'], ['84.22', 'defence'], ['30.40', 'defence'], ['8423', 'prison'], ['84.25', 'emergency service'], ['84.24', 'emergency service'], ['07.21', 'nuclear'], ['24.46', 'nuclear'], ['42.91', 'dam'],
  ])('is known by the code %s under any kind: %s', (industryCode, expected) => {
    for (const kind of ['office', 'warehouse', 'data centre', 'other']) expect(protectedClassOf({ kind, industryCode })).toBe(expected)
  })

  it.each([
    ['8610Z', 'hospital'], ['NAF 86.10Z', 'hospital'], ['86101', 'hospital'], ['8610-1/01', 'hospital'], ['APE 8422Z', 'defence'], ['WZ 36.00.1', 'water'], ['86.10 - Hospital activities', 'hospital'],
    ['NAICS 622110', 'hospital'], ['NAICS 2213', 'water'], ['NAICS 221122', 'electricity grid'], ['NAICS 922140', 'prison'],
  ])('is known by the code of a country %s: %s', (industryCode, expected) => {
    for (const kind of ['office', 'warehouse', 'other']) expect(protectedClassOf({ kind, industryCode })).toBe(expected)
  })

  it.each(['5222', '52.22', 'H52.22', '6311', '1061', '4711', '4931', 'C', 'H', '38.11', '25.11', '8621', '7210', 'ISIC Rev. 4', '', 'port of 1861 fame', 'hospital supplies', '5222Z', 'NAICS 3610', 'NAICS 4931', 'B86B'])('is not read into %j', (industryCode) => {
    expect(protectedClassOf({ kind: 'office', industryCode })).toBeUndefined()
  })

  it('tells a power plant from the grid, and lifts no other protection', () => {
    expect(['3510', '35.11', 'D', 'D35', 'NAICS 221114'].map((industryCode) => protectedClassOf({ kind: 'power plant', industryCode }))).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(['36.00', '35.13', '8422', 'NAICS 221121'].map((industryCode) => protectedClassOf({ kind: 'power plant', industryCode }))).toEqual(['water', 'electricity grid', 'defence', 'electricity grid'])
  })

  it('never depends on a name', () => {
    expect(protectedClassOf({ kind: 'office', ...{ name: 'Central Hospital' } })).toBeUndefined()
    expect(protectedClassOf({ kind: '__proto__', industryCode: 'constructor' })).toBeUndefined()
  })
})
