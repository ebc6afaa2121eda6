import type { ElementDefinition } from 'cytoscape'
import type { LayeredLayout } from './layered-layout.ts'
import type { Network } from './network.ts'
import type { NetworkWords } from './network-words.ts'
import { boxLines, boxName, lineLabel } from './network-words.ts'
import { segmentsOf } from './segments.ts'
import { BOX } from './stacks.ts'

/** Boxes and lines as Cytoscape draws them; classes carry meaning, the style sheet gives them a look. */
export function networkElements({ nodes, links }: Network, { positions, routes }: LayeredLayout, words: NetworkWords): ElementDefinition[] {
  const sides = new Map(nodes.map(({ id, side }) => [id, side]))
  const boxes = nodes.map((node): ElementDefinition => ({
    group: 'nodes',
    data: { id: node.id, label: boxLines(node, words), full: boxName(node, words) },
    position: { ...positions.get(node.id)! },
    classes: node.shape, // laid out before
  }))
  const lines = links.map((link): ElementDefinition => {
    const route = routes.get(link.id)
    const up = sides.get(link.from) === 'up'
    const label = lineLabel(link, words)
    const classes = [
      link.kind,
      link.grade.toLowerCase(),
      route?.stacked ? 'stacked' : '',
      up ? 'up' : 'down',
      route?.across ? 'across' : '',
      route?.corners ? 'cornered' : 'curved',
    ].filter(Boolean)
    return {
      group: 'edges',
      data: {
        id: link.id,
        source: link.from,
        target: link.to,
        label,
        ...cornersOf(route?.corners, positions.get(link.from)!, positions.get(link.to)!),
      },
      classes,
    }
  })
  return [...boxes, ...lines]
}

type At = { readonly x: number; readonly y: number }
/** Where a line leaves and reaches its boxes, from their centres, and its corners between. */
function cornersOf(corners: readonly At[] | undefined, from: At, to: At): Record<string, unknown> {
  const [start, end] = [corners?.[0], corners?.at(-1)]
  if (!corners || !start || !end) return { bend: Math.min(120, BOX.width / 2 + Math.abs(to.y - from.y) / 4) }
  return { leaves: `${start.x - from.x}px ${start.y - from.y}px`, reaches: `${end.x - to.x}px ${end.y - to.y}px`, ...segmentsOf(corners) }
}
