import cytoscape from 'cytoscape'
import type { Core } from 'cytoscape'
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useScheme } from '../app/appearance.tsx'
import { TOKENS } from '../theme/tokens.ts'
import { layeredLayout } from './layered-layout.ts'
import type { Arrow } from './nearest-box.ts'
import { nearestBox } from './nearest-box.ts'
import type { Network } from './network.ts'
import { networkElements } from './network-elements.ts'
import { networkStyle } from './network-style.ts'
import type { NetworkWords } from './network-words.ts'
import styles from './network.module.css'

export interface NetworkHandle { readonly zoom: (factor: number) => void; readonly fit: () => void }
export interface NetworkCanvasProps {
  readonly network: Network
  readonly chosen: string | undefined
  /** Boxes and lines on the way between the chosen box and the focus. */
  readonly lit: ReadonlySet<string>
  readonly words: NetworkWords
  readonly label: string
  readonly keys: string
  readonly onChoose: (id: string | undefined) => void
  readonly ref?: Ref<NetworkHandle>
}
const PADDING = 18
/** Smaller than this a name is a smudge: then the part around the focus is shown, and the rest by moving. */
const READABLE = 0.62
const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The drawing itself, on a canvas. What it shows is in the table beside it, too. */
export function NetworkCanvas({ network, chosen, lit, words, label, keys, onChoose, ref }: NetworkCanvasProps) {
  const { scheme } = useScheme()
  const container = useRef<HTMLDivElement>(null)
  const current = useRef<Core | undefined>(undefined)
  const touched = useRef(false)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const seen = useRef(chosen)
  seen.current = chosen
  const [cursor, setCursor] = useState<string | undefined>(undefined)

  useEffect(() => {
    const frame = container.current! // set before effects run
    const cy = cytoscape({
      container: frame,
      elements: networkElements(network, layeredLayout(network, frame.clientWidth > 1.5 * frame.clientHeight ? 'wide' : 'tall'), words),
      layout: { name: 'preset' },
      style: networkStyle(TOKENS[scheme]),
      minZoom: 0.12,
      maxZoom: 2.2,
      autoungrabify: true,
      boxSelectionEnabled: false,
      selectionType: 'single',
      userZoomingEnabled: false,
    })
    current.current = cy
    touched.current = false
    frame.dataset['boxes'] = String(network.nodes.length)
    cy.on('tap', ({ target }) =>
      choose.current(
        target === cy
          ? undefined
          : (target as { isNode: () => boolean; id: () => string }).isNode()
            ? (target as { id: () => string }).id()
            : undefined,
      ),
    ) // Cytoscape types every target as any
    cy.on('mouseover', 'node', ({ target }) => {
      frame.title = String(target.data('full'))
      frame.style.cursor = 'pointer'
    })
    cy.on('mouseout', 'node', () => {
      frame.title = ''
      frame.style.cursor = ''
    })
    cy.on('dragpan pinchzoom scrollzoom', () => {
      touched.current = true
    })
    const present = () => {
      show(cy)
      centre(cy, seen.current)
    }
    present()
    const size = new ResizeObserver(() => {
      cy.resize()
      if (!touched.current) present()
    })
    size.observe(frame)
    return () => {
      size.disconnect()
      current.current = undefined
      cy.destroy()
    }
  }, [network, scheme, words])

  useEffect(() => {
    const cy = current.current
    if (!cy) return
    cy.batch(() => {
      cy.elements().removeClass('lit dim chosen cursor')
      if (chosen !== undefined && cy.getElementById(chosen).nonempty()) {
        cy.elements().forEach((element) => { element.toggleClass('lit', lit.has(element.id())); element.toggleClass('dim', !lit.has(element.id()) && element.id() !== chosen) })
        cy.getElementById(chosen).addClass('chosen')
      }
      if (cursor !== undefined) cy.getElementById(cursor).addClass('cursor')
    })
    centre(cy, chosen)
  }, [chosen, lit, cursor, network, scheme, words])

  const zoom = (factor: number) => {
    const cy = current.current
    if (!cy) return
    touched.current = true
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
  }
  const fit = () => { const cy = current.current; if (cy) { touched.current = true; fitAll(cy) } }
  useImperativeHandle(ref, () => ({ zoom, fit }), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const cy = current.current
    if (!cy || event.metaKey || event.ctrlKey || event.altKey) return
    const at = cursor ?? chosen ?? network.nodes.find(({ shape }) => shape === 'focus')?.id
    const act: Readonly<Record<string, () => void>> = {
      '+': () => zoom(1.25), '-': () => zoom(0.8), '0': fit, Enter: () => { if (at !== undefined) onChoose(at) }, Escape: () => { setCursor(undefined); onChoose(undefined) },
    }
    const step = event.key in ARROWS && at !== undefined ? () => moveCursor(cy, at, event.key as Arrow, setCursor) : act[event.key] // checked against the list
    if (step) { event.preventDefault(); step() }
  }
  const full = cursor === undefined ? '' : String(current.current?.getElementById(cursor).data('full') ?? '')
  return (
    <>
      <div
        ref={container}
        className={styles.canvas}
        role="application"
        aria-label={label}
        aria-description={keys}
        tabIndex={0}
        dir="ltr"
        onKeyDown={onKeyDown}
        onPointerDown={() => current.current?.userZoomingEnabled(true)}
        onPointerLeave={() => current.current?.userZoomingEnabled(false)}
        onBlur={() => setCursor(undefined)}
      />
      <span className="hidden-visually" role="status">
        {full}
      </span>
    </>
  )
}
const ARROWS = { ArrowUp: 1, ArrowDown: 1, ArrowLeft: 1, ArrowRight: 1 }

function moveCursor(cy: Core, at: string, arrow: Arrow, setCursor: (id: string) => void): void {
  const boxes = cy.nodes().map((node) => ({ id: node.id(), ...node.position() }))
  const from = boxes.find(({ id }) => id === at)
  const next = from && nearestBox(boxes, from, arrow)
  if (!next) return
  setCursor(next.id)
  centre(cy, next.id)
}
/** Brings a box into view when it is not. */
function centre(cy: Core, id: string | undefined): void {
  const box = id === undefined ? undefined : cy.getElementById(id)
  if (!box?.nonempty() || inView(cy, box.boundingBox())) return
  if (calm()) cy.center(box)
  else cy.animate({ center: { eles: box }, duration: 160 })
}
const inView = (cy: Core, { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }): boolean => {
  const view = cy.extent()
  return x1 >= view.x1 && x2 <= view.x2 && y1 >= view.y1 && y2 <= view.y2
}
function fitAll(cy: Core): void {
  cy.fit(undefined, PADDING)
  if (cy.zoom() > 1) { cy.zoom(1); cy.center() }
}
/** Everything where names stay readable, else the surroundings of the focus. */
function show(cy: Core): void {
  fitAll(cy)
  if (cy.zoom() >= READABLE) return
  const focus = cy.nodes('.focus').first()
  cy.zoom(READABLE)
  cy.center(focus)
  const above = cy.nodes().boundingBox().y1
  const top = cy.extent().y1
  const room = focus.position().y - above
  if (room * READABLE < cy.height() * 0.45) cy.panBy({ x: 0, y: (top - above) * READABLE + PADDING })
}
