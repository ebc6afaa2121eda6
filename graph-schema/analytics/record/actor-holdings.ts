import { actorReach } from './actor-reach.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { ControlKind } from '../control/control-kind.ts'
import type { AdversaryList, FootingHeld } from './footing-held.ts'
import { footingRoutes } from './footing-routes.ts'
import { FootingsGathered } from './footings-gathered.ts'
import { footingsOf } from './footings.ts'
import type { HoldingsBlock } from '../many-owners/holdings-block.ts'
import { integratedHoldingsOfMany } from '../many-owners/integrated-holdings-of-many.ts'
import { integratedHoldings } from '../ownership/integrated-ownership.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import type { OwnershipView } from './ownership-view.ts'

/** By footing, ascending. */
export type ActorHoldings = ReadonlyMap<number, FootingHeld>

/** Footings kept per view, of all actors and lists; then all are forgotten. About 150 bytes each. */
const MOST_KEPT = 1_000_000
interface Kept { readonly byList: ReadonlyMap<AdversaryList, Map<number, ActorHoldings>>; count: number }
const known = new WeakMap<OwnershipView, Kept>()
const nothing = (): Kept => ({ byList: new Map([['controllers', new Map()], ['financiers', new Map()], ['suppliers', new Map()]]), count: 0 })

const found = (view: OwnershipView, actor: number, list: AdversaryList): ActorHoldings | undefined => known.get(view)?.byList.get(list)?.get(actor)

function keep(view: OwnershipView, actor: number, list: AdversaryList, holdings: ActorHoldings): void {
  let kept = known.get(view)
  if (kept === undefined || kept.count + holdings.size > MOST_KEPT) known.set(view, kept = nothing())
  kept.byList.get(list)!.set(actor, holdings) // each list is there
  kept.count += 1 + holdings.size
}

/**
 * Everything that counts for one actor, in all places, by footing. Several relations to one footing are never added:
 * the one with the larger κ counts. Kept per view, up to a bound.
 *
 * @throws Cancelled
 * Cost: see {@link actorReach} and {@link integratedHoldings}.
 */
export function actorHoldings(view: OwnershipView, actor: number, list: AdversaryList, cancellation?: Cancellation): ActorHoldings {
  const before = found(view, actor, list)
  if (before !== undefined) return before
  const gathered = gathering(view, list, cancellation)
  const reach = actorReach(view.stakes, actor, cancellation)
  if (list === 'financiers') {
    const shares = integratedHoldings(view.stakes, actor, { cancellation }).holdings.filter(({ high }) => high > 0)
    for (const { node, low, high } of inOrder([...shares, { node: actor, low: 1, high: 1 }])) gathered.offer(node, low, high, reach.get(node)?.kind ?? ControlKind.NONE, false)
  } else {
    for (const { node, low, high, kind, deFacto } of inOrder(Array.from(reach, ([node, reached]) => ({ node, ...reached })))) gathered.offer(node, low, high, kind, deFacto)
  }
  cancellation?.spend(10 * reach.size)
  const holdings = gathered.gathered()
  keep(view, actor, list, holdings)
  return holdings
}

const inOrder = <T extends { readonly node: number }>(held: T[]): T[] => held.sort((a, b) => a.node - b.node)
const gathering = (view: OwnershipView, list: AdversaryList, cancellation: Cancellation | undefined) =>
  new FootingsGathered(footingRoutes(view, list, cancellation), footingsOf(view, cancellation).list.length)

/**
 * The {@link actorHoldings} of many actors, one after the other, in an order of its own: for financiers, whose shares take
 * the longest, all that are not kept are solved in one go. Only what fits the bound is kept: use them when they are given.
 *
 * @throws Cancelled
 * Cost: see {@link integratedHoldingsOfMany}, and O(routes of what each holds).
 */
export function eachActorsHoldings(
  view: OwnershipView,
  actors: readonly number[],
  list: AdversaryList,
  use: (actor: number, holdings: ActorHoldings) => void,
  cancellation?: Cancellation,
): void {
  const unknown = list === 'financiers' ? actors.filter((actor) => found(view, actor, list) === undefined) : []
  const isSolvedTogether = new Set(unknown.length > 1 ? unknown : [])
  for (const actor of actors) if (!isSolvedTogether.has(actor)) use(actor, actorHoldings(view, actor, list, cancellation))
  if (isSolvedTogether.size === 0) return
  const gathered = gathering(view, list, cancellation)
  let ordered: { readonly nodes: Int32Array; readonly ats: Int32Array } | undefined
  integratedHoldingsOfMany(
    view.stakes,
    isSolvedTogether,
    (block) => {
      if (ordered?.nodes !== block.nodes) ordered = { nodes: block.nodes, ats: leadingInOrder(block, gathered) }
      for (const [column, actor] of block.owners.entries()) {
        const holdings = gatherColumn(view, block, column, ordered.ats, gathered, cancellation)
        keep(view, actor, list, holdings)
        use(actor, holdings)
      }
    },
    { cancellation },
  )
}

/** Where in a block stands what leads to the ground, ascending by node. Blocks that reach everything share one list of nodes. */
const leadingInOrder = ({ nodes }: HoldingsBlock, gathered: FootingsGathered): Int32Array =>
  Int32Array.from(nodes.keys()).filter((at) => gathered.leads(nodes[at]!)).sort((a, b) => nodes[a]! - nodes[b]!)

/** Integrated ownership in everything held, and the whole of the actor itself. */
function gatherColumn(
  { stakes }: OwnershipView,
  { nodes, owners, low, high }: HoldingsBlock,
  column: number,
  ats: Int32Array,
  gathered: FootingsGathered,
  cancellation: Cancellation | undefined,
): ActorHoldings {
  const actor = owners[column]!
  const control = actorReach(stakes, actor, cancellation)
  cancellation?.spend(ats.length)
  for (const at of ats) {
    const node = nodes[at]!
    if (node === actor) gathered.offer(node, 1, 1, ControlKind.NONE, false)
    else if (high[at * WIDTH + column]! > 0)
      gathered.offer(node, low[at * WIDTH + column]!, high[at * WIDTH + column]!, control.get(node)?.kind ?? ControlKind.NONE, false)
  }
  const holdings = gathered.gathered()
  cancellation?.spend(10 * holdings.size)
  return holdings
}
