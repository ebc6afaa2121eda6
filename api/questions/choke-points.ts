import type { ChokePoint, ChokeRanking, MarketLosses } from '#analytics/flows/choke-points.ts'
import { chokePoints as rankChokePoints, chokePointsPerMarket, dependentsIn } from '#analytics/flows/choke-points.ts'
import { functionConcentration, supplierConcentration } from '#analytics/flows/flow-concentration.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { LocalCost } from '#analytics/flows/local-cost.ts'
import { paretoFront } from '#analytics/graphs/pareto-front.ts'
import { scopedNetwork } from '#analytics/flows/scoped-network.ts'
import type { Sting } from '#analytics/flows/sting.ts'
import { twoSiteCuts } from '#analytics/flows/two-site-cuts.ts'
import type { Outcome } from './answers.ts'
import { basisOf } from './asked.ts'
import type { QuestionData } from './asked.ts'
import { flowCost } from './flow-cost.ts'
import type { ChokePair, ChokePointAnswer, ChokePoints, FlowMarket, MarketLoss } from './flow-answers.ts'
import type { AskedFlows, FlowArgs } from './flow-question.ts'
import { flowQuestion, linksAt } from './flow-question.ts'
import { flowRoutes } from './flow-routes.ts'
import { factorsAnswer, statedStings, stingAnswer, termsAnswer } from './sting-answer.ts'
import { amountText, concentrationAnswer, costAnswer, figureNotes, intervalOf, linkAnswer, namesText, percentText, subjectAnswer } from './flow-words.ts'
import { answering } from './refused.ts'

export type ChokePointsArgs = FlowArgs

const METHOD = 'Loss of maximum flow after re-routing (node removal); dominators; node-disjoint ways; stated volumes for shares'
const PAIRS_SHOWN = 20
const FLOWS_SHOWN = 50
/** No list gives more rows at once. */
const MOST_SHOWN = 100

/** Sites by what their standstill would cost an organisation's markets, or a place, after re-routing. */
export const chokePoints = (data: QuestionData, args: ChokePointsArgs): Outcome<ChokePoints> => answering(() => {
  const flows = flowQuestion(data, args)
  const { organisation, place } = args
  const parameters = { organisation, place, commodity: flows.commodity }
  if (flows.scope === undefined) {
    return {
      ...subjectAnswer(flows, false, ''),
      flow: undefined,
      items: [],
      totalCount: 0,
      origins: [],
      markets: () => [],
      pairs: () => [],
      concentration: [],
      basis: basisOf(flows.asked, METHOD, parameters),
    }
  }
  return rankedAnswer(flows, flows.scope, parameters)
})

function rankedAnswer(flows: AskedFlows, scope: FlowScope, parameters: Readonly<Record<string, string | undefined>>): ChokePoints {
  const { asked, capacities, cancellation } = flows
  const { view, idOf } = asked
  const { candidates, source } = candidatesOf(flows, scope)
  const ranking = rankChokePoints(scope, candidates, { capacities, cancellation })
  const perMarket = once(() => chokePointsPerMarket(scope, { capacities, cancellation }))
  const dependentsOf = dependentsIn(ranking.tree, cancellation)
  const details: Details = {
    perMarket,
    dependentsOf,
    costOf: (site) => flowCost(flows, scope, [site], dependentsOf),
    stings: chosenStings(flows, scope, candidates),
    front: once(() => frontOf(ranking.points, details)),
  }
  return {
    ...subjectAnswer(flows, ranking.flow !== undefined, sentenceOf(flows, scope, ranking)),
    flow: intervalOf(ranking.flow),
    items: ranking.points.slice(0, MOST_SHOWN).map((point, at) => pointAnswer(flows, scope, point, at, details)),
    totalCount: ranking.points.length,
    origins: scope.origins.map((at) => idOf(scope.nodes[at]!)),
    markets: once(() => perMarket().map((one) => marketAnswer(flows, scope, one))),
    pairs: once(() => pairsOf(flows, scope, candidates)),
    concentration: functionConcentration(view, scope, capacities).map(({ name, sites, measuredBy, ...of }) =>
      concentrationAnswer({ name, where: `at sites of the kind ${name}` }, sites, measuredBy, of),
    ),
    basis: basisOf(asked, METHOD, parameters, [
      ...figureNotes(scope),
      ...(source === undefined ? [] : [`All of it begins at ${asked.nameOf(scope.nodes[source]!)}, which is named as the origin and not ranked.`]),
      'Sites on no way to a market on record, markets themselves, and whole places are not ranked.',
      'Shares of the flow are stated volumes; where one is missing the share stays empty.',
    ]),
  }
}

