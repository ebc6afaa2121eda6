import { closedSites } from '#analytics/flows/closed-sites.ts'
import { dependentsIn } from '#analytics/flows/choke-points.ts'
import { dominators } from '#analytics/graphs/dominators.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { LocalCost } from '#analytics/flows/local-cost.ts'
import { localCost } from '#analytics/flows/local-cost.ts'
import { row } from '#analytics/parts/rows.ts'
import { beginningOf, routesGraph } from '#analytics/flows/scoped-network.ts'
import type { Outcome } from './answers.ts'
import type { QuestionData } from './asked.ts'
import { basisOf } from './asked.ts'
import { nodeArgument } from './checked-arguments.ts'
import type { OrganisationStake, WhatIf } from './flow-answers.ts'
import { flowCost } from './flow-cost.ts'
import type { AskedFlows, FlowArgs } from './flow-question.ts'
import { flowQuestion, linksAt, withholdEssential } from './flow-question.ts'
import { amountText, costAnswer, figureNotes, intervalOf, linkAnswer, namesText, percentText, subjectAnswer } from './flow-words.ts'
import { answering, refuse } from './refused.ts'
import { statedStings, stingAnswer } from './sting-answer.ts'

export interface WhatIfArgs extends FlowArgs { readonly remove: readonly string[] }

const METHOD = 'Maximum flow before and after, with everything re-routed that can be'
const MOST_REMOVED = 50
const FLOWS_SHOWN = 100
const ORGANISATIONS_SHOWN = 50

/** What still arrives when some sites stand still together. */
export const whatIf = (data: QuestionData, args: WhatIfArgs): Outcome<WhatIf> => answering(() => {
  const ids = [...new Set(args.remove)]
  if (ids.length === 0) refuse('remove', 'no site is named', 'Name the sites that would stand still; chokePoints lists those on the way.')
  if (ids.length > MOST_REMOVED) refuse('remove', `${ids.length} sites are named`, `Name at most ${MOST_REMOVED}.`)
  const given = ids.map((id) => nodeArgument(data.snapshot, 'remove', id, ['Organisation', 'Site']))
  withholdEssential(data, given)
  const flows = flowQuestion(data, args)
  const { asked, scope } = flows
  const nodes = [...new Set(given.map((node) => asked.view.canonical[node]!))]
  withholdEssential(data, nodes)
  const parameters = { organisation: args.organisation, place: args.place, commodity: flows.commodity, remove: ids.join(', ') }
  const removed = nodes.map(asked.idOf)
  if (scope === undefined) {
    const nothing = { before: undefined, after: undefined, lossAfterRerouting: undefined, rerouted: undefined, byMarket: [], cutOffMarkets: [], byOrganisation: [], flows: [] }
    return { ...subjectAnswer(flows, false, ''), ...nothing, removed, costToUs: costAnswer(asked, localCost(asked.view, [], [])), basis: basisOf(asked, METHOD, parameters) }
  }
  return changeAnswer(flows, scope, positionsOf(flows, scope, nodes), removed, parameters)
})

function positionsOf({ asked }: AskedFlows, { nodes, markets }: FlowScope, removed: readonly number[]): number[] {
  return removed.map((node) => {
    const at = nodes.indexOf(node)
    if (at < 0) refuse('remove', `${asked.idOf(node)} is not in this network`, 'Name sites on the way; chokePoints lists them.')
    if (markets.includes(at)) refuse('remove', `${asked.idOf(node)} is where the goods are wanted, not a site on the way`, 'Name sites on the way; chokePoints lists them.')
    return at
  })
}

