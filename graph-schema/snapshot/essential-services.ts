import type { Snapshot } from '#analytics/record/snapshot.ts'
import { isHomesUnit } from '#model/values/quantity.ts'
import { commodityKey } from './flow-links.ts'
import { sameRecords } from './same-records.ts'
import { labelCode, typeCode } from './snapshot-codes.ts'

/** More people than this who have no part in it: nothing is said about what they depend on. */
export const UNINVOLVED_PEOPLE = 1_000
/** People in a home, rounded up: the larger the figure, the sooner a flow is protected. */
const PEOPLE_PER_HOME = 2.5
/** From this part of its supply on a place depends on a commodity. */
const DEPENDS_FROM = 0.5

const [SUPPLIES, LOCATED_IN, STATES_FIGURE] = [typeCode('SUPPLIES'), typeCode('LOCATED_IN'), typeCode('STATES_FIGURE')]
const RUNS: ReadonlySet<number> = new Set([typeCode('OPERATES'), typeCode('MANAGES')])
const HOLDS: ReadonlySet<number> = new Set([...RUNS, typeCode('OWNS')])
const known = new WeakMap<Snapshot['nodes'], Uint8Array>()

/**
 * 1 for everything on which an essential service, or more than a thousand uninvolved people, depend by any chain of
 * flows: protected sites and organisations, who holds or runs one, what a protected organisation runs as receivers, all
 * that lies upstream of them, and who runs a site that does, because supplies are often stated for the company and not
 * for the site. People count by their homes, by homes that are stated to be served, and by places that get at least half
 * of a commodity this way, added up over all receivers a record leads to: ten small houses are one large one.
 *
 * Reads every statement, of any grade, date and status, with every judgement "same": no choice of date or grade in a
 * question can make a protected receiver disappear. Kept per snapshot. Time O(nodes + statements), and up to a thousand
 * people's worth of visits to each record on the way to homes and places.
 */
export function essentialServices(snapshot: Snapshot): Uint8Array {
  const found = known.get(snapshot.nodes)
  if (found !== undefined) return found
  const { nodes, statements } = snapshot
  const rootOf = sameRecords(nodes.count, statements)
  const depended = new Uint8Array(nodes.count)
  const open: number[] = []
  const mark = (node: number) => {
    const root = rootOf(node)
    if (depended[root] === 1) return
    depended[root] = 1
    open.push(root)
  }
  for (const receiver of receivers(snapshot, rootOf)) mark(receiver)
  const behind = whatLiesBehind(snapshot, rootOf)
  const markUpstream = () => { for (let node = open.pop(); node !== undefined; node = open.pop()) for (const other of behind.get(node) ?? []) mark(other) }
  markUpstream()
  const peopleBehind = new Map<number, number>()
  for (const { people, firsts } of groupsOfPeople(snapshot, rootOf)) {
    for (const node of upstreamOf(firsts, behind, depended)) {
      const sum = (peopleBehind.get(node) ?? 0) + people
      peopleBehind.set(node, sum)
      if (sum > UNINVOLVED_PEOPLE) mark(node)
    }
    markUpstream()
  }
  const all = Uint8Array.from({ length: nodes.count }, (_, node) => depended[rootOf(node)]!)
  known.set(snapshot.nodes, all)
  return all
}

/** Where the chains end: what is protected, and those around it. */
function* receivers(snapshot: Snapshot, rootOf: (node: number) => number): Generator<number> {
  const { nodes: { count, protectedClass, label }, statements } = snapshot
  const protectedRoots = new Set<number>()
  const protectedOrganisations = new Set<number>()
  for (let node = 0; node < count; node++) {
    if (protectedClass[node] === 0) continue
    protectedRoots.add(rootOf(node))
    if (label[node] === labelCode('Organisation')) protectedOrganisations.add(rootOf(node))
  }
  yield* protectedRoots
  for (let at = 0; at < statements.count; at++) {
    const [type, from, to] = [statements.type[at]!, statements.from[at]!, statements.to[at]!]
    if (HOLDS.has(type) && protectedRoots.has(rootOf(to))) yield from
    if (RUNS.has(type) && protectedOrganisations.has(rootOf(from))) yield to
  }
}