/**
 * Sites and organisations on the way. Markets are where the way ends, places are no sites, and a single organisation where
 * everything begins is the origin of the flow and not a point on it, unless there is nothing else.
 */
function candidatesOf(
  {
    asked: {
      view: {
        snapshot: { nodes, labels },
      },
    },
  }: AskedFlows,
  { nodes: inScope, markets, origins, inside }: FlowScope,
): { readonly candidates: readonly number[]; readonly source: number | undefined } {
  const isMarket = new Set(markets)
  const labelOf = (at: number) => labels[nodes.label[inScope[at]!]!]
  const all = Array.from(inScope.keys()).filter((at) => !isMarket.has(at) && labelOf(at) !== 'Place')
  const [only] = origins
  const source = origins.length === 1 && labelOf(only!) === 'Organisation' && inside[only!] === 0 ? only : undefined
  const others = all.filter((at) => at !== source)
  return source === undefined || others.length === 0 ? { candidates: all, source: undefined } : { candidates: others, source }
}

/** What is computed when a reader opens it, for all sites at once. */
interface Details {
  readonly perMarket: () => readonly MarketLosses[]
  readonly dependentsOf: (site: number) => readonly number[]
  readonly costOf: (site: number) => LocalCost
  /** R of a site, where it is stated. */
  readonly stings: ReadonlyMap<number, Sting>
  readonly front: () => readonly (boolean | undefined)[]
}

/**
 * Which of the sites shown no other one beats in loss and in what it costs here; undefined where the loss is not known.
 * The gain is D · R where a sting is known for every site with a loss, else D: the two are not compared.
 */
function frontOf(points: readonly ChokePoint[], { costOf, stings }: Pick<Details, 'costOf' | 'stings'>): (boolean | undefined)[] {
  const haveStings = points.every(({ site, loss }) => loss === undefined || stings.has(site))
  const options = points.flatMap(({ site, loss }) => {
    if (loss === undefined) return []
    const { jobs, homes, powerMw } = costOf(site)
    const sting = stings.get(site)?.share.low
    return [{ gain: haveStings ? loss.low * sting! : loss.low, costs: [jobs, homes, powerMw] }] // every one has a sting
  })
  const front = paretoFront(options, MOST_SHOWN)
  return points.slice(0, MOST_SHOWN).map(({ loss }, at) => front[at] && loss?.high !== 0) // sites without a figure come last; where nothing is lost, leaving it alone is as good
}

function pointAnswer(flows: AskedFlows, scope: FlowScope, point: ChokePoint, at: number, details: Details): ChokePointAnswer {
  const { asked } = flows
  const idAt = (position: number) => asked.idOf(scope.nodes[position]!)
  const { site, loss, throughput, substitutability, alternatives, dominated, rank } = point
  const sting = details.stings.get(site)
  return {
    site: idAt(site),
    rank,
    relationship: relationshipOf(flows, scope, site),
    lossAfterRerouting: intervalOf(loss),
    throughputShare: intervalOf(throughput),
    substitutability: intervalOf(substitutability),
    alternatives,
    dominatedMarkets: dominated.map(idAt),
    byMarket: () =>
      details
        .perMarket()
        .map(({ market, loss: lossAt, alternatives: waysAt }): MarketLoss => ({
          market: idAt(market),
          loss: intervalOf(lossAt(site)),
          alternatives: waysAt(site),
        })),
    dependents: () => details.dependentsOf(site).slice(0, MOST_SHOWN).map(idAt),
    ...termsAnswer(asked, scope.nodes[site]!),
    sting: sting && stingAnswer(asked, sting),
    stings: statedStings(asked, [scope.nodes[site]!])
      .slice(0, MOST_SHOWN)
      .map((one) => stingAnswer(asked, one)),
    factors: () => factorsAnswer(loss, sting?.share, details.costOf(site).dependence?.share),
    costToUs: () => costAnswer(asked, details.costOf(site)),
    onParetoFront: () => details.front()[at],
    flows: linksAt(scope, new Set([site]))
      .slice(0, FLOWS_SHOWN)
      .map((link) => linkAnswer(asked, scope, link)),
    paths: () => flowRoutes(asked, scope, site),
    notes: notesOf(flows, scope, point),
  }
}

