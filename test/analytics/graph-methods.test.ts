import { describe, expect, it } from 'vitest'
import { articulationPoints } from '#analytics/graphs/articulation-points.ts'
import { betweenness } from '#analytics/graphs/betweenness.ts'
import { connectedComponents } from '#analytics/graphs/connected-components.ts'
import { directedGraph, reversed, simpleGraph, undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { dominators, dominatorsOf, UNREACHABLE } from '#analytics/graphs/dominators.ts'
import { coreNumbers } from '#analytics/graphs/k-core.ts'
import { pageRank } from '#analytics/graphs/page-rank.ts'
import { stronglyConnectedComponents } from '#analytics/graphs/strongly-connected-components.ts'
import { slowArticulationPoints, slowBetweenness, slowBridges, slowComponents, slowCores, slowDominators, slowPageRank, slowStrongGroups } from '../oracles/slow-graphs.ts'
import type { EdgeWorld } from '../random-edges.ts'
import { besides, manyWorlds, mixOf, relabelled } from '../random-edges.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

const WORLDS = 500
const wide = manyWorlds(WORLDS, 200)

const named = (values: ArrayLike<number>, name = 'node'): Findings => Object.fromEntries(Array.from(values, (value, index) => [`${name} ${index}`, value]))
const marked = (names: Iterable<string | number>): Findings => Object.fromEntries([...names].map((name) => [String(name), 1]))
const directed = ({ size, from, to, weight }: EdgeWorld) => directedGraph(size, from, to, weight)
const undirected = ({ size, from, to }: EdgeWorld) => undirectedGraph(size, from, to)
/** Every third node that is a multiple of the seed; at least node 0. */
const sourcesOf = ({ seed, size }: EdgeWorld): number[] => Array.from({ length: size }, (_, node) => node).filter((node) => node === 0 || (seed % 3 === 0 && node % 17 === seed % 17))

const strongGroups = (world: EdgeWorld): Int32Array => {
  const { size, start, target } = directed(world)
  return stronglyConnectedComponents({ size, heldStart: start, holder: target }).componentOf
}

const firstMember = (componentOf: Int32Array): number[] => Array.from(componentOf, (component) => componentOf.indexOf(component))

interface Comparison {
  readonly name: string
  readonly worlds: readonly EdgeWorld[]
  /** Largest difference that is rounding; absent: 1e-9. Betweenness goes into tens of thousands. */
  readonly tolerance?: number
  readonly method: (world: EdgeWorld) => Findings
  readonly oracle: (world: EdgeWorld) => Findings
  /** The method as a careless reader might have written it. */
  readonly planted: (world: EdgeWorld) => Findings
}

const COMPARISONS: readonly Comparison[] = [
  {
    name: 'weakly connected components', worlds: wide,
    method: (world) => named(firstMember(connectedComponents(directed(world)).componentOf)),
    oracle: (world) => named(slowComponents(world)),
    planted: (world) => named(firstMember(connectedComponents(directed({ ...world, from: world.from.slice(1), to: world.to.slice(1), weight: world.weight.slice(1) })).componentOf)),
  },
  {
    name: 'components of an undirected graph', worlds: wide,
    method: (world) => named(firstMember(connectedComponents(undirected(world), { symmetric: true }).componentOf)),
    oracle: (world) => named(slowComponents(world)),
    planted: (world) => named(firstMember(connectedComponents(directed(world), { symmetric: true }).componentOf)), // says symmetric and is not
  },
  {
    name: 'strongly connected components', worlds: wide,
    method: (world) => named(firstMember(strongGroups(world))),
    oracle: (world) => named(slowStrongGroups(world)),
    planted: (world) => named(firstMember(strongGroups({ ...world, from: world.from.slice(1), to: world.to.slice(1), weight: world.weight.slice(1) }))),
  },
  {
    name: 'articulation points', worlds: wide,
    method: (world) => marked(pointsOf(world)),
    oracle: (world) => marked(slowArticulationPoints(world)),
    planted: (world) => marked(pointsOf(world).slice(1)),
  },
  {
    name: 'bridges', worlds: wide,
    method: (world) => marked(articulationPoints(undirected(world)).bridges.map((ends) => ends.join('–'))),
    oracle: (world) => marked(slowBridges(world)),
    planted: (world) => marked(articulationPoints(simpleGraph(undirected(world))).bridges.map((ends) => ends.join('–'))), // forgets double edges
  },
  {
    name: 'core numbers', worlds: wide,
    method: (world) => named(coreNumbers(undirected(world))),
    oracle: (world) => named(slowCores(world)),
    planted: (world) => named(coreNumbers(directed(world))),
  },
  {
    name: 'dominators', worlds: wide,
    method: (world) => marked(dominatorNames(world)),
    oracle: (world) => marked(slowDominators(world, sourcesOf(world)).flatMap((list, node) => (list === undefined ? [] : ['reached', ...list.filter((one) => !sourcesOf(world).includes(one))].map((one) => `${one} ${node}`)))),
    planted: (world) => marked(dominatorNames({ ...world, from: world.from.slice(0, -1), to: world.to.slice(0, -1), weight: world.weight.slice(0, -1) })),
  },
  {
    name: 'betweenness of a directed graph', worlds: wide.slice(0, WORLDS / 2), tolerance: 1e-8,
    method: (world) => named(betweenness(directed(world))),
    oracle: (world) => named(slowBetweenness(world, false)),
    planted: (world) => named(betweenness(reversed(directed(world))).map((value, node) => (node === 0 ? value + 0.001 : value))),
  },
  {
    name: 'betweenness of an undirected graph', worlds: wide.slice(WORLDS / 2), tolerance: 1e-8,
    method: (world) => named(betweenness(undirected(world))),
    oracle: (world) => named(slowBetweenness(world, true)),
    planted: (world) => named(betweenness(directed(world)).map((value) => 2 * value)),
  },
  {
    name: 'PageRank', worlds: wide,
    method: (world) => named(pageRank(directed(world), { tolerance: 1e-13 }).rank),
    oracle: (world) => named(slowPageRank(world, 0.85)),
    planted: (world) => named(pageRank(directed({ ...world, weight: world.weight.map(() => 1) }), { tolerance: 1e-13 }).rank),
  },
]

function pointsOf(world: EdgeWorld): number[] {
  return [...articulationPoints(undirected(world)).isPoint].flatMap((is, node) => (is === 1 ? [node] : []))
}

/** "site node" for every dominator, "reached node" for every node a route leads to. */
function dominatorNames(world: EdgeWorld): string[] {
  const tree = dominators(directed(world), sourcesOf(world))
  return Array.from({ length: world.size }, (_, node) => node)
    .filter((node) => tree.immediate[node] !== UNREACHABLE)
    .flatMap((node) => ['reached', ...dominatorsOf(tree, node)].map((one) => `${one} ${node}`))
}

describe.each(COMPARISONS)('$name', ({ worlds, tolerance, method, oracle, planted }) => {
  it(`agree with the slow way (${mixOf(worlds)})`, () => {
    expect(differences(method, oracle, worlds, tolerance)).toEqual([])
  })

  it('would not agree with a small mistake in them', () => {
    expect(differences(planted, oracle, worlds.slice(0, 100), tolerance).length).toBeGreaterThan(0)
  })
})

describe('graph methods do not depend on how a graph is written down', () => {
  const sample = manyWorlds(60, 60, 20_001)

  it.each([
    ['core numbers', (world: EdgeWorld) => coreNumbers(undirected(world))],
    ['betweenness', (world: EdgeWorld) => betweenness(directed(world))],
    ['articulation points', (world: EdgeWorld) => articulationPoints(undirected(world)).isPoint],
    ['PageRank', (world: EdgeWorld) => pageRank(directed(world), { tolerance: 1e-13 }).rank],
  ] as const)('%s move with the names of the nodes', (_, method) => {
    for (const world of sample) {
      const order = shuffled(world.size, seededRandom(world.seed))
      const before = method(world)
      const after = method(relabelled(world, order))
      order.forEach((now, node) => expect(after[now], `seed ${world.seed}`).toBeCloseTo(before[node]!, 9))
    }
  })

  it.each([
    ['core numbers', (world: EdgeWorld) => coreNumbers(undirected(world))],
    ['betweenness', (world: EdgeWorld) => betweenness(directed(world))],
    ['articulation points', (world: EdgeWorld) => articulationPoints(undirected(world)).isPoint],
  ] as const)('%s of two graphs beside each other are those of each', (_, method) => {
    for (let i = 0; i + 1 < sample.length; i += 2) {
      const apart = [...method(sample[i]!), ...method(sample[i + 1]!)]
      ;[...method(besides(sample[i]!, sample[i + 1]!))].forEach((value, node) => expect(value, `seed ${sample[i]!.seed}, node ${node}`).toBeCloseTo(apart[node]!, 9)) // sums in another order
    }
  })

  /** Groups by their first member. */
  const groupsMoved = (groups: readonly number[], order: readonly number[]): number[] => {
    const moved = order.map(() => -1)
    groups.forEach((first, node) => { moved[order[node]!] = Math.min(...groups.flatMap((other, member) => (other === first ? [order[member]!] : []))) })
    return moved
  }
  const inGroups: readonly (readonly [string, (world: EdgeWorld) => number[]])[] = [
    ['weakly connected components', (world) => firstMember(connectedComponents(directed(world)).componentOf)],
    ['components of an undirected graph', (world) => firstMember(connectedComponents(undirected(world), { symmetric: true }).componentOf)],
    ['strongly connected components', (world) => firstMember(strongGroups(world))],
  ]

  it.each(inGroups)('%s move with the names, and stay apart beside another graph', (_, method) => {
    for (const [index, world] of sample.entries()) {
      const order = shuffled(world.size, seededRandom(world.seed))
      expect(method(relabelled(world, order)), `seed ${world.seed}`).toEqual(groupsMoved(method(world), order))
      const other = sample[(index + 1) % sample.length]!
      expect(method(besides(world, other))).toEqual([...method(world), ...method(other).map((first) => first + world.size)])
    }
  })

  it('dominators and bridges move with the names of the nodes', () => {
    for (const world of sample) {
      const order = shuffled(world.size, seededRandom(world.seed))
      const again = relabelled(world, order)
      const moved = (node: number): number => (node < 0 ? node : order[node]!)
      const [before, after] = [dominators(directed(world), [0]).immediate, dominators(directed(again), [order[0]!]).immediate]
      order.forEach((now, node) => expect(after[now], `seed ${world.seed}`).toBe(moved(before[node]!)))
      const bridgeNames = (bridges: readonly (readonly [number, number])[], name: (node: number) => number) => bridges.map((ends) => ends.map(name).sort((a, b) => a - b).join('–')).sort()
      expect(bridgeNames(articulationPoints(undirected(again)).bridges, (node) => node)).toEqual(bridgeNames(articulationPoints(undirected(world)).bridges, moved))
    }
  })

  it('every edge stated twice changes nothing but the bridges, of which none is left', () => {
    const twice = (world: EdgeWorld): EdgeWorld => ({ ...world, from: [...world.from, ...world.from], to: [...world.to, ...world.to], weight: [...world.weight, ...world.weight] })
    for (const world of sample) {
      const again = twice(world)
      for (const method of [strongGroups, (one: EdgeWorld) => coreNumbers(undirected(one)), (one: EdgeWorld) => betweenness(directed(one)), (one: EdgeWorld) => dominators(directed(one), [0]).immediate, (one: EdgeWorld) => articulationPoints(undirected(one)).isPoint]) expect(method(again)).toEqual(method(world))
      expect(articulationPoints(undirected(again)).bridges).toEqual([])
      const [before, after] = [pageRank(directed(world), { tolerance: 1e-13 }).rank, pageRank(directed(again), { tolerance: 1e-13 }).rank]
      before.forEach((value, node) => expect(after[node]).toBeCloseTo(value, 9))
    }
  })

  it('a node split into an entrance and an exit keeps its dominators and its groups; the entrance dominates the exit', () => {
    for (const world of sample) {
      const split = world.seed % world.size
      const exit = world.size // node `split` stays the entrance
      const parted: EdgeWorld = { ...world, size: exit + 1, from: [...world.from.map((node) => (node === split ? exit : node)), split], to: [...world.to, exit], weight: [...world.weight, 1] }
      const [before, after] = [dominators(directed(world), [0]).immediate, dominators(directed(parted), [0]).immediate]
      // What the node dominated is dominated by its exit now. The source itself is dominated by nobody, in two pieces as in one.
      before.forEach((above, node) => expect(after[node], `seed ${world.seed}`).toBe(above === split ? exit : above))
      expect(after[exit]).toBe(before[split] === UNREACHABLE ? UNREACHABLE : split)
      // An entrance and an exit are in one group exactly when the node is on a ring; other nodes notice nothing.
      const [groups, parts] = [strongGroups(world), strongGroups(parted)]
      for (let one = 0; one < world.size; one++) for (let other = 0; other < one; other++) expect(parts[one] === parts[other]).toBe(groups[one] === groups[other])
    }
  })

  it('a node on every edge keeps the articulation points, and is one itself exactly on a bridge', () => {
    for (const world of sample) {
      const on = world.from.map((_, edge) => world.size + edge)
      const parted = undirectedGraph(world.size + on.length, [...world.from, ...on], [...on, ...world.to])
      const { isPoint } = articulationPoints(parted)
      const { isPoint: before, bridges } = articulationPoints(undirected(world))
      const loops = new Set(world.from.filter((node, edge) => node === world.to[edge]))
      const isBridge = (edge: number) => bridges.some(([one, other]) => one === Math.min(world.from[edge]!, world.to[edge]!) && other === Math.max(world.from[edge]!, world.to[edge]!))
      before.forEach((is, node) => { if (!loops.has(node)) expect(isPoint[node], `seed ${world.seed}`).toBe(is) }) // a self-loop becomes a spur of two edges
      on.forEach((node, edge) => { if (world.from[edge] !== world.to[edge]) expect(isPoint[node], `seed ${world.seed}`).toBe(isBridge(edge) ? 1 : 0) })
    }
  })

  it('arcs in any order make the same graph', () => {
    for (const world of sample) {
      const order = shuffled(world.from.length, seededRandom(world.seed))
      const rows = (list: readonly number[]) => order.map((index) => list[index]!)
      const again = directedGraph(world.size, rows(world.from), rows(world.to))
      expect(again).toEqual(directedGraph(world.size, world.from, world.to))
      expect(reversed(reversed(again))).toEqual(again)
    }
  })
})
