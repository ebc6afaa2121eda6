import type { Basis, Bounds, Chain, Claim, Named } from './parts-in-words.ts'
import { basisLine, chain, claimText, share, stake, word } from './parts-in-words.ts'

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
    ...periods.flatMap(({ sentence, statements }) => [`  ${sentence}`, ...statements.map((one) => `    ${claimText(one)}`)]),
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
    ...edges.map(({ node: { sentence, statement: { source } } }) => `  ${claimText({ sentence, source })}`),
    ...(pageInfo.hasNextPage ? [`More with --after ${pageInfo.endCursor ?? ''}`] : []),
    basisLine(basis),
  ].join('\n')