function changeAnswer(
  flows: AskedFlows,
  scope: FlowScope,
  closed: readonly number[],
  removed: readonly string[],
  parameters: Readonly<Record<string, string | undefined>>,
): WhatIf {
  const { asked, capacities, cancellation } = flows
  const { all, rerouted, markets } = closedSites(scope, closed, { capacities, cancellation })
  const costOf = costsIn(flows, scope)
  const cutOff = markets.filter(({ reached }) => !reached).map(({ market }) => scope.nodes[market]!)
  return {
    ...subjectAnswer(flows, all.before !== undefined, sentenceOf(flows, scope, closed, { ...all, rerouted }, cutOff)),
    removed,
    before: intervalOf(all.before),
    after: intervalOf(all.after),
    lossAfterRerouting: intervalOf(all.loss),
    rerouted: intervalOf(rerouted),
    byMarket: markets.map(({ market, before, after, loss, alternatives }) => ({
      market: asked.idOf(scope.nodes[market]!),
      before: intervalOf(before),
      after: intervalOf(after),
      loss: intervalOf(loss),
      alternatives,
    })),
    cutOffMarkets: cutOff.map(asked.idOf),
    costToUs: costAnswer(asked, costOf(closed)),
    byOrganisation: stakesOf(flows, scope, closed, costOf),
    flows: linksAt(scope, new Set(closed))
      .slice(0, FLOWS_SHOWN)
      .map((link) => linkAnswer(asked, scope, link)),
    basis: basisOf(asked, METHOD, parameters, figureNotes(scope)),
  }
}

/** Whoever runs some of the sites, earns through them, or is asked about: what it would lose beside what that costs here. */
function stakesOf(flows: AskedFlows, scope: FlowScope, closed: readonly number[], costOf: (sites: readonly number[]) => LocalCost): OrganisationStake[] {
  const { asked, subject, isPlace } = flows
  const { view } = asked
  const stings = new Map(statedStings(asked, closed.map((site) => scope.nodes[site]!)).map((sting) => [sting.organisation, sting]))
  const earnedThrough = (organisation: number, node: number) => view.revenueShares.get(node)?.some((one) => one.organisation === organisation) === true
  const runs = (organisation: number, node: number) =>
    node === organisation || Array.from(row(view.operations.byTo, node)).some((link) => view.operations.from[link] === organisation)
  const operators = closed.flatMap((site) => Array.from(row(view.operations.byTo, scope.nodes[site]!), (link) => view.operations.from[link]!))
  return [...new Set([...(isPlace ? [] : [subject]), ...stings.keys(), ...operators])].slice(0, ORGANISATIONS_SHOWN).map((organisation) => {
    const sting = stings.get(organisation)
    const own =
      organisation === subject
        ? closed
        : closed.filter((site) => runs(organisation, scope.nodes[site]!) || (sting !== undefined && earnedThrough(organisation, scope.nodes[site]!)))
    return { organisation: asked.idOf(organisation), sting: sting && stingAnswer(asked, sting), costToUs: costAnswer(asked, costOf(own)) }
  })
}

/** Figures of the sites and of what gets nothing without them. */
function costsIn(flows: AskedFlows, scope: FlowScope): (sites: readonly number[]) => LocalCost {
  const dependentsOf = dependentsIn(dominators(routesGraph(scope), [beginningOf(scope)]))
  return (sites) => flowCost(flows, scope, sites, dependentsOf)
}

function sentenceOf(
  { asked }: AskedFlows,
  scope: FlowScope,
  closed: readonly number[],
  { before, after, loss, rerouted }: ReturnType<typeof closedSites>['all'] & Pick<ReturnType<typeof closedSites>, 'rerouted'>,
  cutOff: readonly number[],
): string {
  const names = namesText(
    asked,
    closed.map((at) => scope.nodes[at]!),
  )
  const cut = cutOff.length === 0 ? '' : ` No way is left to ${namesText(asked, cutOff)}.`
  if (before === undefined || after === undefined)
    return `Without ${names} the ways change; figures that could tell how much is lost are missing.${cut}`
  const around =
    rerouted === undefined
      ? ''
      : ` Of what is stated to pass ${closed.length === 1 ? 'it' : 'them'}, ${amountText(rerouted, scope)} would find other ways.`
  const lost = loss === undefined ? '' : `; ${percentText(loss)} would be lost after re-routing`
  return `Without ${names}, ${amountText(after, scope)} of ${amountText(before, scope)} of ${scope.commodity} could still arrive${lost}.${around}${cut}`
}
