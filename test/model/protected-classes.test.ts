import { describe, expect, it } from 'vitest'
import { DOMAIN_OF_SITE, SITE_KINDS } from '#model/code-lists.ts'
import { PROTECTED_CLASSES, protectedClassOf, protectedClassOfSector } from '#model/protected-classes.ts'

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

  it.each([
    ['ISIC8610', 'hospital'], ['NAF86.10Z', 'hospital'], ['C.25.40', 'defence'], ['B.07.21', 'nuclear'], ['24,46', 'nuclear'], ['42 91', 'dam'], ['49-50', 'gas'], ['7.21', 'nuclear'], ['\u041536', 'water'], ['8 6 1 0', 'hospital'],
    ['8610.0', 'hospital'], ['8400', 'emergency service'], ['860000', 'hospital'], ['4711 36', 'water'], ['47.11/36.00', 'water'], ['NACE Rev. 2.1 25.30', 'defence'],
  ])('is known however the code is written: %s is %s', (industryCode, expected) => {
    expect(protectedClassOf({ kind: 'office', industryCode })).toBe(expected)
  })

  it.each([
    ['622110', 'hospital'], ['NAICS221310', 'water'], ['SCIAN 2213', 'water'], ['SIC 8062', 'hospital'], ['US SIC 4941', 'water'], ['SIC code 9223', 'prison'], ['ANZSIC 8401', 'hospital'], ['ANZSIC06 D2811', 'water'], ['GICS 55104010', 'water'],
    ['GICS 35102020', 'hospital'], ['ISIC Rev. 3.1: 8511', 'hospital'], ['NACE Rev. 1.1 41.00', 'water'], ['SIC(2003) 75.22', 'defence'], ['SIC 2007 36000', 'water'],
  ])('is known by the code of another classification %s: %s', (industryCode, expected) => {
    expect(protectedClassOf({ kind: 'office', industryCode })).toBe(expected)
  })

  it('numbers of one classification are not read as those of another', () => {
    const harmless = ['ANZSIC 3600', 'ANZSIC 8610', 'GICS 40401010', 'SIC 2007 80620', '8511', '4100', 'NACE Rev. 2 41.00', '522210', 'NACE Rev. 2.1 49.41']
    expect(harmless.map((industryCode) => protectedClassOf({ kind: 'office', industryCode }))).toEqual(harmless.map(() => undefined))
  })

  it.each(['5222', '52.22', 'H52.22', '6311', '1061', '4711', '4931', 'C', 'H', '38.11', '25.11', '8621', '7210', 'ISIC Rev. 4', '', 'port of 1861 fame', 'hospital supplies', '5222Z', 'NAICS 3610', 'NAICS 4931', 'B86B'])('is not read into %j', (industryCode) => {
    expect(protectedClassOf({ kind: 'office', industryCode })).toBeUndefined()
  })

  it('tells a power plant from the grid, and lifts no other protection', () => {
    for (const industryCode of ['3510', '35.11', 'D', 'D35', 'NAICS 221114', '221114', 'SIC 4911', 'ANZSIC 2619', 'NACE Rev. 1.1 40.11']) expect(protectedClassOf({ kind: 'power plant', industryCode })).toBeUndefined()
    expect(['36.00', '35.13', '8422', 'NAICS 221121'].map((industryCode) => protectedClassOf({ kind: 'power plant', industryCode }))).toEqual(['water', 'electricity grid', 'defence', 'electricity grid'])
  })

  it.each(['8610', 'Q', '86', '86.10 - Hospital activities', 'Hospital activities (ISIC 8610)', 'Human health: Q86.10', 'PKD 86.10.Z', 'ISIC8610', 'CZ-NACE 86.10', '\u0668\u0666\u0661\u0660', '\uff18\uff16.\uff11\uff10', 'SIC 8062', 'GICS 35102020'])('of an organisation is known by a code in its sector: %s', (sector) => {
    expect(protectedClassOfSector(sector)).toBe('hospital')
  })
  it.each(['hospital services', 'Fund 84', 'Class Q', 'terminal 36', 'founded 1861', 'landlord', '4621 grain trade', 'A'])('and not by words: %s', (sector) => {
    expect(protectedClassOfSector(sector)).toBeUndefined()
  })

  it('never depends on a name', () => {
    expect(protectedClassOf({ kind: 'office', ...{ name: 'Central Hospital' } })).toBeUndefined()
    expect(protectedClassOf({ kind: '__proto__', industryCode: 'constructor' })).toBeUndefined()
  })
})
