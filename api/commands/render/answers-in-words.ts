import type { Asked } from '../ask-arguments.ts'
import type { Means } from './means-in-words.ts'
import { meansLines } from './means-in-words.ts'

interface Named { readonly id: string; readonly name: string }
interface Bounds { readonly low: number; readonly high: number; readonly lowExclusive: boolean; readonly highExclusive: boolean }
interface Claim {
  readonly sentence: string
  readonly grade: string
  readonly source: { readonly title: string; readonly publisher: string | null; readonly url: string | null; readonly retrievedOn: string }
}
interface Chain {
  readonly nodes: readonly Named[]
  readonly statements: readonly Claim[]
  readonly figures?: readonly Claim[]
  readonly judgements: readonly Claim[]
  readonly product: Bounds | null
  readonly grade: string
}
interface Basis {
  readonly method: string
  readonly asOf: string
  readonly grades: readonly string[]
  readonly dataVersion: string
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  readonly notes: readonly string[]
}
interface Extent {
  readonly siteCount: number
  readonly byDomain: readonly { readonly sentence: string }[]
  readonly sites: readonly {
    readonly site: Named | null
    readonly presence: { readonly from: Named } | null
    readonly controlledBy: string
    readonly relation: string
    readonly low: number
    readonly high: number
    readonly paths: readonly Chain[]
  }[]
}
interface Pair {
  readonly here: Named
  readonly there: Named
  readonly similarity: number
  readonly coverage: number
  readonly ranked: boolean
  readonly reasons: readonly { readonly feature: string; readonly sentence: string }[]
  readonly differences: readonly { readonly sentence: string }[]
}
interface Shared {
  readonly items: readonly {
    readonly organisation: Named
    readonly controllers: readonly Named[]
    readonly members: readonly Named[]
    readonly rank: number
    readonly rankLow: number
    readonly rankHigh: number
    readonly score: number
    readonly here: Extent
    readonly there: Extent
    readonly mirrorPairs: readonly Pair[]
  }[]
  readonly totalCount: number
  readonly basis: Basis
  readonly coverageHere: { readonly sentence: string }
  readonly coverageThere: { readonly sentence: string }
  readonly lawfulMeansHere: Means
  readonly lawfulMeansThere: Means
}

const percent = (fraction: number): string => String(Math.round(fraction * 1_000) / 10)
export function share(bounds: Bounds | null): string {
  if (bounds === null) return '–'
  const { low, high, lowExclusive, highExclusive } = bounds
  return low === high ? `${percent(low)} %` : `${lowExclusive ? '>' : ''}${percent(low)}–${highExclusive ? '<' : ''}${percent(high)} %`
}
/** A stake; one that may be anything has no figure. */
const stake = (bounds: Bounds | null): string => (bounds?.low === 0 && bounds.high === 1 ? 'no figure' : share(bounds))
/** Enough of a version to tell it from others; `--json` has all of it. */
const VERSION_SHOWN = 12
export const basisLine = ({ method, asOf, grades, dataVersion, parameters, notes }: Basis): string => [
  `Basis: ${method}, as of ${asOf}, grades ${grades.map((grade) => grade.toLowerCase()).join(', ')}, data ${dataVersion.slice(0, VERSION_SHOWN)}.`,
  `  Asked with ${parameters.map(({ name, value }) => `${name} ${value}`).join('; ')}.`, ...notes.map((note) => `  ${note}`),
].join('\n')
/** The part of a site that counts; nothing is certain of an estimate. */
const part = (low: number, high: number): string => (low === high ? `${percent(low)} %` : low === 0 ? `at most ${percent(high)} %` : `${percent(low)}–${percent(high)} %`)
const word = (code: string): string => code.toLowerCase().replaceAll('_', ' ')
/** What counts for an actor, and how surely: a kind of control that only the maxima allow is possible, not certain. */
function controlText(controlledBy: string, relation: string, low: number, list: unknown): string {
  if (controlledBy === 'NONE') return word(relation)
  const isPossible = low === 0 && controlledBy !== 'DE_FACTO' && (list === undefined || list === 'CONTROLLERS')
  return isPossible ? `control possible, not certain: ${word(controlledBy)}` : `control: ${word(controlledBy)}`
}

