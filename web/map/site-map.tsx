import { lazy, Suspense } from 'react'
import { Skeleton } from '@mantine/core'
import type { SiteMapProps } from './site-map-canvas.tsx'

const Canvas = lazy(async () => ({ default: (await import('./site-map-canvas.tsx')).SiteMapCanvas }))

/** Sites of one side on a map: circles for here, diamonds for there. The map program is fetched when the first map is shown. */
export function SiteMap(props: SiteMapProps) {
  return <Suspense fallback={<Skeleton height="100%" radius={6} animate={false} />}><Canvas {...props} /></Suspense>
}
export type { SiteMapProps, SiteMapHandle } from './site-map-canvas.tsx'
