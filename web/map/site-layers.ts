import type { Map as MapLibre } from 'maplibre-gl'
import { TOKENS } from '../theme/tokens.ts'
import type { Scheme } from '../theme/tokens.ts'
import { FONT } from './base-style.ts'

const lit = (yes: number, no: number) => ['case', ['boolean', ['feature-state', 'lit'], false], yes, no] as never // the expression types reject built arrays

/** Names are drawn for lit sites only, as many as fit without covering each other. */
export const nameFilter = (ids: readonly string[]) => ['in', ['get', 'id'], ['literal', ids]] as never // as above

/** Marks of sites with a halo and a name when lit; faint ones are on record but not in question, wide ones are somewhere in their place. */
export function addSiteLayers(map: MapLibre, side: 'here' | 'there', scheme: Scheme, on: { light: (id: string | undefined) => void; pick: (id: string) => void }): void {
  const tokens = TOKENS[scheme]
  map.addSource('sites', { type: 'geojson', promoteId: 'id', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer({
    id: 'wide',
    source: 'sites',
    type: 'circle',
    filter: ['get', 'wide'],
    paint: {
      'circle-radius': 46,
      'circle-color': tokens[side],
      'circle-opacity': lit(0.18, 0.07),
      'circle-stroke-color': tokens[side],
      'circle-stroke-width': lit(2, 1),
    },
  })
  map.addLayer({
    id: 'faint',
    source: 'sites',
    type: 'circle',
    filter: ['get', 'faint'],
    paint: { 'circle-radius': 3.2, 'circle-color': tokens.land, 'circle-stroke-color': tokens.mark, 'circle-stroke-width': 1.4 },
  })
  map.addLayer({
    id: 'halo',
    source: 'sites',
    type: 'circle',
    filter: ['!', ['get', 'wide']],
    paint: {
      'circle-radius': 15,
      'circle-color': tokens[side],
      'circle-opacity': lit(0.22, 0),
      'circle-stroke-color': tokens[side],
      'circle-stroke-width': lit(1.5, 0),
    },
  })
  map.addLayer({
    id: 'marks',
    source: 'sites',
    type: 'symbol',
    filter: ['!', ['any', ['get', 'faint'], ['get', 'wide']]],
    layout: { 'icon-image': side, 'icon-size': 0.8, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  })
  map.addLayer({
    id: 'names', source: 'sites', type: 'symbol', filter: nameFilter([]),
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12.5, 'text-anchor': 'top', 'text-offset': [0, 1.3], 'text-max-width': 11},
    paint: { 'text-color': tokens.ink, 'text-halo-color': tokens.paper, 'text-halo-width': 2 },
  })
  for (const layer of ['wide', 'marks', 'faint']) {
    map.on('mousemove', layer, ({ features }) => { map.getCanvas().style.cursor = 'pointer'; on.light(features?.[0]?.properties['id'] as string | undefined) })
    map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = ''; on.light(undefined) })
    map.on('click', layer, ({ features }) => { const id = features?.[0]?.properties['id'] as string | undefined; if (id !== undefined) on.pick(id) })
  }
}
