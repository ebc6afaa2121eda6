import { basisLine, share } from './answers-in-words.ts'

interface Named { readonly id: string; readonly name: string }
type Bounds = Parameters<typeof share>[0]
interface Flow { readonly from: Named; readonly to: Named; readonly volume: Bounds; readonly capacity: Bounds; readonly statements: readonly { readonly sentence: string; readonly source: { readonly title: string; readonly url: string | null; readonly retrievedOn: string } }[] }
interface Subject { readonly sentence: string; readonly unit: string | null; readonly per: string | null; readonly dependence: string; readonly lawfulMeans: string; readonly basis: Parameters<typeof basisLine>[0] }
interface Point {
  readonly site: Named; readonly rank: number; readonly relationship: string; readonly lossAfterRerouting: Bounds; readonly throughputShare: Bounds; readonly alternatives: number
  readonly dependents: readonly Named[]; readonly costToUs: { readonly sentence: string }; readonly notes: readonly string[]; readonly flows: readonly Flow[]
}
interface Pair { readonly first: Named; readonly second: Named; readonly loss: number }

const names = (list: readonly Named[]): string => list.map(({ name }) => name).join(', ')
const amount = (bounds: Bounds): string => (bounds === null ? '–' : bounds.low === bounds.high ? String(bounds.low) : `${bounds.low}–${bounds.high}`)
const flow = ({ from, to, volume, capacity, statements }: Flow): string[] => [
  `      ${from.name} → ${to.name}: volume ${amount(volume)}, capacity ${amount(capacity)}`,
  ...statements.map(({ sentence, source }) => `        ${sentence} — ${source.title}, read ${source.retrievedOn}${source.url ? `, ${source.url}` : ''}`),
]
const ending = ({ dependence, lawfulMeans, basis }: Subject): string[] => ['', dependence, lawfulMeans, basisLine(basis)]

export const choke = (answer: Subject & { readonly items: readonly Point[]; readonly totalCount: number; readonly pairs: readonly Pair[]; readonly concentration: readonly { readonly sentence: string }[] }): string => [
  answer.sentence,
  ...answer.items.flatMap(({ site, rank, relationship, lossAfterRerouting, throughputShare, alternatives, dependents, costToUs, notes, flows }) => [
    `${String(rank).padStart(3)} ${site.name}: lost after re-routing ${share(lossAfterRerouting)}, share of the stated flow ${share(throughputShare)}, ${alternatives} ${alternatives === 1 ? 'way' : 'ways'} around it`,
    `      ${relationship}`, ...notes.map((note) => `      ${note}`), ...(dependents.length > 0 ? [`      Would get nothing: ${names(dependents)}`] : []), `      ${costToUs.sentence}`, ...flows.flatMap(flow),
  ]),
  ...answer.pairs.slice(0, 5).map(({ first, second, loss }) => `  Both ${first.name} and ${second.name}: ${share({ low: loss, high: loss, lowExclusive: false, highExclusive: false })}`),
  ...answer.concentration.map(({ sentence }) => `  ${sentence}`), ...ending(answer),
].join('\n')

export const whatif = (answer: Subject & { readonly byMarket: readonly { readonly market: Named; readonly loss: Bounds; readonly alternatives: number }[]; readonly costToUs: { readonly sentence: string }; readonly flows: readonly Flow[] }): string => [
  answer.sentence, ...answer.byMarket.map(({ market, loss, alternatives }) => `  ${market.name}: loses ${share(loss)}, ${alternatives} ${alternatives === 1 ? 'way' : 'ways'} left`),
  `  ${answer.costToUs.sentence}`, ...answer.flows.flatMap(flow), ...ending(answer),
].join('\n')
