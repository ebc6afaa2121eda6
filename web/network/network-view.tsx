import { Skeleton } from '@mantine/core'
import { lazy, Suspense, useRef } from 'react'
import type { NetworkCanvasProps, NetworkHandle } from './network-canvas.tsx'
import styles from './network.module.css'

const Canvas = lazy(async () => ({ default: (await import('./network-canvas.tsx')).NetworkCanvas }))

interface Props extends Omit<NetworkCanvasProps, 'ref'> { readonly texts: { readonly zoomIn: string; readonly zoomOut: string; readonly fit: string } }

/** A network with its zoom buttons. The program that draws is fetched when the first network is shown. */
export function NetworkView({ texts, ...props }: Props) {
  const canvas = useRef<NetworkHandle>(null)
  return (
    <div className={styles.frame}>
      <Suspense fallback={<Skeleton height="100%" radius={6} animate={false} />}><Canvas {...props} ref={canvas} /></Suspense>
      <div className={styles.zoom}>
        <button type="button" aria-label={texts.zoomIn} title={texts.zoomIn} onClick={() => canvas.current?.zoom(1.3)}><Sign d="M8 3v10M3 8h10" /></button>
        <button type="button" aria-label={texts.zoomOut} title={texts.zoomOut} onClick={() => canvas.current?.zoom(1 / 1.3)}><Sign d="M3 8h10" /></button>
        <button type="button" aria-label={texts.fit} title={texts.fit} onClick={() => canvas.current?.fit()}><Sign d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" /></button>
      </div>
    </div>
  )
}

const Sign = ({ d }: { d: string }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={d} />
  </svg>
)
