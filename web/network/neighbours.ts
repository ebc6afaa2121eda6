import type { Network } from './network.ts'

/** Neighbours towards the focus (`near`) and away from it (`far`), strongest first; a node without any has no entry. */
export interface Neighbours { readonly near: ReadonlyMap<string, readonly string[]>; readonly far: ReadonlyMap<string, readonly string[]> }

/** Neighbours on one side of the focus, without what is gone. */
export function neighboursOn({ nodes, links }: Network, side: 'up' | 'down', gone: ReadonlySet<string> = new Set()): Neighbours {
  const order = new Map(nodes.map(({ id }, at) => [id, at]))
  const sides = new Map(nodes.map((node) => [node.id, node.side]))
  const near = new Map<string, string[]>()
  const far = new Map<string, string[]>()
  for (const { from, to } of links) {
    const [closer, farther] = side === 'down' ? [from, to] : [to, from]
    if (gone.has(from) || gone.has(to) || sides.get(farther) !== side || !order.has(closer)) continue
    push(far, closer, farther)
    push(near, farther, closer)
  }
  for (const list of far.values()) list.sort((a, b) => order.get(a)! - order.get(b)!) // both are nodes: they have a side
  return { near, far }
}
function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** A node with everything farther out than it. */
export function beyondOf(id: string, far: Neighbours['far']): string[] {
  const found = new Set([id])
  for (const at of found) for (const next of far.get(at) ?? []) found.add(next)
  return [...found]
}

/** Whether everything farther out than a node is reached through it alone. */
export function hangsOnlyOn(id: string, { near, far }: Neighbours): boolean {
  const all = new Set(beyondOf(id, far))
  return [...all].every((one) => one === id || (near.get(one) ?? []).every((closer) => all.has(closer)))
}
