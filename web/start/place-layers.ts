import type { Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl'
import type { Point } from 'geojson'
import { source } from '../map/create-map.ts'
import { FONT } from '../map/base-style.ts'
import { TOKENS } from '../theme/tokens.ts'
import type { Scheme } from '../theme/tokens.ts'

interface On { readonly pick: (id: string) => void; readonly hover: (at: { name: string; x: number; y: number } | undefined) => void }

/** Places as dots whose area grows with the sites on record; clusters carry the number of places in them. */
export function addPlaceLayers(map: MapLibre, scheme: Scheme, on: On): void {
  const tokens = TOKENS[scheme]
  const data = { type: 'FeatureCollection' as const, features: [] }
  map.addSource('places', { type: 'geojson', promoteId: 'id', cluster: true, clusterRadius: 26, clusterMaxZoom: 6, data })
  map.addSource('chosen', { type: 'geojson', data })
  map.addLayer({
    id: 'clusters',
    source: 'places',
    type: 'circle',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': tokens.ink,
      'circle-opacity': 0.86,
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1.4, 9, 6, 17, 14, 26],
      'circle-stroke-color': tokens.paper,
      'circle-stroke-width': 1.2,
    },
  })
  map.addLayer({
    id: 'cluster-counts', source: 'places', type: 'symbol', filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': FONT, 'text-size': 11.5, 'text-allow-overlap': true }, paint: { 'text-color': tokens.paper },
  })
  map.addLayer({
    id: 'single',
    source: 'places',
    type: 'circle',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': tokens.ink,
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'weight']], 1, 4, 5, 8, 16, 13],
      'circle-stroke-color': tokens.paper,
      'circle-stroke-width': 1.4,
    },
  })
  map.addLayer({
    id: 'single-names',
    source: 'places',
    type: 'symbol',
    filter: ['!', ['has', 'point_count']],
    minzoom: 4,
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.9] },
    paint: { 'text-color': tokens.ink, 'text-halo-color': tokens.land, 'text-halo-width': 1.6 },
  })
  map.addLayer({ id: 'chosen-halo', source: 'chosen', type: 'circle', paint: { 'circle-radius': 20, 'circle-color': tokens.here, 'circle-opacity': 0.25 } })
  map.addLayer({
    id: 'chosen',
    source: 'chosen',
    type: 'circle',
    paint: { 'circle-radius': 8, 'circle-color': tokens.here, 'circle-stroke-color': tokens.paper, 'circle-stroke-width': 2 },
  })
  listen(map, on)
}

function listen(map: MapLibre, on: On): void {
  const pointOf = (feature: MapGeoJSONFeature): [number, number] => (feature.geometry as Point).coordinates as [number, number] // these layers hold points only
  map.on('click', 'clusters', ({ features }) => {
    const cluster = features?.[0]
    if (cluster)
      void source(map, 'places')
        .getClusterExpansionZoom(cluster.properties['cluster_id'] as number)
        .then((zoom) => map.easeTo({ center: pointOf(cluster), zoom: zoom + 0.3, duration: 200 }))
  })
  map.on('click', 'single', ({ features }) => { const id = features?.[0]?.properties['id'] as string | undefined; if (id !== undefined) on.pick(id) })
  for (const layer of ['clusters', 'single']) map.on('mouseenter', layer, () => { map.getCanvas().style.cursor = 'pointer' })
  map.on('mousemove', 'single', ({ features }) => {
    const feature = features?.[0]
    if (!feature) return
    const { x, y } = map.project(pointOf(feature))
    on.hover({ name: feature.properties['name'] as string, x, y })
  })
  for (const layer of ['clusters', 'single']) map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = ''; on.hover(undefined) })
}
