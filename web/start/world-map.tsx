import { Name } from '../i18n/name.tsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Map as MapLibre } from 'maplibre-gl'
import { useScheme } from '../app/appearance.tsx'
import { useWords } from '../i18n/use-words.ts'
import { createMap, source } from '../map/create-map.ts'
import { pointFeatures } from '../map/site-features.ts'
import { placePoints, usePlacesOnRecord } from './places-on-record.ts'
import { addPlaceLayers } from './place-layers.ts'
import mapStyles from '../map/site-map.module.css'

const WORLD: [number, number, number, number] = [-130, -48, 158, 68]

/** Every place with something on record; near ones are drawn together and open on a click. A click on a place chooses it. */
export function WorldMap({ here, onPick }: { here: string | undefined; onPick: (id: string) => void }) {
  const { scheme } = useScheme()
  const { t, country, language } = useWords()
  const container = useRef<HTMLDivElement>(null)
  const made = useRef<Promise<MapLibre> | undefined>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick
  const [hovered, setHovered] = useState<{ name: string; x: number; y: number } | undefined>(undefined)
  const places = usePlacesOnRecord()
  const points = useMemo(() => placePoints(places), [places])
  const chosen = useMemo(() => points.filter(({ id }) => id === here), [points, here])

  useEffect(() => {
    const { map, ready } = createMap(container.current!, {
      scheme,
      bounds: WORLD,
      padding: 12,
      countryName: country,
      attribution: t('map.attribution'),
      texts: { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'), map: t('start.map') },
      maxZoom: 9,
    }) // the ref is set before effects run
    made.current = ready
    void ready.then(() => {
      if (!map._removed) addPlaceLayers(map, scheme, { pick: (id) => pick.current(id), hover: setHovered })
    })
    return () => {
      made.current = undefined
      map.remove()
    }
  }, [scheme, language])

  useEffect(() => {
    void made.current?.then((map) => {
      if (map._removed) return
      void source(map, 'places').setData(pointFeatures(points))
      void source(map, 'chosen').setData(pointFeatures(chosen))
    })
  }, [points, chosen, scheme, language])

  return (
    <div>
      <div ref={container} className={mapStyles.map} style={{ borderRadius: 0 }} dir="ltr" />
      {hovered ? <div className={mapStyles.hover} style={{ left: hovered.x, top: hovered.y }} aria-hidden="true"><Name>{hovered.name}</Name></div> : null}
    </div>
  )
}
