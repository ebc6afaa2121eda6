import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '#ingest/resolve/name-key.ts'
import { brandId, opaqueOwnerId, organisationId, siteId } from '#ingest/resolve/organisation-id.ts'
import { parseIdentifier } from '#model/values/identifier.ts'

describe('keys of names', () => {
  it.each([
    ['A.P. Møller - Mærsk A/S', 'ap moller maersk', 'as'], ['A.P. Moller – Maersk AS', 'ap moller maersk', 'as'], ['Vonovia SE', 'vonovia', 'se'], ['Straße & Söhne GmbH & Co. KG', 'strasse and sohne', 'gmbh and co kg'],
    ['DP World Ltd.', 'dp world', 'ltd'], ['Evergreen Marine (Asia) Pte. Ltd.', 'evergreen marine asia', 'pte ltd'], ['Łódź S.A.', 'lodz', 'sa'], ['S.p.A. Terminale S.p.A.', 'spa terminale', 'spa'], ['PT Pelabuhan', 'pelabuhan', 'pt'],
    ['Lloyd’s', 'lloyds', ''], ['Co', 'co', ''], ['株式会社日立', '日立', '株式会社'], ['ООО «Ромашка»', 'ромашка', 'ooo'], ['ＡＢＣ　Ｌｔｄ', 'abc', 'ltd'], ['İstanbul Limanı', 'istanbul limani', ''],
  ])('%s → %s', (name, key, form) => { expect(nameKey(name)).toMatchObject({ key, form }) })

  it('is the same for its own key, and within 200 characters whatever comes in', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (name) => {
      const { formKey } = nameKey(name)
      expect(formKey.length).toBeLessThanOrEqual(230)
      expect(nameKey(nameKey(name).key).key.length).toBeLessThanOrEqual(200)
    }), { seed: 7, numRuns: 2_000 })
    expect(nameKey('ﷺ'.repeat(100_000)).key.length).toBeLessThanOrEqual(200)
  })

  it('keeps look-alikes of another script apart', () => {
    expect(nameKey('Маersk').key).not.toBe(nameKey('Maersk').key)
    expect(nameKey('Maer\u200Bsk\u202E').key).toBe('maersk')
  })
})

describe('ids', () => {
  it('are readable and keep the legal form', () => {
    expect(organisationId('APM Terminals B.V.', 'NL')).toBe('org:nl/apm-terminals-bv')
    expect(organisationId('UNKNOWN LINE')).toBe('org:zz/unknown-line')
    expect(brandId('Albert Heijn', 'NL')).toBe('brand:nl/albert-heijn')
    expect(siteId('Maasvlakte II', 'Rotterdam', 'NL')).toBe('site:nl/rotterdam/maasvlakte-ii')
  })
  it('stay apart for long names that begin alike, and are ids', () => {
    const [a, b] = ['x', 'y'].map((end) => organisationId(`${'very long name '.repeat(13)}${end}`, 'GB'))
    expect(a).not.toBe(b)
    expect(parseIdentifier(a!)).toEqual({ scheme: 'org', value: a!.slice(4) })
  })
  it('of opaque owners differ by thing and by reason', () => {
    expect(new Set([opaqueOwnerId('org:a', 'unknown'), opaqueOwnerId('org:b', 'unknown'), opaqueOwnerId('org:a', 'natural persons')]).size).toBe(3)
  })
})