function chain({ nodes, statements, figures = [], judgements, product, grade }: Chain, indent: string): string {
  const head = `${indent}${nodes.map(({ name }) => name).join(' → ')}${product ? `  ${stake(product)}` : ''}  [${word(grade)}]`
  const claim = ({ sentence, source }: Claim) => `${indent}  ${sentence} — ${source.title}, read ${source.retrievedOn}${source.url ? `, ${source.url}` : ''}`
  return [head, ...statements.map(claim), ...figures.map(claim), ...judgements.map(claim)].join('\n')
}
const pair = ({ here, there, similarity, coverage, ranked, reasons, differences }: Pair, indent: string, label = ''): string =>
  [
    `${indent}${label}${here.name} ↔ ${there.name}  ${similarity.toFixed(2)} on ${percent(coverage)} % of the weight of features${ranked ? '' : ', not ranked'}`,
    ...reasons.map(({ feature, sentence }) => `${indent}  ${feature === 'coverage' ? '' : 'alike: '}${sentence}`),
    ...differences.map(({ sentence }) => `${indent}  differs: ${sentence}`),
  ].join('\n')

export function shared({ items, totalCount, basis, coverageHere, coverageThere, lawfulMeansHere, lawfulMeansThere }: Shared, { here, there, list }: Asked['variables']): string {
  const extent = (where: string, { byDomain, sites }: Extent): string[] => [
    ...byDomain.map(({ sentence }) => `    ${where}: ${sentence}`),
    ...sites.flatMap(({ site, presence, controlledBy, relation, low, high, paths: ways }) => [
      `      ${site?.name ?? presence?.from.name ?? 'brand presence'} (${controlText(controlledBy, relation, low, list)}${low === 1 ? '' : `, ${part(low, high)}`})`,
      ...ways.slice(0, 1).map((way) => chain(way, '        ')),
    ]),
  ]
  return [
    `Shared adversaries of ${String(here)} and ${String(there)}: ${items.length} of ${totalCount}`,
    '',
    ...items.flatMap((row) => [
      `${String(row.rank).padStart(3)} ${row.organisation.name}${row.controllers.length > 0 ? ` · ${row.controllers.map(({ name }) => name).join(' · ')}` : ''}   score ${row.score.toFixed(3)}${row.rankLow === row.rankHigh ? '' : ` (rank ${row.rankLow}–${row.rankHigh})`}`,
      ...extent('here', row.here),
      ...extent('there', row.there),
      ...row.mirrorPairs.map((one) => pair(one, '    ', 'mirror: ')),
      '',
    ]),
    `Here: ${coverageHere.sentence}`,
    `There: ${coverageThere.sentence}`,
    '',
    ...meansLines([lawfulMeansHere, lawfulMeansThere]),
    basisLine(basis),
  ].join('\n')
}

export function mirror({
  organisation,
  pairs,
  unmatchedHere,
  unmatchedThere,
  basis,
}: {
  readonly organisation: Named
  readonly pairs: readonly Pair[]
  readonly unmatchedHere: readonly Named[]
  readonly unmatchedThere: readonly Named[]
  readonly basis: Basis
}): string {
  return [
    `Mirror points of ${organisation.name}: ${pairs.length}`,
    ...pairs.map((one) => pair(one, '  ')),
    `No counterpart here: ${unmatchedHere.map(({ name }) => name).join(', ') || 'none'}`,
    `No counterpart there: ${unmatchedThere.map(({ name }) => name).join(', ') || 'none'}`,
    basisLine(basis),
  ].join('\n')
}

/** Where nobody surely controls, power beside small holders says something. */
const UNCONTROLLED: ReadonlySet<string> = new Set(['NONE', 'DE_FACTO'])

