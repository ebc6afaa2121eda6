import cytoscape from 'cytoscape'
import dagre from 'cytoscape-dagre'
import type { Network, NetworkLink } from './network.ts'
import { spanningTree } from './spanning-tree.ts'
import type { Shape, Stack } from './stacks.ts'
import { BOX, stacksOf } from './stacks.ts'

export interface Point { readonly x: number; readonly y: number }
/** Corners of a line between its two boxes, ends included; without corners it is a curve. `across`: besides the shortest ways from the focus. */
export interface LinkRoute { readonly corners: readonly Point[] | undefined; readonly stacked: boolean; readonly across: boolean }
export interface LayeredLayout { readonly positions: ReadonlyMap<string, Point>; readonly routes: ReadonlyMap<string, LinkRoute> }

const SEPARATION = { rank: 66, node: 18 } as const
/** How far below a holder its lines turn; holders of one layer turn at different heights, so that their lines stay apart. */
const TURN = { first: 16, step: 7, steps: 3 } as const

let registered = false

/**
 * Owners above what they hold, in layers (dagre: Gansner et al. 1993), stacks as one box each.
 * The same network gives the same drawing. Coordinates grow to the right and downwards. Time grows with nodes · layers.
 */
export function layeredLayout(network: Network, shape: Shape = 'tall'): LayeredLayout {
  const stacks = stacksOf(network, shape)
  const stackOf = new Map(stacks.flatMap((stack) => stack.members.map((member) => [member, stack] as const)))
  const placed = placeBoxes(network, stacks, stackOf)
  const positions = new Map<string, Point>()
  for (const { id } of network.nodes) {
    const stack = stackOf.get(id)
    positions.set(id, stack ? inStack(stack, id, placed.get(stack.id)!) : placed.get(id)!) // everything was placed
  }
  const layers = [...new Set(network.nodes.filter(({ id }) => !stackOf.has(id)).map(({ id }) => positions.get(id)!.y))].sort((a, b) => a - b)
  const turns = turnsOf(network, positions)
  const drawn = { positions, placed, stackOf, layers, turns, sides: new Map(network.nodes.map(({ id, side }) => [id, side])), across: linksAcross(network) }
  return { positions, routes: new Map(network.links.map((link) => [link.id, routeOf(link, drawn)])) }
}

/** Layers one above the other are so far apart. */
const PITCH = BOX.height + SEPARATION.rank

/**
 * Centres of single boxes and of the box of each stack that is next to its node. A stack reaches over several layers:
 * placeholders keep its column free in them, so that layers stay as close as single boxes allow.
 */
function placeBoxes(network: Network, stacks: readonly Stack[], stackOf: ReadonlyMap<string, Stack>): ReadonlyMap<string, Point> {
  if (!registered) {
    cytoscape.use(dagre)
    registered = true
  }
  const columns = stacks.map(({ id, side, width, height }) => ({
    side,
    width,
    ids: [id, ...Array.from({ length: Math.ceil((height - BOX.height) / PITCH) }, (_part, at) => `${id}#${at + 1}`)],
  }))
  const boxes = [
    ...network.nodes.filter(({ id }) => !stackOf.has(id)).map(({ id }) => ({ id, width: BOX.width })),
    ...columns.flatMap(({ ids, width }) => ids.map((id) => ({ id, width }))),
  ]
  const end = (id: string) => stackOf.get(id)?.id ?? id
  const own = ({ from, to }: NetworkLink) => (stackOf.get(from)?.parent ?? to) === to && (stackOf.get(to)?.parent ?? from) === from // lines across do not pull a stack away from its node
  const pairs = new Map(
    network.links.filter(own).map(({ from, to }) => [`${end(from)}>${end(to)}`, { source: end(from), target: end(to), weight: 1 }]),
  )
  const chains = columns.flatMap(({ ids, side }) =>
    ids.slice(1).map((id, at) => (side === 'down' ? { source: ids[at]!, target: id, weight: 50 } : { source: id, target: ids[at]!, weight: 50 })),
  ) // one per id after the first
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: { nodes: boxes.map(({ id, width }) => ({ data: { id, width } })), edges: [...pairs.values(), ...chains].map((data) => ({ data })) },
    style: [{ selector: 'node', style: { width: 'data(width)', height: BOX.height, shape: 'rectangle' } }],
  })
  const options: dagre.DagreLayoutOptions = {
    name: 'dagre',
    rankDir: 'TB',
    rankSep: SEPARATION.rank,
    nodeSep: SEPARATION.node,
    acyclicer: 'greedy',
    ranker: 'network-simplex',
    edgeWeight: (edge) => Number(edge.data('weight')),
    fit: false,
    animate: false,
  }
  cy.layout(options).run()
  const centres = new Map(
    boxes.map(({ id }) => {
      const { x, y } = cy.getElementById(id).position()
      return [id, { x: Math.round(x), y: Math.round(y) }]
    }),
  )
  cy.destroy()
  return centres
}

