import type { AdversaryList } from '../record/footing-held.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { controllersOf } from '../control/controllers-of.ts'
import { deFactoControl } from '../record/de-facto-control.ts'
import { footingsOf } from '../record/footings.ts'
import { jointControllers } from '../control/joint-controllers.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { controlBounds } from '../control/possible-control.ts'
import { row } from '../parts/rows.ts'
import type { StakeBounds } from '../ownership/stake-bounds.ts'
import { stakeBounds } from '../ownership/stake-bounds.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** Kinds that are never an adversary: they hold for others, or stand for nobody in particular. */
const NEVER_LISTED: ReadonlySet<string> = new Set(['custodian', 'opaque owner'])

/** Whether an organisation may stand in a ranking. States and municipalities may; custodians and unnamed owners never. */
export function isListed({ snapshot: { nodes, labels, texts } }: OwnershipView, node: number): boolean {
  return labels[nodes.label[node]!] === 'Organisation' && !NEVER_LISTED.has(texts[nodes.kind[node]!]!)
}

const known = new WeakMap<OwnershipView, Map<string, readonly number[]>>()

/**
 * Organisations that may have something in a place, ascending: those on the ground and everybody whose reach, or for
 * financiers whose shares, may lead there. A superset of the actors with exposure, and hardly more. Kept per view.
 *
 * @throws Cancelled
 * Time O(footings + stakes of what leads there), beside {@link controlBounds} and {@link deFactoControl}.
 */
export function actorsPresent(view: OwnershipView, place: number, list: AdversaryList, cancellation?: Cancellation): readonly number[] {
  const cache = known.get(view) ?? new Map<string, readonly number[]>()
  known.set(view, cache)
  const name = `${list} ${place}`
  const found = cache.get(name)
  if (found !== undefined) return found
  const { stakes } = view
  const above = list === 'financiers' ? holders(stakes, stakeBounds(stakes, cancellation)) : reaching(stakes, cancellation)
  const open = [...onTheGround(view, place, list)]
  const seen = new Set(open)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node >= stakes.size) continue
    cancellation?.spend(10 * (1 + stakes.heldStart[node + 1]! - stakes.heldStart[node]!))
    for (const actor of above(node)) {
      if (seen.has(actor)) continue
      seen.add(actor)
      open.push(actor)
    }
  }
  const present = [...seen].filter((node) => isListed(view, node)).sort((a, b) => a - b)
  cache.set(name, present)
  return present
}

/** Holders of a node whose stake can carry a share. */
const holders = ({ heldStart, holder }: StakeGraph, { high }: StakeBounds) => (node: number): number[] => {
  const found: number[] = []
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) if (high[entry]! > 0) found.push(holder[entry]!)
  return found
}

/** Whose reach may take in a node in one step, as `actorReach` goes down: those that control it, certainly or possibly, the parties to it, the holder that may decide over it. */
const reaching = (graph: StakeGraph, cancellation: Cancellation | undefined) => {
  const { certain, possible } = controlBounds(graph, cancellation)
  const closures = certain === possible ? [certain] : [certain, possible]
  const controllers = closures.map(controllersOf)
  return (node: number): number[] => {
    const decides = deFactoControl(graph, node)
    return [...controllers.flatMap((rows) => [...row(rows, node)]), ...jointControllers(graph, node).parties, ...(decides === undefined ? [] : [decides.holder])]
  }
}

/** Sites, operators, organisations of brands; for suppliers whoever supplies one of them. */
function onTheGround(view: OwnershipView, place: number, list: AdversaryList): Set<number> {
  const { operations, brands, presences, supplies } = view
  const footings = footingsOf(view)
  const ground = new Set<number>()
  for (const at of footings.inPlace.get(place) ?? []) {
    const { site, presence } = footings.list[at]!
    const served = site >= 0
      ? [site, ...Array.from(row(operations.byTo, site), (link) => operations.from[link]!)]
      : [presences.from[presence]!, ...Array.from(row(brands.byFrom, presences.from[presence]!), (link) => brands.to[link]!)]
    if (list !== 'suppliers') for (const node of served) ground.add(node)
    else for (const node of served) for (const link of row(supplies.byTo, node)) ground.add(supplies.from[link]!)
  }
  return ground
}