interface Holder {
  readonly node: Named
  readonly ultimate: boolean
  readonly integrated: Bounds | null
  readonly direct: Bounds | null
  readonly votes: Bounds | null
  readonly control: string
  readonly oceanicPower: number | null
  readonly selfHolding: Bounds | null
  readonly interests: readonly string[]
  readonly sentence: string
  readonly paths: readonly Chain[]
}
export function ownership({
  target,
  direction,
  status,
  holders,
  totalCount,
  remainder,
  selfHolding,
  conflicts,
  unrecorded,
  notCounted,
  notCountedBecause,
  basis,
}: {
  readonly target: Named
  readonly direction: string
  readonly status: string
  readonly holders: readonly Holder[]
  readonly totalCount: number
  readonly remainder: Bounds | null
  readonly basis: Basis
  readonly conflicts: readonly {
    readonly sentence: string
    readonly bySource: readonly { readonly source: { readonly title: string }; readonly interval: Bounds | null }[]
  }[]
  readonly unrecorded: readonly { readonly node: Named; readonly share: Bounds }[]
  readonly notCounted: readonly Claim[]
  readonly notCountedBecause: readonly string[]
  readonly selfHolding: Bounds | null
}): string {
  return [
    `${direction === 'UP' ? 'Who holds' : 'What is held by'} ${target.name}: ${holders.length} of ${totalCount}${status === 'SOLVED' ? '' : ' — a closed ring of owners: no number is right'}`,
    ...holders.flatMap(({ node, ultimate, integrated, direct, votes, control, oceanicPower, selfHolding: own, interests, sentence, paths: ways }) => [
      `  ${node.name} (${node.id})${ultimate ? ', ultimate' : ''}, control ${word(control)}`,
      `    ${sentence}`,
      `    integrated ${stake(integrated)}, direct ${stake(direct)}, votes ${stake(votes)}${oceanicPower === null || !UNCONTROLLED.has(control) ? '' : `, oceanic power ${oceanicPower.toFixed(3)}`}${interests.some((one) => one === 'trust' || one === 'nominee') ? `, held as ${interests.join(' and ')}` : ''}${own ? `, holds ${share(own)} of itself through others` : ''}`,
      ...ways.slice(0, 1).map((way) => chain(way, '    ')),
    ]),
    ...(selfHolding ? [`  ${target.name} holds ${share(selfHolding)} of itself through others`] : []),
    ...(remainder ? [`  held by nobody on record: ${share(remainder)}`] : []),
    ...unrecorded
      .filter(({ share: { high } }) => high > 0)
      .map(({ node, share: bounds }) => `  held by nobody on record in ${node.name}: ${share(bounds)}`),
    ...conflicts.flatMap(({ sentence, bySource }) => [
      `  conflict: ${sentence}`,
      ...bySource.map(({ source, interval }) => `    ${source.title}: ${share(interval)}`),
    ]),
    ...notCounted.map(({ sentence }, at) => `  not counted (${notCountedBecause[at] ?? ''}): ${sentence}`),
    basisLine(basis),
  ].join('\n')
}

export const paths = ({ items, totalCount, basis }: { readonly items: readonly Chain[]; readonly totalCount: number; readonly basis: Basis }): string =>
  [`${items.length} of ${totalCount} paths`, ...items.map((one) => chain(one, '  ')), basisLine(basis)].join('\n')

const claimLine = ({ sentence, source }: Claim): string => `    ${sentence} — ${source.title}, read ${source.retrievedOn}${source.url ? `, ${source.url}` : ''}`
export const timeline = ({
  organisation,
  target,
  periods,
  basis,
}: {
  readonly organisation: Named
  readonly target: Named
  readonly periods: readonly { readonly sentence: string; readonly statements: readonly Claim[] }[]
  readonly basis: Basis
}): string =>
  [
    `${organisation.name} in ${target.name}: ${periods.length === 0 ? 'nothing on record' : `${periods.length} ${periods.length === 1 ? 'period' : 'periods'}`}`,
    ...periods.flatMap(({ sentence, statements }) => [`  ${sentence}`, ...statements.map(claimLine)]),
    basisLine(basis),
  ].join('\n')

export const changes = ({
  edges,
  totalCount,
  pageInfo,
  basis,
}: {
  readonly edges: readonly { readonly node: { readonly sentence: string; readonly statement: Claim } }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly basis: Basis
}): string =>
  [
    `${edges.length} of ${totalCount} changes`,
    ...edges.map(
      ({
        node: {
          sentence,
          statement: { source },
        },
      }) => `  ${sentence} — ${source.title}, read ${source.retrievedOn}${source.url ? `, ${source.url}` : ''}`,
    ),
    ...(pageInfo.hasNextPage ? [`More with --after ${pageInfo.endCursor ?? ''}`] : []),
    basisLine(basis),
  ].join('\n')
