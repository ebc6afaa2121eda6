import { useEffect, useImperativeHandle, useRef } from 'react'
import type { Ref } from 'react'
import { useScheme } from '../app/appearance.tsx'
import { useWords } from '../i18n/use-words.ts'
import { createMap, source } from './create-map.ts'
import type { MapPoint } from './site-features.ts'
import { boundsAround, pointFeatures } from './site-features.ts'
import { addSiteLayers, nameFilter } from './site-layers.ts'
import type { Map as MapLibre } from 'maplibre-gl'
import styles from './site-map.module.css'

/** Where a point is on the screen, for what is drawn over the map. */
export interface SiteMapHandle {
  readonly toScreen: (point: { lon: number; lat: number }) => { x: number; y: number } | undefined
  readonly onMove: (listener: () => void) => () => void
  readonly focus: () => void
}
export interface SiteMapProps {
  readonly points: readonly MapPoint[]
  readonly side: 'here' | 'there'
  /** What the map shows, for readers who do not see it. */
  readonly label: string
  /** Ids drawn larger and with their names. */
  readonly lit?: readonly string[]
  readonly onLight?: ((id: string | undefined) => void) | undefined
  readonly onPick?: ((id: string) => void) | undefined
  /** Points the view is fitted to; all of them by default. */
  readonly fit?: readonly { lon: number; lat: number }[]
  readonly buttons?: boolean
  readonly ref?: Ref<SiteMapHandle>
}

export function SiteMapCanvas({ points, side, label, lit = NOTHING, onLight, onPick, fit = points, buttons = true, ref }: SiteMapProps) {
  const { scheme } = useScheme()
  const { t, country, language } = useWords()
  const container = useRef<HTMLDivElement>(null)
  const current = useRef<{ map: MapLibre; ready: Promise<MapLibre> } | undefined>(undefined)
  const handlers = useRef({ onLight, onPick })
  handlers.current = { onLight, onPick }
  const bounds = boundsAround(fit)
  const fitKey = bounds?.map((edge) => edge.toFixed(3)).join()

  useEffect(() => {
    const made = createMap(container.current!, {
      scheme,
      bounds,
      countryName: country,
      attribution: t('map.attribution'),
      texts: { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'), map: label },
      buttons,
    }) // the ref is set before effects run
    current.current = made
    void made.ready.then((map) => {
      if (!map._removed)
        addSiteLayers(map, side, scheme, { light: (id) => handlers.current.onLight?.(id), pick: (id) => handlers.current.onPick?.(id) })
    })
    return () => {
      current.current = undefined
      made.map.remove()
    }
    // A new colour scheme or language is a new map; new points are not.
  }, [scheme, language, side, fitKey])

  useEffect(() => {
    void current.current?.ready.then((map) => { if (!map._removed) void source(map, 'sites').setData(pointFeatures(points)) })
  }, [points, scheme, language, side, fitKey])

  useEffect(() => {
    const made = current.current
    if (!made) return undefined
    let stale = false
    void made.ready.then((map) => { if (!map._removed && !stale) light(map, lit) })
    return () => {
      stale = true
      void made.ready.then((map) => { if (!map._removed) for (const id of lit) map.removeFeatureState({ source: 'sites', id }, 'lit') })
    }
  }, [lit, scheme, language, side, fitKey])

  useImperativeHandle(ref, () => ({
    toScreen: ({ lon, lat }) => {
      const box = container.current?.getBoundingClientRect()
      const at = current.current?.map.project([lon, lat])
      return box && at && at.x >= 0 && at.y >= 0 && at.x <= box.width && at.y <= box.height ? { x: box.left + at.x, y: box.top + at.y } : undefined
    },
    onMove: (listener) => { const map = current.current?.map; map?.on('move', listener); return () => map?.off('move', listener) },
    focus: () => current.current?.map.getCanvas().focus(),
  }), [])

  return <div ref={container} className={styles.map} dir="ltr" />
}
const NOTHING: readonly string[] = []

function light(map: MapLibre, ids: readonly string[]): void {
  map.setFilter('names', nameFilter(ids))
  for (const id of ids) map.setFeatureState({ source: 'sites', id }, { lit: true })
}
