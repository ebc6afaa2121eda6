import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Tokens } from '../theme/tokens.ts'

/** From this zoom on the detailed cells replace the overview. */
export const DETAIL_ZOOM = 4.5
export const FONT = ['Noto Sans']

const is = (kind: string) => ['==', ['get', 'kind'], kind] as never // the expression types of the library reject built arrays
const line = (id: string, source: string, kind: string, colour: string, width: number, dash?: number[]): LayerSpecification => ({
  id, source, type: 'line', filter: is(kind), paint: { 'line-color': colour, 'line-width': width, ...(dash ? { 'line-dasharray': dash } : {}) },
  ...(source === 'world' ? { maxzoom: DETAIL_ZOOM } : { minzoom: DETAIL_ZOOM }),
})
const text = (id: string, source: string, kind: string, tokens: Tokens, size: unknown, extra: object = {}): LayerSpecification => ({
  id, source, type: 'symbol', filter: is(kind),
  layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': size as number, 'text-max-width': 8, 'text-padding': 6, 'symbol-sort-key': ['-', 0, ['get', 'rank']] },
  paint: { 'text-color': tokens.mapLabel, 'text-halo-color': tokens.land, 'text-halo-width': 1 },
  ...extra,
})

/** The whole look of the base map: land on sea, boundaries, names. No glyph server: text is drawn from the page's own fonts. */
export function baseStyle(tokens: Tokens): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] }
  return {
    version: 8,
    sources: {
      world: { type: 'geojson', data: empty },
      labels: { type: 'geojson', data: empty },
      detail: { type: 'geojson', data: empty, tolerance: 0.2 },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': tokens.sea } },
      { id: 'land', source: 'world', type: 'fill', filter: is('land'), maxzoom: DETAIL_ZOOM, paint: { 'fill-color': tokens.land } },
      {
        id: 'detail-land',
        source: 'detail',
        type: 'fill',
        filter: is('land'),
        minzoom: DETAIL_ZOOM,
        paint: { 'fill-color': tokens.land, 'fill-antialias': false },
      },
      line('border', 'world', 'border', tokens.border, 0.8),
      line('detail-county', 'detail', 'county', tokens.border, 0.5, [2, 2]),
      line('detail-state', 'detail', 'state', tokens.border, 0.8, [4, 2]),
      line('detail-border', 'detail', 'border', tokens.border, 1.4),
      text('countries', 'labels', 'country', tokens, ['interpolate', ['linear'], ['zoom'], 1, 11, 4, 13.5], {
        minzoom: 0.9,
        maxzoom: 6,
        filter: ['all', is('country'), ['>=', ['get', 'rank'], ['step', ['zoom'], 330, 2, 120, 3, 40, 4, 0]]],
      }),
      text('cities', 'labels', 'city', tokens, 11, { minzoom: 3.2, maxzoom: DETAIL_ZOOM }),
      text('towns', 'detail', 'city', tokens, ['interpolate', ['linear'], ['get', 'rank'], 20_000, 10.5, 1_000_000, 14], { minzoom: DETAIL_ZOOM }),
    ],
  }
}
