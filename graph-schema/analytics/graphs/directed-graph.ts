/**
 * A directed graph in compressed sparse rows; nodes are 0 … size − 1.
 *
 * The arcs of node i are start[i] … start[i + 1] − 1, by ascending target: parallel arcs stand next to each other and
 * the same arcs in any order make the same graph. Every method that wants an undirected graph takes one in which each
 * edge stands in both rows ({@link undirectedGraph}).
 */
export interface DirectedGraph {
  readonly size: number
  /** Length size + 1. */
  readonly start: Int32Array
  /** One element per arc. */
  readonly target: Int32Array
  /** One element per arc: capacity, strength or share, as the method says. Absent: every arc counts 1. */
  readonly weight?: Float64Array
}

type Indices = Int32Array | readonly number[]
type Weights = Float64Array | readonly number[]

/** Arcs by key with the given order kept among equals (counting sort); `start` receives the first place of each key. */
function sortedBy(key: Int32Array, order: Int32Array | undefined, start: Int32Array): Int32Array {
  const sorted = new Int32Array(key.length)
  for (let arc = 0; arc < key.length; arc++) start[key[arc]! + 1]!++
  for (let node = 1; node < start.length; node++) start[node]! += start[node - 1]!
  const next = start.slice()
  for (let place = 0; place < key.length; place++) {
    const arc = order === undefined ? place : order[place]!
    sorted[next[key[arc]!]!++] = arc
  }
  return sorted
}

function checkedIndices(size: number, nodes: Indices): Int32Array {
  for (let arc = 0; arc < nodes.length; arc++) {
    const node = nodes[arc]!
    if (!(Number.isInteger(node) && node >= 0 && node < size)) throw new RangeError(`Arc ${arc} ends at ${node}, outside 0 … ${size - 1}.`)
  }
  return nodes instanceof Int32Array ? nodes : Int32Array.from(nodes)
}

/**
 * Builds a graph from arcs in any order, parallel arcs and self-loops included.
 *
 * @throws RangeError when an index is outside 0 … size − 1 or the lists differ in length
 * Time O(size + arcs), two counting sorts; space O(size + arcs).
 */
export function directedGraph(size: number, from: Indices, to: Indices, weight?: Weights): DirectedGraph {
  if (from.length !== to.length || (weight !== undefined && weight.length !== from.length)) throw new RangeError('Every arc needs two ends and, if there are weights, a weight.')
  const tail = checkedIndices(size, from)
  const head = checkedIndices(size, to)
  const start = new Int32Array(size + 1)
  const order = sortedBy(tail, sortedBy(head, undefined, new Int32Array(size + 1)), start)
  const target = new Int32Array(order.length)
  for (let place = 0; place < order.length; place++) target[place] = head[order[place]!]!
  if (weight === undefined) return { size, start, target }
  const sorted = new Float64Array(order.length)
  for (let place = 0; place < order.length; place++) sorted[place] = weight[order[place]!]!
  return { size, start, target, weight: sorted }
}

/** Every edge in both rows, a self-loop once. Time and space as {@link directedGraph}. */
export function undirectedGraph(size: number, from: Indices, to: Indices, weight?: Weights): DirectedGraph {
  let loops = 0
  for (let edge = 0; edge < from.length; edge++) if (from[edge] === to[edge]) loops++
  const arcs = 2 * from.length - loops
  const tail = new Int32Array(arcs)
  const head = new Int32Array(arcs)
  const strength = weight === undefined ? undefined : new Float64Array(arcs)
  checkedIndices(size, from)
  checkedIndices(size, to)
  for (let edge = 0, arc = 0; edge < from.length; edge++) {
    for (const back of from[edge] === to[edge] ? [false] : [false, true]) {
      tail[arc] = (back ? to : from)[edge]!
      head[arc] = (back ? from : to)[edge]!
      if (strength !== undefined) strength[arc] = weight![edge]!
      arc++
    }
  }
  return directedGraph(size, tail, head, strength)
}

/** The node each arc leaves. Time and space O(size + arcs). */
export function arcTails({ size, start, target }: DirectedGraph): Int32Array {
  const tail = new Int32Array(target.length)
  for (let node = 0; node < size; node++) tail.fill(node, start[node]!, start[node + 1]!)
  return tail
}

/** The same graph with every arc turned round. One counting sort: rows are read in order, so targets come out sorted. */
export function reversed(graph: DirectedGraph): DirectedGraph {
  const { size, target, weight } = graph
  const start = new Int32Array(size + 1)
  const order = sortedBy(target, undefined, start)
  const tail = arcTails(graph)
  const back = new Int32Array(order.length)
  for (let place = 0; place < order.length; place++) back[place] = tail[order[place]!]!
  if (weight === undefined) return { size, start, target: back }
  return { size, start, target: back, weight: Float64Array.from(order, (arc) => weight[arc]!) }
}

/** Without self-loops and with parallel arcs made one, their weights added. The same object when there is nothing to do. Time O(arcs). */
export function simpleGraph(graph: DirectedGraph): DirectedGraph {
  if (isSimple(graph)) return graph
  const { size, start, target, weight } = graph
  const first = new Int32Array(size + 1)
  const kept = new Int32Array(target.length)
  const sum = new Float64Array(target.length)
  let arcs = 0
  for (let node = 0; node < size; node++) {
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const head = target[arc]!
      if (head === node) continue
      if (arcs === first[node] || kept[arcs - 1] !== head) kept[arcs++] = head
      sum[arcs - 1]! += weight?.[arc] ?? 1
    }
    first[node + 1] = arcs
  }
  const simple = { size, start: first, target: kept.slice(0, arcs) }
  return weight === undefined ? simple : { ...simple, weight: sum.slice(0, arcs) }
}

function isSimple({ size, start, target }: DirectedGraph): boolean {
  for (let node = 0; node < size; node++) {
    let before = -1
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const head = target[arc]!
      if (head === node || head === before) return false
      before = head
    }
  }
  return true
}
