import { createHash } from 'node:crypto'
import { cachedNameKey } from './name-key.ts'

const MAX_SLUG = 170

/** A folded name as part of an id: "apm-terminals-bv". Very long names keep a hash, so that two of them stay apart. */
export function slugOf(folded: string): string {
  const slug = folded.replaceAll(' ', '-')
  if (slug.length <= MAX_SLUG) return slug
  return `${slug.slice(0, MAX_SLUG - 9)}-${createHash('sha256').update(folded).digest('hex').slice(0, 8)}`
}

const countryPart = (country: string | undefined): string => (country ?? 'zz').toLowerCase()

/** Id of an organisation without a registered one: country (zz: not known) and name with its legal form; the kind is never part of it. */
export const organisationId = (name: string, country?: string): string => `org:${countryPart(country)}/${slugOf(cachedNameKey(name).formKey)}`
export const brandId = (name: string, country?: string): string => `brand:${countryPart(country)}/${slugOf(cachedNameKey(name).formKey)}`
export const siteId = (name: string, place: string, country?: string): string =>
  `site:${countryPart(country)}/${slugOf(cachedNameKey(place).formKey)}/${slugOf(cachedNameKey(name).formKey)}`.slice(0, 205)

/** Id of the opaque owner of one thing for one reason: it can be joined to nothing else, and no name goes into it. */
export const opaqueOwnerId = (ownedId: string, reason: string): string =>
  `opaque:${createHash('sha256').update(JSON.stringify([ownedId, reason])).digest('hex').slice(0, 20)}`