/** What the organisation asked about earns through each site; for a place, what whoever earns most there does. */
function chosenStings({ asked, subject, isPlace }: AskedFlows, { nodes }: FlowScope, candidates: readonly number[]): ReadonlyMap<number, Sting> {
  return new Map(candidates.flatMap((site) => {
    const sting = statedStings(asked, [nodes[site]!]).find(({ organisation }) => isPlace || organisation === subject)
    return sting === undefined ? [] : [[site, sting] as const]
  }))
}

/** By which relationship the dependence runs. */
function relationshipOf({ asked }: AskedFlows, { nodes, links, commodity }: FlowScope, site: number): string {
  const ends = (side: 'from' | 'to') => [...new Set(links.filter((link) => link[side === 'from' ? 'to' : 'from'] === site).map((link) => nodes[link[side]]!))]
  const [suppliers, receivers] = [ends('from'), ends('to')]
  const parts = [...(suppliers.length > 0 ? [`receives from ${namesText(asked, suppliers)}`] : []), ...(receivers.length > 0 ? [`supplies ${namesText(asked, receivers)}`] : [])]
  return `Supply of ${commodity}: ${asked.nameOf(nodes[site]!)} ${parts.join(' and ')}.`
}

function notesOf({ asked }: AskedFlows, { nodes, links }: FlowScope, { site, loss, throughput, dominated, alternatives }: ChokePoint): string[] {
  const volumes = (end: 'from' | 'to') => links.filter((link) => link[end] === site).map(({ volume }) => volume?.low ?? Number.NaN).reduce((sum, one) => sum + one, 0)
  const [arriving, leaving] = [volumes('to'), volumes('from')]
  return [
    ...(dominated.length > 0 ? [`Every way on record to ${namesText(asked, dominated.map((at) => nodes[at]!))} leads over it.`] : []),
    ...(alternatives === 0 ? ['No way on record avoids it.'] : []),
    ...(loss === undefined ? ['No loss is given: figures are missing.'] : []),
    ...(throughput === undefined ? ['No share of the flow is given: a volume is missing.'] : []),
    ...(arriving > 0 && leaving > arriving * 1.05 ? ['More leaves it than reaches it on record: a supply is missing.'] : []),
  ]
}

function marketAnswer({ asked, cancellation }: AskedFlows, scope: FlowScope, { market, flow }: MarketLosses): FlowMarket {
  cancellation.look()
  const node = scope.nodes[market]!
  const suppliers = supplierConcentration(asked.view, scope, market)
  return {
    market: asked.idOf(node),
    flow: intervalOf(flow),
    suppliers:
      suppliers &&
      concentrationAnswer(
        { name: `supply of ${asked.nameOf(node)}`, where: `supplied to ${asked.nameOf(node)}` },
        scope.links.filter(({ to }) => to === market).length,
        suppliers.measuredBy,
        suppliers,
      ),
  }
}

function pairsOf({ asked, capacities, cancellation }: AskedFlows, scope: FlowScope, candidates: readonly number[]): ChokePair[] {
  const network = scopedNetwork(scope, capacities, 'low')
  if (network.markets.length === 0) return []
  const nameOf = (at: number) => asked.idOf(scope.nodes[at]!)
  return twoSiteCuts(network, { candidates, limit: PAIRS_SHOWN, cancellation }).pairs.map(({ first, second, loss, aloneAtMost }) => ({
    first: nameOf(first),
    second: nameOf(second),
    loss,
    aloneAtMost,
  }))
}

function sentenceOf({ asked, subject, isPlace }: AskedFlows, scope: FlowScope, { flow, points }: ChokeRanking): string {
  const where = isPlace ? `reach ${asked.nameOf(subject)}` : `reach the markets of ${asked.nameOf(subject)}`
  if (flow === undefined) return `Ways of ${scope.commodity} that ${where} are on record, without figures that could tell how much depends on a site.`
  const first = points.filter(({ rank }) => rank === 1)
  const loss = first[0]?.loss
  const most = loss === undefined ? '' : loss.high === 0 ? ' No site on the way is missed when it stands still: all of it finds other ways.'
    : ` Most is lost without ${namesText(asked, first.map(({ site }) => scope.nodes[site]!))}: ${percentText(loss)} after re-routing.`
  return `${amountText(flow, scope)} of ${scope.commodity} can ${where}.${most}`
}

/** Computed when first read. */
function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined
  return () => (value ??= { of: compute() }).of
}
