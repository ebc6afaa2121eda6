import { iso31661, iso31662 } from 'iso-3166'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import usStates from 'us-atlas/states-10m.json' with { type: 'json' }
import world from 'world-atlas/countries-50m.json' with { type: 'json' }
import type { PlaceEntry } from './place-row.ts'
import { middleOf } from './shape.ts'

/** Working languages where one is not enough; elsewhere the likely language of CLDR. Order of use, BCP 47. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  BE: ['nl', 'fr', 'de'], CH: ['de', 'fr', 'it'], CA: ['en', 'fr'], FI: ['fi', 'sv'], IE: ['en', 'ga'], LU: ['lb', 'fr', 'de'], CY: ['el', 'tr'], MT: ['mt', 'en'],
  SG: ['en', 'zh', 'ms', 'ta'], HK: ['zh', 'en'], IN: ['hi', 'en'], PK: ['ur', 'en'], PH: ['fil', 'en'], ZA: ['en', 'zu', 'xh', 'af'], KE: ['sw', 'en'], TZ: ['sw', 'en'],
  LK: ['si', 'ta', 'en'], MA: ['ar', 'fr'], DZ: ['ar', 'fr'], CM: ['fr', 'en'], PR: ['es', 'en'], US: ['en', 'es'], MY: ['ms', 'en'], ES: ['es', 'ca', 'eu', 'gl'],
}
const names = new Intl.DisplayNames('en', { type: 'region' })
const languagesOf = (country: string): readonly string[] => SEVERAL[country] ?? [new Intl.Locale(`und-${country}`).maximize().language]

type Names = { readonly name: string }
/** A point in the middle of each shape of an atlas. The cast: JSON imports lose the literal types of TopoJSON. */
function middles(topology: unknown, object: string, keyOf: (id: string, name: string) => string): ReadonlyMap<string, readonly [number, number] | undefined> {
  const atlas = topology as Topology<Record<string, GeometryCollection<Names>>>
  return new Map(feature(atlas, atlas.objects[object]!).features.map((shape) => [keyOf(String(shape.id), shape.properties.name), middleOf(shape.geometry)] as const))
}

/** Countries and territories of ISO 3166-1, named in English by CLDR. */
export function countries(): readonly PlaceEntry[] {
  const middle = middles(world, 'countries', (id) => id)
  return iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2, numeric }) => {
    const [lon, lat] = middle.get(numeric) ?? []
    return { id: `iso3166:${alpha2}`, name: names.of(alpha2) ?? alpha2, kind: 'country' as const, country: alpha2, lat, lon, languages: languagesOf(alpha2) }
  }).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Subdivisions of ISO 3166-2 in their country or larger subdivision. Those that are countries themselves (FR-RE, US-PR) are left to ISO 3166-1. */
export function subdivisions(): readonly PlaceEntry[] {
  const middle = middles(usStates, 'states', (_id, name) => name)
  const isCountry = new Set(iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2))
  return iso31662
    .filter(({ code }) => !(isCountry.has(code.slice(3)) && TERRITORIES.has(code)))
    .map(({ code, name, parent }) => {
      const [lon, lat] = (code.startsWith('US-') ? middle.get(name) : undefined) ?? []
      return { id: `iso3166:${code}`, name, kind: 'region' as const, country: code.slice(0, 2), partOf: `iso3166:${parent}`, lat, lon }
    }).sort((a, b) => (a.id < b.id ? -1 : 1))
}
/** Listed both as subdivision and as country. */
const TERRITORIES = new Set([
  'US-AS',
  'US-GU',
  'US-MP',
  'US-PR',
  'US-UM',
  'US-VI',
  'CN-HK',
  'CN-MO',
  'CN-TW',
  'NL-AW',
  'NL-CW',
  'NL-SX',
  'FI-01',
  'FR-BL',
  'FR-MF',
  'FR-NC',
  'FR-PF',
  'FR-PM',
  'FR-TF',
  'FR-WF',
])
