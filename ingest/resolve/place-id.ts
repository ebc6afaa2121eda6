import { parseIdentifier } from '#model/values/identifier.ts'
import { countryName, isCountryCode } from '../parse/country.ts'
import { townOfId } from './gazetteer.ts'
import { stateName } from './us-states.ts'

/** What an id of a known scheme says about its place without any file. */
export interface PlaceOfId {
  readonly id: string
  readonly kind: 'country' | 'region' | 'county' | 'city'
  readonly country?: string
  readonly name?: string
  readonly partOf?: string
  readonly lat?: number
  readonly lon?: number
  readonly population?: number
}

const SCHEMES: Readonly<Record<string, (value: string) => PlaceOfId | undefined>> = {
  unlocode: (written) => {
    const value = written.toUpperCase().replaceAll(' ', '')
    const country = value.slice(0, 2)
    return /^[A-Z]{2}[A-Z2-9]{3}$/.test(value) && isCountryCode(country) ? { id: `unlocode:${value}`, kind: 'city', country, partOf: `iso3166:${country}` } : undefined
  },
  geonames: (value) => {
    if (!/^\d{1,9}$/.test(value)) return undefined
    const town = townOfId(Number(value))
    if (!town) return { id: `geonames:${value}`, kind: 'city' }
    const { name, country, lat, lon, population } = town
    return { id: `geonames:${value}`, kind: 'city', name, country, lat, lon, population, partOf: divisionOf(country, town.adminCode) }
  },
  iso3166: (written) => {
    const value = written.toUpperCase()
    const country = value.slice(0, 2)
    if (!isCountryCode(country)) return undefined
    if (value.length === 2) return { id: `iso3166:${value}`, kind: 'country', country, name: countryName(country) ?? country }
    if (!/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value)) return undefined
    const state = country === 'US' ? stateName(value.slice(3)) : undefined
    return { id: `iso3166:${value}`, kind: 'region', country, partOf: `iso3166:${country}`, ...(state ? { name: state } : {}) }
  },
  fips: (value) => (/^\d{5}$/.test(value) ? { id: `fips:${value}`, kind: 'county', country: 'US', partOf: 'iso3166:US' } : undefined),
}

/** The larger place a town is part of: its state in the United States, else its country. */
export const divisionOf = (country: string, adminCode: string): string => (country === 'US' && stateName(adminCode) ? `iso3166:US-${adminCode}` : `iso3166:${country}`)

/** Reads the id of a place; undefined when it is malformed or of a scheme that says nothing. */
export function placeOfId(written: string): PlaceOfId | undefined {
  const id = parseIdentifier(written)
  return id ? SCHEMES[id.scheme]?.(id.value) : undefined
}
