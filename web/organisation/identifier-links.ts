/** Public registers by the scheme of an identifier; the value is checked before it goes into an address. */
const REGISTERS: Readonly<Record<string, { readonly pattern: RegExp; readonly address: (value: string) => string }>> = {
  lei: { pattern: /^[A-Z0-9]{20}$/i, address: (value) => `https://search.gleif.org/#/record/${value.toUpperCase()}` },
  wikidata: { pattern: /^Q\d+$/i, address: (value) => `https://www.wikidata.org/wiki/${value.toUpperCase()}` },
  'gb-coh': { pattern: /^[A-Z0-9]{8}$/i, address: (value) => `https://find-and-update.company-information.service.gov.uk/company/${value.toUpperCase()}` },
  cik: { pattern: /^\d{1,10}$/, address: (value) => `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${value.padStart(10, '0')}` },
}
const NAMES: Readonly<Record<string, string>> = { lei: 'LEI', wikidata: 'Wikidata', 'gb-coh': 'Companies House', cik: 'SEC CIK', isin: 'ISIN', 'smdg-liner': 'SMDG', vat: 'VAT' }

export interface ShownIdentifier { readonly id: string; readonly scheme: string; readonly value: string; readonly url: string | undefined }

/** An identifier for people: name of its scheme, value, and the public page about it where there is one. */
export function shownIdentifier(id: string): ShownIdentifier {
  const colon = id.indexOf(':')
  const [scheme, value] = colon < 0 ? ['', id] : [id.slice(0, colon), id.slice(colon + 1)]
  const register = REGISTERS[scheme]
  return { id, scheme: NAMES[scheme] ?? scheme, value, url: register?.pattern.test(value) ? register.address(value) : undefined }
}
/** Ids we made from a name say nothing to anybody else. */
export const isPublicIdentifier = (id: string): boolean => !/^(?:org|brand|opaque):/.test(id)
