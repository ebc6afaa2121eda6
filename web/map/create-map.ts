import { AttributionControl, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import type { GeoJSONSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { TOKENS } from '../theme/tokens.ts'
import type { Scheme } from '../theme/tokens.ts'
import { detailFor, worldLabels, worldMap } from './base-map.ts'
import { baseStyle, DETAIL_ZOOM } from './base-style.ts'
import { addMarks } from './mark-images.ts'

setWorkerUrl(workerUrl)

export interface MapOptions {
  readonly scheme: Scheme
  readonly bounds: [number, number, number, number] | undefined
  readonly padding?: number
  readonly countryName: (code: string) => string | undefined
  readonly attribution: string
  readonly texts: { readonly zoomIn: string; readonly zoomOut: string; readonly map: string }
  readonly maxZoom?: number
  /** Buttons to zoom; a small map is zoomed with fingers and keys alone. */
  readonly buttons?: boolean
}

export const source = (map: MapLibre, name: string): GeoJSONSource => map.getSource(name) as GeoJSONSource // sources here are all GeoJSON

/** Room for the name beside the outermost mark, without swallowing a small map; in pixels. */
function roomAround({ clientWidth }: HTMLElement): { top: number; bottom: number; left: number; right: number } {
  const side = Math.min(76, clientWidth * 0.24)
  return { top: 36, bottom: 52, left: side, right: side }
}

/** A map over our own files. `ready` resolves when layers can be added; what arrives later is never lost to a missed event. */
export function createMap(
  container: HTMLElement,
  { scheme, bounds, padding, countryName, attribution, texts, maxZoom = 12, buttons = true }: MapOptions,
): { map: MapLibre; ready: Promise<MapLibre> } {
  const map = new MapLibre({
    container,
    style: baseStyle(TOKENS[scheme]),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom,
    minZoom: 0.3,
    fadeDuration: 0,
    renderWorldCopies: true,
    cooperativeGestures: false,
    ...(bounds ? { bounds, fitBoundsOptions: { padding: padding ?? roomAround(container), maxZoom: 10.5 } } : { center: [10, 24], zoom: 0.9 }),
    locale: { 'NavigationControl.ZoomIn': texts.zoomIn, 'NavigationControl.ZoomOut': texts.zoomOut, 'Map.Title': texts.map },
  })
  map.touchZoomRotate.disableRotation()
  if (buttons) map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new AttributionControl({ compact: true, customAttribution: attribution }), 'bottom-right')
  container.querySelector('.maplibregl-ctrl-attrib')?.classList.remove('maplibregl-compact-show')
  const ready = new Promise<MapLibre>((resolve) => {
    map.once('load', () => {
      addMarks(map, TOKENS[scheme])
      resolve(map)
    })
  })
  void ready.then(async () => {
    const [world, labels] = await Promise.all([worldMap(), worldLabels(countryName)])
    if (map._removed) return
    void source(map, 'world').setData(world)
    void source(map, 'labels').setData(labels)
  })
  keepDetail(map, ready)
  return { map, ready }
}

/** Loads shores and towns for what is in view once the view is close enough. */
function keepDetail(map: MapLibre, ready: Promise<MapLibre>): void {
  let shown = ''
  const refresh = async (): Promise<void> => {
    if (map._removed || map.getZoom() < DETAIL_ZOOM - 0.5) return
    const [west, south, east, north] = map.getBounds().toArray().flat() as [number, number, number, number]
    const wanted = [west, south, east, north].map((edge) => Math.floor((edge + 180) / 15)).join()
    if (wanted === shown) return
    shown = wanted
    const detail = await detailFor([west, south, east, north])
    if (!map._removed && shown === wanted) void source(map, 'detail').setData(detail)
  }
  void ready.then(() => { map.on('moveend', () => void refresh()); return refresh() })
}
