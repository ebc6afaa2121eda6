import type { Asked } from '../ask-arguments.ts'
import type { Means } from './means-in-words.ts'
import { meansLines } from './means-in-words.ts'
import type { Basis, Chain, Named } from './parts-in-words.ts'
import { basisLine, chain, part, percent, word } from './parts-in-words.ts'

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

/** What counts for an actor, and how surely: a kind of control that only the maxima allow is possible, not certain. */
function controlText(controlledBy: string, relation: string, low: number, list: unknown): string {
  if (controlledBy === 'NONE') return word(relation)
  const isPossible = low === 0 && controlledBy !== 'DE_FACTO' && (list === undefined || list === 'CONTROLLERS')
  return isPossible ? `control possible, not certain: ${word(controlledBy)}` : `control: ${word(controlledBy)}`
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
