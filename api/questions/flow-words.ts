import type { Bounds } from '#analytics/flows/flow-link.ts'
import type { FlowScope, ScopedLink } from '#analytics/flows/flow-scope.ts'
import type { Concentration } from '#analytics/graphs/herfindahl.ts'
import type { Interval } from '#analytics/parts/interval.ts'
import type { LocalCost } from '#analytics/flows/local-cost.ts'
import type { Asked } from './asked.ts'
import type { ConcentrationAnswer, CoverAnswer, DependenceAnswer, FlowLinkAnswer, FlowSubject, LocalCostAnswer } from './flow-answers.ts'
import type { AskedFlows } from './flow-question.ts'

export const DEPENDENCE = 'Estimates of commercial dependence, for lawful bargaining and public debate. Not a statement about safety or security.'
export const LAWFUL_MEANS =
  'Lawful means only. Rules on strikes, notice, picketing, secondary action and essential services differ by country and change: ask your union, tenants’ association or a lawyer before acting. ' +
  'A position in a flow is no power by itself: it counts with organisation and allies (Fox-Hodess & Santibáñez 2020).'

export const intervalOf = (bounds: Bounds | undefined, statedOnly = false): Interval | undefined =>
  (bounds === undefined ? undefined : { low: bounds.low, high: bounds.high, lowExclusive: false, highExclusive: false, statedOnly })

export const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })
const rangeText = ({ low, high }: Bounds): string => (low === high ? number(low) : `${number(low)} to ${number(high)}`)
/** "110 t a year", "110" where no unit is stated. */
export const amountText = (bounds: Bounds, { unit, per }: Pick<FlowScope, 'unit' | 'per'>): string =>
  [rangeText(bounds), unit, per === undefined ? '' : `a ${per}`].filter((part) => part !== '').join(' ')
export const percentText = ({ low, high }: Bounds): string => {
  const percent = (fraction: number) => number(Math.round(fraction * 1_000) / 10)
  return low === high ? `${percent(low)} %` : `${percent(low)}–${percent(high)} %`
}

/** Names as a list, long ones cut with the number left out. */
export function namesText({ nameOf }: Asked, nodes: readonly number[], shown = 3): string {
  const names = nodes.slice(0, shown).map(nameOf)
  return nodes.length > shown ? `${names.join(', ')} and ${nodes.length - shown} more` : names.join(', ')
}

/** The part of the answer both questions share; without a scope it says that nothing is on record. */
export function subjectAnswer({ asked, subject, isPlace, commodity, scope, onRecord }: AskedFlows, hasFigures: boolean, sentence: string): Omit<FlowSubject, 'basis'> {
  const id = asked.idOf(subject)
  const where = `${isPlace ? 'to' : 'of'} ${asked.nameOf(subject)}`
  const others = onRecord.length === 0 ? 'Load a table of flows to ask this.' : `On record there: ${onRecord.slice(0, 10).join(', ')}.`
  return {
    organisation: isPlace ? undefined : id, place: isPlace ? id : undefined,
    status: scope === undefined ? 'NO_FLOW_ON_RECORD' : hasFigures ? 'ANSWERED' : 'NO_FIGURES',
    commodity, unit: scope === undefined || scope.unit === '' ? undefined : scope.unit, per: scope?.per,
    sentence: scope === undefined ? `No flow ${commodity === undefined ? '' : `of ${commodity} `}${where} is on record. That is unknown, not zero. ${others}` : sentence,
    dependence: DEPENDENCE, lawfulMeans: LAWFUL_MEANS,
  }
}

export function linkAnswer({ idOf, view: { snapshot } }: Asked, { nodes }: FlowScope, { from, to, volume, capacity, share, statements }: ScopedLink): FlowLinkAnswer {
  return {
    from: idOf(nodes[from]!),
    to: idOf(nodes[to]!),
    volume: intervalOf(volume, true),
    capacity: intervalOf(capacity, true),
    supplyShare: intervalOf(share, true),
    statements: statements.map(snapshot.keyOf),
  }
}

const NOUNS = { jobs: 'jobs', homes: 'homes', powerMw: 'electric power' } as const

