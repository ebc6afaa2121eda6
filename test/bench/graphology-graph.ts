import type { HoldingsWorld } from './world.ts'
import { edgesOf } from './world.ts'

/** What we use of a graphology graph. */
export interface PeerGraph {
  addNode(key: string): void
  addEdge(source: string, target: string): void
}
interface Graphology { readonly UndirectedGraph: new () => PeerGraph }

/** A peer's module; peers are installed in this folder only, so their types are not known to the rest. */
export async function peer<Module>(name: string): Promise<Module> {
  try {
    const module = (await import(name)) as { readonly default?: Module } & Module // CommonJS modules arrive as `default`
    return module.default ?? module
  } catch (cause) {
    throw new Error(`The peer ${name} is not installed; run: npm ci --prefix test/bench`, { cause })
  }
}

export async function graphologyGraph(world: HoldingsWorld): Promise<PeerGraph> {
  const { UndirectedGraph } = await peer<Graphology>('graphology')
  const graph = new UndirectedGraph()
  const edges = edgesOf(world)
  for (let node = 0; node < world.size; node++) graph.addNode(String(node))
  for (let edge = 0; edge < edges.from.length; edge++) graph.addEdge(String(edges.from[edge]), String(edges.to[edge]))
  return graph
}
