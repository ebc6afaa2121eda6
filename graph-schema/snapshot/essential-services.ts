import type { Snapshot } from '#analytics/snapshot.ts'
import { commodityKey } from './flow-links.ts'
import { judgementCode, labelCode, typeCode } from './snapshot-codes.ts'

/** More people than this who have no part in it: nothing is said about what they depend on. */
export const UNINVOLVED_PEOPLE = 1_000
/** People in a home, rounded up: the larger the figure, the sooner a flow is protected. */
const PEOPLE_PER_HOME = 2.5
/** From this part of its supply on a place depends on a commodity. */
const DEPENDS_FROM = 0.5

const [SUPPLIES, SAME_AS, LOCATED_IN, STATES_FIGURE] = [typeCode('SUPPLIES'), typeCode('SAME_AS'), typeCode('LOCATED_IN'), typeCode('STATES_FIGURE')]
const HOLDS: ReadonlySet<number> = new Set([typeCode('OWNS'), typeCode('OPERATES'), typeCode('MANAGES')])
const known = new WeakMap<Snapshot['nodes'], Uint8Array>()

/**
 * 1 for everything on which an essential service, or more than a thousand uninvolved people, depend by any chain of
 * flows: protected sites, who holds or runs one, homes of many people, what serves as many homes, and places that get at least half of a commodity
 * this way as receivers, and all that lies upstream of them.
 *
 * Reads every statement, of any grade, date and status, with every judgement "same": no choice of date or grade in a
 * question can make a protected receiver disappear. Kept per snapshot. Time O(nodes + statements).
 */
export function essentialServices(snapshot: Snapshot): Uint8Array {
  const found = known.get(snapshot.nodes)
  if (found !== undefined) return found
  const { nodes, statements } = snapshot
  const rootOf = records(snapshot)
  const depended = new Uint8Array(nodes.count)
  const open: number[] = []
  const mark = (node: number) => {
    const root = rootOf(node)
    if (depended[root] === 1) return
    depended[root] = 1
    open.push(root)
  }
  for (let node = 0; node < nodes.count; node++) if (nodes.protectedClass[node] !== 0) mark(node)
  for (const [site, homes] of homesOf(snapshot)) if (homes * PEOPLE_PER_HOME > UNINVOLVED_PEOPLE) mark(site)
  const protectedRoots = new Set(Array.from(nodes.protectedClass.keys()).filter((node) => nodes.protectedClass[node] !== 0).map(rootOf))
  for (let at = 0; at < statements.count; at++) {
    if (HOLDS.has(statements.type[at]!) && protectedRoots.has(rootOf(statements.to[at]!))) mark(statements.from[at]!)
  }
  for (const supplier of suppliersOfPlaces(snapshot, rootOf)) mark(supplier)
  const suppliersOf = upstream(snapshot, rootOf)
  for (let node = open.pop(); node !== undefined; node = open.pop()) for (const supplier of suppliersOf.get(node) ?? []) mark(supplier)
  const all = Uint8Array.from({ length: nodes.count }, (_, node) => depended[rootOf(node)]!)
  known.set(snapshot.nodes, all)
  return all
}

/** Record → one record of everything judged to be the same, by anybody. */
function records({ nodes, statements }: Snapshot): (node: number) => number {
  const parent = Int32Array.from({ length: nodes.count }, (_, node) => node)
  const find = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!
    return node
  }
  const same = judgementCode('same')
  for (let at = 0; at < statements.count; at++) {
    if (statements.type[at] === SAME_AS && statements.judgement[at] === same) parent[find(statements.from[at]!)] = find(statements.to[at]!)
  }
  return find
}

/** The largest number of homes stated for each site. */
function homesOf({ statements, texts }: Snapshot): ReadonlyMap<number, number> {
  const homes = new Map<number, number>()
  for (let at = 0; at < statements.count; at++) {
    const measure = texts[statements.measure[at]!]
    const isServed = statements.type[at] === STATES_FIGURE && measure === 'homes served'
    if (!isServed && (statements.type[at] !== LOCATED_IN || measure !== 'homes')) continue
    const site = isServed ? statements.to[at]! : statements.from[at]!
    homes.set(site, Math.max(homes.get(site) ?? 0, statements.amount[at]!))
  }
  return homes
}

/** Who supplies a place that gets at least half of a commodity from suppliers on record, if that is more than a thousand people. */
function suppliersOfPlaces({ nodes, statements, texts }: Snapshot, rootOf: (node: number) => number): Set<number> {
  const place = labelCode('Place')
  const shares = new Map<string, { readonly place: number; readonly suppliers: Map<number, number> }>()
  for (let at = 0; at < statements.count; at++) {
    const to = statements.to[at]!
    if (statements.type[at] !== SUPPLIES || nodes.label[to] !== place || Number.isNaN(statements.shareMin[at]!)) continue
    const key = `${rootOf(to)} ${commodityKey(texts[statements.measure[at]!]!)}`
    const supply = shares.get(key) ?? { place: to, suppliers: new Map<number, number>() }
    shares.set(key, supply)
    const from = rootOf(statements.from[at]!)
    supply.suppliers.set(from, Math.max(supply.suppliers.get(from) ?? 0, statements.shareMin[at]!))
  }
  const found = new Set<number>()
  for (const { place: to, suppliers } of shares.values()) {
    const share = Math.min(1, [...suppliers.values()].reduce((sum, one) => sum + one, 0))
    if (share >= DEPENDS_FROM && nodes.population[to]! * share > UNINVOLVED_PEOPLE) for (const supplier of suppliers.keys()) found.add(supplier)
  }
  return found
}

function upstream({ statements }: Snapshot, rootOf: (node: number) => number): ReadonlyMap<number, ReadonlySet<number>> {
  const suppliers = new Map<number, Set<number>>()
  for (let at = 0; at < statements.count; at++) {
    if (statements.type[at] !== SUPPLIES) continue
    const to = rootOf(statements.to[at]!)
    suppliers.set(to, (suppliers.get(to) ?? new Set()).add(rootOf(statements.from[at]!)))
  }
  return suppliers
}
