import type { ValueType } from './value-type.ts'

/** A point, WGS 84 degrees, with how exactly it locates the thing. */
export interface Coordinates { readonly lat: number; readonly lon: number }

/** Stored under `lat` and `lon`: a property of this type has no name of its own. */
export const coordinates: ValueType<Coordinates> = {
  name: 'coordinates',
  doc: 'WGS 84 latitude and longitude in decimal degrees.',
  stored: { lat: 'float', lon: 'float' },
  columns: [
    { suffix: 'lat', doc: 'Latitude −90 to 90.', unit: 'degrees' },
    { suffix: 'lon', doc: 'Longitude −180 to 180.', unit: 'degrees' },
  ],
  api: { lat: 'Float', lon: 'Float' },
  encode: ({ lat, lon }) => ({ lat, lon }),
  decode: ({ lat, lon }) => (typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined),
}

/** Decimals shown for a site: enough to find a port or a street, not a door. Homes are rounded to about 500 m. */
export const decimalsOf = (siteKind: string): number =>
  siteKind.startsWith('residential') ? 2 : ['port', 'port terminal', 'data centre', 'power plant'].includes(siteKind) ? 3 : 4

/** Rounds a point to the decimals allowed for its kind; deterministic, so repeated requests reveal no more. */
export function roundedFor(siteKind: string, { lat, lon }: Coordinates): Coordinates {
  const factor = 10 ** decimalsOf(siteKind)
  const round = (degrees: number) => (Math.round(degrees * factor) || 0) / factor // || 0 turns −0 into 0
  return { lat: round(lat), lon: round(lon) }
}
