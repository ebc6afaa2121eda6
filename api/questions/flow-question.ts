import { actorReach } from '#analytics/record/actor-reach.ts'
import type { Cancellation } from '#analytics/parts/cancellation.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import { commoditiesOf, flowScope, linksOfActor, linksToPlace } from '#analytics/flows/flow-scope.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { row } from '#analytics/parts/rows.ts'
import type { SiteCapacities } from '#analytics/flows/scoped-network.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import { commodityKey, flowLinks } from '#snapshot/flow-links.ts'
import { siteCapacities } from '#snapshot/site-capacities.ts'
import type { AsOfArgs } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt } from './asked.ts'
import { nodeArgument } from './checked-arguments.ts'
import { refuse, withhold } from './refused.ts'

/** Arguments both questions about flows take. */
export interface FlowArgs extends AsOfArgs {
  readonly organisation: string | undefined
  readonly place: string | undefined
  readonly commodity: string | undefined
}

/** A question about flows with its arguments settled. */
export interface AskedFlows {
  readonly asked: Asked
  /** Organisation or place asked about. */
  readonly subject: number
  readonly isPlace: boolean
  readonly commodity: string | undefined
  /** Undefined: no such flow is on record. */
  readonly scope: FlowScope | undefined
  readonly capacities: SiteCapacities
  /** Commodities that are on record for the subject. */
  readonly onRecord: readonly string[]
  readonly cancellation: Cancellation
}

/**
 * The flows of one commodity around one organisation or into one place. Withheld as a whole where an essential service,
 * or many uninvolved people, depend on any node of the network: a part of it would give the rest away.
 */
export function flowQuestion(data: QuestionData, args: FlowArgs): AskedFlows {
  const { organisation, place, commodity } = args
  if ((organisation === undefined) === (place === undefined)) {
    refuse(
      'organisation',
      organisation === undefined ? 'neither an organisation nor a place is given' : 'both an organisation and a place are given',
      'Give exactly one of organisation and place.',
    )
  }
  const isPlace = place !== undefined
  const node = isPlace
    ? nodeArgument(data.snapshot, 'place', place, ['Place'])
    : nodeArgument(data.snapshot, 'organisation', organisation!, ['Organisation']) // one of the two is given
  const asked = askedAt(data, args)
  const { view } = asked
  const subject = view.canonical[node]!
  const inside = isPlace ? nodesIn(view, subject) : controlledInFlows(view, subject, asked.cancellation)
  const touching = flowLinks(view).filter(({ from, to }) => inside.has(to) || (!isPlace && inside.has(from)))
  const onRecord = commoditiesOf(touching)
  const wanted = commodity === undefined ? onlyOne(onRecord) : commodityKey(commodity)
  const all = wanted === undefined ? [] : flowLinks(view).filter((link) => link.commodity === wanted)
  const links = isPlace ? linksToPlace(all, inside) : linksOfActor(all, inside)
  const found = { asked, subject, isPlace, commodity: wanted, onRecord, cancellation: asked.cancellation }
  if (links.length === 0 || wanted === undefined) return { ...found, scope: undefined, capacities: new Map() }
  const scope = flowScope(wanted, links, inside, isPlace)
  withholdEssential(data, scope.nodes)
  return { ...found, scope, capacities: siteCapacities(view, scope) }
}

/** @throws an outcome Withheld where something essential depends on one of the nodes */
export function withholdEssential({ snapshot }: QuestionData, nodes: readonly number[]): void {
  const essential = essentialServices(snapshot)
  if (nodes.some((node) => essential[node] === 1)) withhold('essential services, or many people who have no part in it, depend on these flows', 'RU-12')
}

/** Where several commodities flow, one has to be chosen: amounts of different goods are never added. */
function onlyOne(commodities: readonly string[]): string | undefined {
  if (commodities.length > 1) refuse('commodity', 'several commodities flow here', `Name one: ${commodities.slice(0, 20).join(', ')}.`)
  return commodities[0]
}

/** Sites and smaller places of a place, and itself. */
function nodesIn(view: OwnershipView, place: number): ReadonlySet<number> {
  const { snapshot: { nodes, labels } } = view
  const label = labels.indexOf('Place')
  const inside = new Set<number>()
  for (let node = nodes.labelStart[label]!; node < nodes.labelStart[label + 1]!; node++) if (view.canonical[node] === node && isInside(view, node, place)) inside.add(node)
  const { list, inPlace } = footingsOf(view)
  for (const at of inPlace.get(place) ?? []) if (list[at]!.site >= 0) inside.add(list[at]!.site)
  return inside
}

/** The actor, what it controls alone, and the sites these run. Joint ventures belong to nobody alone and stay outside. */
export function controlledInFlows(view: OwnershipView, actor: number, cancellation?: Cancellation): ReadonlySet<number> {
  const own = new Set<number>()
  for (const [node, { low, kind }] of actorReach(view.stakes, actor, cancellation)) if (low > 0 && kind !== ControlKind.JOINT) own.add(node)
  for (const node of [...own]) for (const link of row(view.operations.byFrom, node)) own.add(view.operations.to[link]!)
  return own
}

/** Whether a link has an end at a position of the scope. */
export const linksAt = ({ links }: FlowScope, positions: ReadonlySet<number>) => links.filter(({ from, to }) => positions.has(from) || positions.has(to))
