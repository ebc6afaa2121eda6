import type { Network } from './network.ts'

/** For one side of the focus: the node through which each is reached first (`near`), and those reached through it, strongest first (`far`). */
export interface SpanningTree { readonly near: ReadonlyMap<string, string>; readonly far: ReadonlyMap<string, readonly string[]> }

/**
 * The shortest ways out from the focus on one side, breadth first, stronger nodes before weaker ones. Every node has one
 * place in it; what else it is joined to is drawn across. Nodes in `gone` are left out. Time O(links · log links).
 */
export function spanningTree({ nodes, links }: Network, side: 'up' | 'down', gone: ReadonlySet<string> = new Set()): SpanningTree {
  const order = new Map(nodes.map(({ id }, at) => [id, at]))
  const sides = new Map(nodes.map((node) => [node.id, node.side]))
  const outward = new Map<string, string[]>()
  for (const { from, to } of links) {
    const [closer, farther] = side === 'down' ? [from, to] : [to, from]
    if (gone.has(from) || gone.has(to) || sides.get(farther) !== side || !order.has(closer)) continue
    outward.set(closer, [...(outward.get(closer) ?? []), farther])
  }
  const near = new Map<string, string>()
  const far = new Map<string, string[]>()
  const queue = nodes.filter(({ shape }) => shape === 'focus').map(({ id }) => id)
  for (const at of queue) {
    const next = (outward.get(at) ?? []).filter((id) => !near.has(id)).sort((a, b) => order.get(a)! - order.get(b)!) // both are nodes: they have a side
    for (const id of next) near.set(id, at)
    if (next.length > 0) far.set(at, next)
    queue.push(...next)
  }
  return { near, far }
}

/** A node with everything that is reached through it. */
export function reachedThrough(id: string, far: SpanningTree['far']): string[] {
  const all = [id]
  for (const at of all) all.push(...(far.get(at) ?? []))
  return all
}
