import type { AdversaryList } from './actor-holdings.ts'
import { footingsOf } from './footings.ts'
import type { OwnershipView } from './ownership-view.ts'
import { row } from './rows.ts'
import { StakeFlag } from './stake-graph.ts'

/** Kinds that are never an adversary: they hold for others, or stand for nobody in particular. */
const NEVER_LISTED: ReadonlySet<string> = new Set(['custodian', 'opaque owner'])

/** Whether an organisation may stand in a ranking. States and municipalities may; custodians and unnamed owners never. */
export function isListed({ snapshot: { nodes, labels, texts } }: OwnershipView, node: number): boolean {
  return labels[nodes.label[node]!] === 'Organisation' && !NEVER_LISTED.has(texts[nodes.kind[node]!]!)
}

/**
 * Organisations that may have something in a place, ascending: those on the ground and everybody above them by any stake
 * that can count (for financiers every stake). A superset of the actors with exposure. Time O(footings + stakes above).
 */
export function actorsPresent(view: OwnershipView, place: number, list: AdversaryList): number[] {
  const { stakes } = view
  const counts = (entry: number) => list === 'financiers' || Number.isFinite(stakes.votesHigh[entry]!)
    || (stakes.flags[entry]! & (StakeFlag.CONSOLIDATES | StakeFlag.MEMBERSHIP | StakeFlag.JOINT)) !== 0
  const open = [...onTheGround(view, place, list)]
  const seen = new Set(open)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node >= stakes.size) continue
    for (let entry = stakes.heldStart[node]!; entry < stakes.heldStart[node + 1]!; entry++) {
      const holder = stakes.holder[entry]!
      if (seen.has(holder) || !counts(entry)) continue
      seen.add(holder)
      open.push(holder)
    }
  }
  return [...seen].filter((node) => isListed(view, node)).sort((a, b) => a - b)
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
