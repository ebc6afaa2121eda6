import type { Means } from './means-in-words.ts'
import { meansLines } from './means-in-words.ts'
import type { Bounds, Claim, Named } from './parts-in-words.ts'
import { basisLine, claimText, share } from './parts-in-words.ts'

interface Sting { readonly sentence: string; readonly statements: readonly Claim[] }
interface Cost {
  readonly sentence: string
  readonly statements: readonly Claim[]
  readonly dependence: { readonly statements: readonly Claim[] } | null
  readonly cover: { readonly statements: readonly Claim[] } | null
}
interface Flow { readonly from: Named; readonly to: Named; readonly volume: Bounds | null; readonly capacity: Bounds | null; readonly statements: readonly Claim[] }
interface Subject {
  readonly sentence: string
  readonly unit: string | null
  readonly per: string | null
  readonly dependence: string
  readonly lawfulMeans: string
  readonly jurisdictions: readonly Means[]
  readonly basis: Parameters<typeof basisLine>[0]
}
interface Point {
  readonly site: Named
  readonly rank: number
  readonly relationship: string
  readonly lossAfterRerouting: Bounds | null
  readonly throughputShare: Bounds | null
  readonly alternatives: number
  readonly dependents: readonly Named[]
  readonly costToUs: Cost
  readonly notes: readonly string[]
  readonly flows: readonly Flow[]
  readonly timeSentence: string | null
  readonly timeStatements: readonly Claim[]
  readonly sting: Sting | null
  readonly factors: { readonly score: Bounds | null; readonly confidence: string; readonly missing: readonly string[] }
  readonly onParetoFront: boolean | null
}
interface Stake { readonly organisation: Named; readonly sting: Sting | null; readonly costToUs: Cost }
interface Pair { readonly first: Named; readonly second: Named; readonly loss: number }

const names = (list: readonly Named[]): string => list.map(({ name }) => name).join(', ')
const amount = (bounds: Bounds | null): string => (bounds === null ? '–' : bounds.low === bounds.high ? String(bounds.low) : `${bounds.low}–${bounds.high}`)
const told = (statements: readonly Claim[]): string[] =>
  statements.map((one) => `        ${claimText(one)}`)
const flow = ({ from, to, volume, capacity, statements }: Flow): string[] => [
  `      ${from.name} → ${to.name}: volume ${amount(volume)}, capacity ${amount(capacity)}`,
  ...told(statements),
]
const sting = (one: Sting | null): string[] =>
  one === null
    ? ['      Sting not on record: what is earned through it is unknown, not none.']
    : [`      Sting: ${one.sentence}`, ...told(one.statements)]
const cost = ({ sentence, dependence, cover, statements }: Cost): string[] => [
  `      ${sentence}`,
  ...told([...statements, ...(dependence?.statements ?? []), ...(cover?.statements ?? [])]),
]
const ending = ({ dependence, lawfulMeans, jurisdictions, basis }: Subject): string[] => ['', dependence, lawfulMeans, '', ...meansLines(jurisdictions), basisLine(basis)]

export const choke = (
  answer: Subject & {
    readonly items: readonly Point[]
    readonly totalCount: number
    readonly pairs: readonly Pair[]
    readonly concentration: readonly { readonly sentence: string }[]
  },
): string =>
  [
    answer.sentence,
    ...answer.items.flatMap(
      ({
        site,
        rank,
        relationship,
        lossAfterRerouting,
        throughputShare,
        alternatives,
        dependents,
        costToUs,
        notes,
        flows,
        timeSentence,
        timeStatements,
        sting: earned,
        factors,
        onParetoFront,
      }) => [
        `${String(rank).padStart(3)} ${site.name}: lost after re-routing ${share(lossAfterRerouting)}, share of the stated flow ${share(throughputShare)}, ${alternatives} ${alternatives === 1 ? 'way' : 'ways'} around it`,
        `      ${relationship}`,
        ...notes.map((note) => `      ${note}`),
        ...(dependents.length > 0 ? [`      Would get nothing: ${names(dependents)}`] : []),
        ...(timeSentence === null ? [] : [`      ${timeSentence}`, ...told(timeStatements)]),
        ...sting(earned),
        ...cost(costToUs),
        ...(onParetoFront === true ? ['      On the front: no other site is known to lose as much and touch less here.'] : []),
        `      Loss × sting × (1 − local dependence): ${factors.score === null ? `not given, ${factors.missing.join(' and ')} not on record` : share(factors.score)}; confidence ${factors.confidence.toLowerCase()}`,
        ...flows.flatMap(flow),
      ],
    ),
    ...answer.pairs.map(
      ({ first, second, loss }) =>
        `  Both ${first.name} and ${second.name}: ${share({ low: loss, high: loss, lowExclusive: false, highExclusive: false })}`,
    ),
    ...answer.concentration.map(({ sentence }) => `  ${sentence}`),
    ...ending(answer),
  ].join('\n')

export const whatif = (
  answer: Subject & {
    readonly byMarket: readonly { readonly market: Named; readonly loss: Bounds | null; readonly alternatives: number }[]
    readonly costToUs: Cost
    readonly byOrganisation: readonly Stake[]
    readonly flows: readonly Flow[]
  },
): string =>
  [
    answer.sentence,
    ...answer.byMarket.map(
      ({ market, loss, alternatives }) => `  ${market.name}: loses ${share(loss)}, ${alternatives} ${alternatives === 1 ? 'way' : 'ways'} left`,
    ),
    ...cost(answer.costToUs),
    ...answer.byOrganisation.flatMap(({ organisation, sting: earned, costToUs }) => [`  ${organisation.name}`, ...sting(earned), ...cost(costToUs)]),
    ...answer.flows.flatMap(flow),
    ...ending(answer),
  ].join('\n')