export function costAnswer(asked: Asked, cost: LocalCost): LocalCostAnswer {
  const { jobs, homes, powerMw, sitesHere, sitesElsewhere, statements } = cost
  const known = [[jobs, 'jobs'], [homes, 'homes'], [powerMw, 'MW']].flatMap(([value, unit]) => (value === undefined ? [] : [`${number(Number(value))} ${unit}`]))
  const missing = [[jobs, 'jobs'], [homes, 'homes'], [powerMw, 'power']].flatMap(([value, what]) => (value === undefined ? [what] : []))
  const dependence = dependenceAnswer(asked, cost)
  const cover = coverAnswer(asked, cost)
  const sentence = [
    ...(known.length > 0 ? [`Touched here as far as stated: ${known.join(', ')}.`] : []),
    ...(missing.length > 0 && (sitesHere > 0 || sitesElsewhere === 0) ? [`Not on record: ${missing.join(', ')}; that is unknown, not none.`] : []),
    ...(sitesElsewhere > 0 ? [elsewhereText(sitesHere, sitesElsewhere)] : []),
    ...(dependence ? [dependence.sentence] : []),
    ...(cover ? [cover.sentence] : []),
  ].join(' ')
  return { jobs, homes, powerMw, dependence, cover, sentence, statements: statements.map(asked.view.snapshot.keyOf) }
}

function elsewhereText(here: number, elsewhere: number): string {
  const sites = here === 0 ? (elsewhere === 1 ? 'The site' : `All ${elsewhere} sites`) : (elsewhere === 1 ? 'One site more' : `${elsewhere} sites more`)
  return `${sites} it touches ${elsewhere === 1 ? 'lies' : 'lie'} elsewhere, or nobody says where: what is lost there is not counted here.`
}

function dependenceAnswer({ idOf, nameOf, view: { snapshot } }: Asked, { dependence }: LocalCost): DependenceAnswer | undefined {
  if (dependence === undefined) return undefined
  const { share, of, place, statements } = dependence
  return {
    share,
    place: idOf(place),
    sentence: `That is ${percentText({ low: share, high: share })} of the ${NOUNS[of]} of ${nameOf(place)}.`,
    statements: statements.map(snapshot.keyOf),
  }
}

function coverAnswer({ idOf, nameOf, view: { snapshot } }: Asked, { cover }: LocalCost): CoverAnswer | undefined {
  if (cover === undefined) return undefined
  const { place, funds, cost, fraction, statements } = cover
  const currency = snapshot.texts[cover.currency]!
  return {
    place: idOf(place),
    funds,
    cost,
    currency,
    fraction,
    statements: statements.map(snapshot.keyOf),
    sentence: `Funds and pledges of ${currency} ${number(funds)} cover ${percentText({ low: fraction, high: fraction })} of the ${currency} ${number(cost)} the planned days are expected to cost ${nameOf(place)}.`,
  }
}

/** "2 operators make 75 % of the stated volume at sites of the kind warehouse" */
export function concentrationAnswer(
  { name, where }: { readonly name: string; readonly where: string },
  sites: number,
  measuredBy: string,
  { index, effectiveNumber, holdersForThreshold }: Concentration,
): ConcentrationAnswer {
  const operators = holdersForThreshold === 1 ? '1 operator makes' : `${holdersForThreshold} operators make`
  return {
    name,
    sites,
    measuredBy,
    index,
    effectiveNumber,
    operatorsForThreeQuarters: holdersForThreshold,
    sentence: `${operators} 75 % of the stated ${measuredBy} ${where}; as concentrated as ${number(effectiveNumber)} equal ${effectiveNumber === 1 ? 'one' : 'ones'}.`,
  }
}

/** What a reader should know about the figures behind an answer. */
export function figureNotes({ links, otherUnits, unit, per }: FlowScope): string[] {
  const count = (many: number, what: string) => (many === 0 ? [] : [`${many} of ${links.length} flows ${what}.`])
  const bare = links.filter(({ capacity, volume }) => capacity === undefined && volume === undefined).length
  return [
    ...count(links.filter(({ capacity, volume }) => capacity === undefined && volume !== undefined).length, 'state no capacity: what was observed is taken as the most they carry'),
    ...count(bare, 'state neither volume nor capacity: no limit is known for them'),
    ...(otherUnits > 0 ? [`Figures of ${otherUnits} flows are in another unit than ${unit === '' ? 'the others' : unit}, or without a time, and were not used.`] : []),
    ...(per === 'year' ? ['Figures are for a year; those stated for a month or quarter, if any, were put on a year.'] : []),
    'What a market wants is what reaches it on record where all volumes are stated, else what the flows to it can carry.',
    'Days, revenue and costs are as published: where no source on record gives them they stay empty.',
  ]
}
