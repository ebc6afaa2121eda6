import { linkId } from './network.ts'
import type { Direct, Route } from './ownership-network.ts'

/** Ids of boxes and lines on every way between the focus and what is chosen; a site is reached through who runs it. */
export function litPath(chosen: string | undefined, routesOf: ReadonlyMap<string, readonly Route[]>, operations: readonly Direct[]): ReadonlySet<string> {
  const lit = new Set<string>()
  if (chosen === undefined) return lit
  lit.add(chosen)
  const walk = (routes: readonly Route[]) => {
    for (const { nodes } of routes) nodes.forEach(({ id }, at) => { lit.add(id); const next = nodes[at + 1]; if (next) lit.add(linkId(id, next.id)) })
  }
  walk(routesOf.get(chosen) ?? [])
  for (const { from, to } of operations) {
    if (to.id !== chosen) continue
    lit.add(from.id).add(linkId(from.id, to.id))
    walk(routesOf.get(from.id) ?? [])
  }
  return lit
}
