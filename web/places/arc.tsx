import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { MapPoint } from '../map/site-features.ts'
import type { SiteMapHandle } from '../map/site-map.tsx'
import { arcPath } from './arc-path.ts'

interface Props {
  readonly pair: { readonly here: string; readonly there: string }
  readonly points: { readonly here: readonly MapPoint[]; readonly there: readonly MapPoint[] }
  readonly here: RefObject<SiteMapHandle | null>
  readonly there: RefObject<SiteMapHandle | null>
}

/** One arc over both maps, from a site here to its mirror point there; it follows when a map is moved. */
export function Arc({ pair, points, here, there }: Props) {
  const [path, setPath] = useState<string | undefined>(undefined)
  const from = points.here.find(({ id }) => id === pair.here)
  const to = points.there.find(({ id }) => id === pair.there)
  useEffect(() => {
    const draw = () => {
      const [a, b] = [from && here.current?.toScreen(from), to && there.current?.toScreen(to)]
      setPath(a && b ? arcPath(a, b) : undefined)
    }
    draw()
    const later = setTimeout(draw, 250) // the maps may still be arriving
    const stop = [here.current?.onMove(draw), there.current?.onMove(draw)]
    addEventListener('resize', draw)
    addEventListener('scroll', draw, { passive: true })
    return () => { clearTimeout(later); for (const end of stop) end?.(); removeEventListener('resize', draw); removeEventListener('scroll', draw) }
  }, [from, to, here, there])
  if (path === undefined) return null
  return (
    <svg aria-hidden="true" style={{ position: 'fixed', inset: 0, width: '100vw', height: '100vh', pointerEvents: 'none', zIndex: 150 }}>
      <path d={path} fill="none" stroke="var(--mp-paper)" strokeWidth="5" strokeOpacity="0.7" />
      <path d={path} fill="none" stroke="var(--mp-ink)" strokeWidth="1.8" />
    </svg>
  )
}