/** People who have no part in it, and the records by which they are reached: the site of their homes, the suppliers of their place. */
interface PeopleServed { readonly people: number; readonly firsts: Iterable<number> }

/** Each home and each person of a place once, whatever the number of flows. */
function* groupsOfPeople(snapshot: Snapshot, rootOf: (node: number) => number): Generator<PeopleServed> {
  for (const [site, homes] of homesOf(snapshot, rootOf)) yield { people: homes * PEOPLE_PER_HOME, firsts: [site] }
  yield* suppliersOfPlaces(snapshot, rootOf)
}

/** The records and all that lies upstream of them, as far as it is not depended on already. */
function upstreamOf(firsts: Iterable<number>, behind: ReadonlyMap<number, ReadonlySet<number>>, depended: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>()
  for (const node of firsts) if (depended[node] === 0) found.add(node)
  for (const node of found) for (const other of behind.get(node) ?? []) if (depended[other] === 0) found.add(other) // grows while it is read
  return found
}

/** Units that count homes where the site is residential. */
const UNITS = /^(?:units?|einheiten|unités|unidades)$/i

/** The largest number of homes stated for each site, however it is measured: homes it is, or homes that live by it. */
function homesOf({ nodes, statements, texts }: Snapshot, rootOf: (node: number) => number): ReadonlyMap<number, number> {
  const homes = new Map<number, number>()
  const countsHomes = (site: number, at: number): boolean => {
    const unit = texts[statements.unit[at]!]!
    return texts[statements.measure[at]!] === 'homes' || isHomesUnit(unit) || (UNITS.test(unit.trim()) && /^residential /.test(texts[nodes.kind[site]!]!))
  }
  for (let at = 0; at < statements.count; at++) {
    const isServed = statements.type[at] === STATES_FIGURE && texts[statements.measure[at]!] === 'homes served'
    if (!isServed && (statements.type[at] !== LOCATED_IN || !countsHomes(statements.from[at]!, at))) continue
    const site = rootOf(isServed ? statements.to[at]! : statements.from[at]!)
    homes.set(site, Math.max(homes.get(site) ?? 0, statements.amount[at]!))
  }
  return homes
}

/** Places that get at least half of a commodity from suppliers on record: those suppliers, and the people of the largest such share. */
function* suppliersOfPlaces({ nodes, statements, texts }: Snapshot, rootOf: (node: number) => number): Generator<PeopleServed> {
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
  const ofPlace = new Map<number, { people: number; readonly firsts: Set<number> }>()
  for (const { place: to, suppliers } of shares.values()) {
    const share = Math.min(1, [...suppliers.values()].reduce((sum, one) => sum + one, 0))
    const people = nodes.population[to]! * share
    if (share < DEPENDS_FROM || !(people > 0)) continue
    const group = ofPlace.get(rootOf(to)) ?? { people: 0, firsts: new Set<number>() }
    ofPlace.set(rootOf(to), group)
    group.people = Math.max(group.people, people)
    for (const supplier of suppliers.keys()) group.firsts.add(supplier)
  }
  yield* ofPlace.values()
}

/** Record → what supplies it, and who runs it. */
function whatLiesBehind({ statements }: Snapshot, rootOf: (node: number) => number): ReadonlyMap<number, ReadonlySet<number>> {
  const behind = new Map<number, Set<number>>()
  for (let at = 0; at < statements.count; at++) {
    const [type, from, to] = [statements.type[at]!, rootOf(statements.from[at]!), rootOf(statements.to[at]!)]
    if (type !== SUPPLIES && !RUNS.has(type)) continue
    const found = behind.get(to)
    if (found === undefined) behind.set(to, new Set([from]))
    else found.add(from)
  }
  return behind
}
