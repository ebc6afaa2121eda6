/** A place of the curated sites that has no code anywhere, and the smallest place that surely holds it. */
export interface Area {
  readonly id: string
  readonly name: string
  readonly kind: 'county' | 'city' | 'district' | 'market area'
  readonly country: string
  readonly partOf: string
}

/** Markets companies report by, quarters, towns whose state a source does not give. */
export const AREAS: readonly Area[] = [
  { id: 'area:cz/northern-moravia', name: 'Northern Moravia', kind: 'market area', country: 'CZ', partOf: 'iso3166:CZ' },
  { id: 'area:de/hanover-region', name: 'Hanover region', kind: 'county', country: 'DE', partOf: 'iso3166:DE-NI' },
  { id: 'area:gb/london-east-village', name: 'East Village, London', kind: 'district', country: 'GB', partOf: 'unlocode:GBLON' },
  { id: 'area:gb/salford-middlewood-locks', name: 'Middlewood Locks, Salford', kind: 'district', country: 'GB', partOf: 'geonames:2638671' },
  { id: 'area:my/sedenak', name: 'Sedenak', kind: 'city', country: 'MY', partOf: 'iso3166:MY-01' },
  { id: 'area:nl/polanenpark', name: 'PolanenPark near Amsterdam', kind: 'district', country: 'NL', partOf: 'iso3166:NL-NH' },
  { id: 'area:nl/schiphol-rijk', name: 'Schiphol-Rijk', kind: 'district', country: 'NL', partOf: 'iso3166:NL-NH' },
  { id: 'area:us/atlanta-five-core-counties', name: 'Atlanta (five core counties)', kind: 'market area', country: 'US', partOf: 'iso3166:US-GA' },
  { id: 'area:us/augusta', name: 'Augusta (state not stated)', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/carolinas', name: 'Carolinas', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/columbia', name: 'Columbia (state not stated)', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/columbus', name: 'Columbus (state not stated)', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/jackson', name: 'Jackson (state not stated)', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/kansas-city', name: 'Kansas City (state not stated)', kind: 'market area', country: 'US', partOf: 'iso3166:US' },
  { id: 'area:us/loudoun-and-prince-william-counties', name: 'Loudoun and Prince William Counties', kind: 'market area', country: 'US', partOf: 'iso3166:US-VA' },
  { id: 'area:us/silicon-valley', name: 'Silicon Valley', kind: 'market area', country: 'US', partOf: 'iso3166:US-CA' },
  { id: 'area:us/tampa-bay-three-counties', name: 'Tampa Bay (three counties)', kind: 'market area', country: 'US', partOf: 'iso3166:US-FL' },
]
