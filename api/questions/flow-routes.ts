import type { FlowScope, ScopedLink } from '#analytics/flows/flow-scope.ts'
import type { RelationStep } from '#analytics/record/relation-paths.ts'
import type { Path } from './answers.ts'
import type { Asked } from './asked.ts'
import { pathAnswer } from './path-answer.ts'

const ROUTES_SHOWN = 5

/** A shortest way over a site to each of the nearest markets it leads to, from a nearest origin. Time O(links). */
export function flowRoutes({ view }: Asked, scope: FlowScope, site: number): Path[] {
  const down = firstLinks(scope, site, 'from', 'to')
  const up = firstLinks(scope, site, 'to', 'from')
  const before = trail(up, scope.origins.find((origin) => origin === site || up.has(origin)), 'to')
  const markets = scope.markets.filter((market) => down.has(market)).map((market) => trail(down, market, 'from').reverse())
  const step = ({ from, to, statements }: ScopedLink): RelationStep =>
    ({ from: scope.nodes[from]!, to: scope.nodes[to]!, type: view.snapshot.types.indexOf('SUPPLIES'), statements: Int32Array.from(statements), entry: -1 })
  return markets.sort((a, b) => a.length - b.length).slice(0, ROUTES_SHOWN).map((after) => pathAnswer(view, [...before, ...after].map(step)))
}

/** The link by which each node is first met, going along the flows or against them. */
function firstLinks({ links }: FlowScope, start: number, at: 'from' | 'to', next: 'from' | 'to'): Map<number, ScopedLink> {
  const leaving = new Map<number, ScopedLink[]>()
  for (const link of links) leaving.set(link[at], [...leaving.get(link[at]) ?? [], link])
  const metBy = new Map<number, ScopedLink>()
  const queue = [start]
  for (const node of queue) { // grows while it is read
    for (const link of leaving.get(node) ?? []) {
      if (link[next] === start || metBy.has(link[next])) continue
      metBy.set(link[next], link)
      queue.push(link[next])
    }
  }
  return metBy
}

/** Links from a node back to where the search began. */
function trail(metBy: ReadonlyMap<number, ScopedLink>, end: number | undefined, back: 'from' | 'to'): ScopedLink[] {
  const links: ScopedLink[] = []
  for (let link = end === undefined ? undefined : metBy.get(end); link !== undefined; link = metBy.get(link[back])) links.push(link)
  return links
}
