import { describe, expect, it } from 'vitest'
import { articulationPoints } from '#analytics/articulation-points.ts'
import { betweenness } from '#analytics/betweenness.ts'
import { connectedComponents } from '#analytics/connected-components.ts'
import { directedGraph, reversed, simpleGraph, undirectedGraph } from '#analytics/directed-graph.ts'
import { dominators, dominatorsOf, UNREACHABLE } from '#analytics/dominators.ts'
import { coreNumbers } from '#analytics/k-core.ts'
import { pageRank } from '#analytics/page-rank.ts'
import { stronglyConnectedComponents } from '#analytics/strongly-connected-components.ts'
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
    for (let i = 0; i + 1 < sample.length; i += 2) expect([...method(besides(sample[i]!, sample[i + 1]!))]).toEqual([...method(sample[i]!), ...method(sample[i + 1]!)])
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
