import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { MapPoint } from '../map/site-features.ts'
import type { SiteMapHandle } from '../map/site-map.tsx'
import { arcPath } from './arc-path.ts'
import type { ScreenPoint } from './arc-path.ts'

interface Props {
  readonly pair: { readonly here: string; readonly there: string }
  readonly points: { readonly here: readonly MapPoint[]; readonly there: readonly MapPoint[] }
  readonly here: RefObject<SiteMapHandle | null>
  readonly there: RefObject<SiteMapHandle | null>
}

/** One arc over both maps, faint where it crosses the text between them, from a site here to its mirror point there; it follows when a map is moved. */
export function Arc({ pair, points, here, there }: Props) {
  const [ends, setEnds] = useState<{ a: ScreenPoint; b: ScreenPoint } | undefined>(undefined)
  const from = points.here.find(({ id }) => id === pair.here)
  const to = points.there.find(({ id }) => id === pair.there)
  useEffect(() => {
    const draw = () => {
      const [a, b] = [from && here.current?.toScreen(from), to && there.current?.toScreen(to)]
      setEnds(a && b ? { a, b } : undefined)
    }
    let stop: (() => void)[] = []
    // The maps arrive when their program does; until then there is nothing to follow.
    const waiting = setInterval(() => {
      if (!here.current || !there.current) return
      clearInterval(waiting)
      stop = [here.current.onMove(draw), there.current.onMove(draw)]
      draw()
    }, 120)
    addEventListener('resize', draw)
    addEventListener('scroll', draw, { passive: true })
    draw()
    return () => { clearInterval(waiting); for (const end of stop) end(); removeEventListener('resize', draw); removeEventListener('scroll', draw) }
  }, [from, to, here, there])
  if (ends === undefined) return null
  const { a, b } = ends
  return (
    <svg aria-hidden="true" style={{ position: 'fixed', inset: 0, width: '100vw', height: '100vh', pointerEvents: 'none', zIndex: 150 }}>
      <defs>
        <linearGradient id="arc" gradientUnits="userSpaceOnUse" x1={a.x} y1={a.y} x2={b.x} y2={b.y}>
          <stop offset="0" stopColor="var(--mp-here)" />
          <stop offset="0.24" stopColor="var(--mp-here)" stopOpacity="0.16" />
          <stop offset="0.76" stopColor="var(--mp-there)" stopOpacity="0.16" />
          <stop offset="1" stopColor="var(--mp-there)" />
        </linearGradient>
      </defs>
      <path d={arcPath(a, b)} fill="none" stroke="url(#arc)" strokeWidth="2.4" />
    </svg>
  )
}