/** The member next to the node lies where the box of the stack was placed; the others follow away from the focus. */
function inStack({ side, members, places, width, height }: Stack, id: string, centre: Point): Point {
  const { x, y } = places[members.indexOf(id)]! // a member has a place
  const top = side === 'down' ? centre.y - BOX.height / 2 : centre.y + BOX.height / 2 - height
  return { x: centre.x - width / 2 + x, y: top + y }
}

/** Height at which the lines of each node turn, away from it: by its place among those of its layer. */
function turnsOf({ nodes }: Network, positions: ReadonlyMap<string, Point>): ReadonlyMap<string, number> {
  const layers = new Map<number, string[]>()
  for (const { id } of nodes) { const { y } = positions.get(id)!; layers.set(y, [...(layers.get(y) ?? []), id]) }
  const turns = new Map<string, number>()
  for (const ids of layers.values()) {
    ids.sort((a, b) => positions.get(a)!.x - positions.get(b)!.x).forEach((id, at) => turns.set(id, TURN.first + (at % TURN.steps) * TURN.step))
  }
  return turns
}

/** Links besides the shortest ways from the focus. */
function linksAcross(network: Network): ReadonlySet<string> {
  const [up, down] = [spanningTree(network, 'up').near, spanningTree(network, 'down').near]
  return new Set(network.links.filter(({ from, to }) => up.get(from) !== to && down.get(to) !== from).map(({ from, to }) => `${from}>${to}`))
}

interface Drawn {
  readonly positions: ReadonlyMap<string, Point>
  readonly placed: ReadonlyMap<string, Point>
  readonly stackOf: ReadonlyMap<string, Stack>
  readonly layers: readonly number[]
  readonly turns: ReadonlyMap<string, number>
  readonly sides: ReadonlyMap<string, string>
  readonly across: ReadonlySet<string>
}

function routeOf({ from, to }: NetworkLink, { positions, placed, stackOf, layers, turns, sides, across }: Drawn): LinkRoute {
  const [a, b] = [positions.get(from)!, positions.get(to)!]
  const half = BOX.height / 2
  const spineOf = (stack: Stack, id: string) => placed.get(stack.id)!.x - stack.width / 2 + stack.places[stack.members.indexOf(id)]!.spine
  const [above, below] = [stackOf.get(from), stackOf.get(to)]
  if (below?.parent === from) {
    const [spine, turn] = [spineOf(below, to), a.y + half + turns.get(from)!]
    return {
      stacked: true,
      across: false,
      corners: [
        { x: a.x, y: a.y + half },
        { x: a.x, y: turn },
        { x: spine, y: turn },
        { x: spine, y: b.y },
        { x: b.x - BOX.width / 2, y: b.y },
      ],
    }
  }
  if (above?.parent === to) {
    const [spine, turn] = [spineOf(above, from), b.y - half - turns.get(to)!]
    return {
      stacked: true,
      across: false,
      corners: [
        { x: a.x - BOX.width / 2, y: a.y },
        { x: spine, y: a.y },
        { x: spine, y: turn },
        { x: b.x, y: turn },
        { x: b.x, y: b.y - half },
      ],
    }
  }
  const between = layers.filter((y) => y > a.y && y < b.y).length
  if (above || below || b.y <= a.y + BOX.height || between > 0) return { stacked: false, across: across.has(`${from}>${to}`), corners: undefined }
  const turn = sides.get(from) === 'up' ? b.y - half - turns.get(to)! : a.y + half + turns.get(from)!
  return { stacked: false, across: false, corners: [{ x: a.x, y: a.y + half }, { x: a.x, y: turn }, { x: b.x, y: turn }, { x: b.x, y: b.y - half }] }
}
