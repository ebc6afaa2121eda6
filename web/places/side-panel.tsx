import type { Ref } from 'react'
import { useMemo } from 'react'
import { SideMark } from '../icons/side-mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { SiteMap } from '../map/site-map.tsx'
import type { SiteMapHandle } from '../map/site-map.tsx'
import type { MapPoint } from '../map/site-features.ts'
import { CoverageLine } from './coverage-line.tsx'
import type { CoverageOf } from './coverage-line.tsx'
import styles from './places-page.module.css'

interface Props {
  readonly side: 'here' | 'there'
  readonly place:
    | {
        readonly id: string
        readonly name: string
        readonly country: string | null
        readonly siteCount: number
        readonly coordinates: { lat: number; lon: number } | null
      }
    | undefined
  readonly points: readonly MapPoint[]
  readonly lit: readonly string[]
  readonly mapRef: Ref<SiteMapHandle>
  readonly coverage: CoverageOf | undefined
  readonly onLight: (site: string | undefined) => void
  readonly onPick: (site: string) => void
}

/** One of the two places: its sites on a map, and how much of it is known. */
export function SidePanel({ side, place, points, lit, mapRef, coverage, onLight, onPick }: Props) {
  const { t, country } = useWords()
  const fit = useMemo(() => (points.length > 0 ? points : place?.coordinates ? [place.coordinates] : []), [points, place])
  return (
    <section className={styles.side} aria-label={t(side === 'here' ? 'places.sideHere' : 'places.sideThere', { place: place?.name ?? '' })}>
      <h2 className={styles.sideTitle}>
        <SideMark side={side} />
        <bdi className={side}>{place?.name ?? '…'}</bdi>
        <span className="muted small" style={{ fontWeight: 400 }}>
          {country(place?.country)}
        </span>
      </h2>
      <div className={styles.sideMap}>
        {place ? (
          <SiteMap
            side={side}
            points={points}
            fit={fit}
            lit={lit}
            onLight={onLight}
            onPick={onPick}
            ref={mapRef}
            label={t('places.map', { place: place.name, count: points.length })}
          />
        ) : null}
      </div>
      {coverage ? <CoverageLine coverage={coverage} /> : null}
    </section>
  )
}
