import type { Means } from './means-in-words.ts'
import { meansLines } from './means-in-words.ts'
import type { Named } from './parts-in-words.ts'
import { basisLine } from './parts-in-words.ts'

interface Covered {
  readonly sentence: string
  readonly nextRecord: string | null
  readonly basis?: Parameters<typeof basisLine>[0]
  readonly unconnectedOperators?: readonly { readonly organisation: Named; readonly sites: number }[]
}

export const coverage = ({ sentence, nextRecord, unconnectedOperators = [], basis }: Covered): string =>
  [
    sentence,
    ...(nextRecord === null ? [] : [`Next record worth asking for: ${nextRecord}`]),
    ...unconnectedOperators.map(
      ({ organisation, sites }) => `  ${organisation.name}: ${sites} ${sites === 1 ? 'site' : 'sites'}, no group on record`,
    ),
    ...(basis ? [basisLine(basis)] : []),
  ].join('\n')

interface Hit extends Named {
  readonly __typename: string
  readonly organisationKind?: string
  readonly siteKind?: string
  readonly placeKind?: string
  readonly brandKind?: string
  readonly country?: string | null
  readonly siteCount?: number
}
export const search = ({ totalCount, edges }: { readonly totalCount: number; readonly edges: readonly { readonly node: Hit }[] }): string => [
  `${edges.length} of ${totalCount}`,
  ...edges.map(({ node }) => {
    const kind = node.organisationKind ?? node.siteKind ?? node.placeKind ?? node.brandKind ?? node.__typename
    return `  ${node.id.padEnd(34)} ${node.name} (${[kind.toLowerCase().replaceAll('_', ' '), node.country, node.siteCount === undefined ? undefined : `${node.siteCount} sites`].filter((part) => part != null).join(', ')})`
  }),
].join('\n')

interface PlaceValue extends Named {
  readonly kind: string
  readonly parents: readonly Named[]
  readonly children: readonly Named[]
  readonly siteCount: number
  readonly domains: readonly string[]
  readonly coverage: Covered | null
  readonly publishedFigures: readonly { readonly sentence: string }[]
  readonly lawfulMeans: Means
  readonly sites: readonly (Named & { readonly kind: string; readonly operators: readonly Named[]; readonly owners: readonly Named[] })[]
}
const names = (list: readonly Named[]): string => list.map(({ name }) => name).join(', ')
export const place = ({
  id,
  name,
  kind,
  parents,
  children,
  siteCount,
  domains,
  coverage: covered,
  publishedFigures,
  lawfulMeans,
  sites,
}: PlaceValue): string =>
  [
    `${name} (${kind.toLowerCase()}, ${id})${parents.length > 0 ? `, in ${names(parents)}` : ''}`,
    `${siteCount} sites on record: ${domains.map((one) => one.toLowerCase().replaceAll('_', ' ')).join(', ') || 'none'}`,
    ...(covered ? [coverage(covered)] : []),
    ...(children.length > 0 ? [`Inside: ${names(children)}`] : []),
    ...publishedFigures.map(({ sentence }) => `  ${sentence}`),
    ...sites.map(
      (site) =>
        `  ${site.name} (${site.kind.toLowerCase().replaceAll('_', ' ')})${site.operators.length > 0 ? `, operated by ${names(site.operators)}` : ''}${site.owners.length > 0 ? `, owner on record: ${names(site.owners)}` : ''}`,
    ),
    '',
    ...meansLines([lawfulMeans]),
  ].join('\n')

export const sources = ({
  totalCount,
  edges,
}: {
  readonly totalCount: number
  readonly edges: readonly {
    readonly node: {
      readonly title: string
      readonly publisher: string | null
      readonly licence: string | null
      readonly retrievedOn: string
      readonly url: string | null
    }
  }[]
}): string =>
  [
    `${edges.length} of ${totalCount} sources`,
    ...edges.map(
      ({ node: { title, publisher, licence, retrievedOn, url } }) =>
        `  ${[title, publisher, `read ${retrievedOn}`, licence, url].filter((part) => part !== null).join(' · ')}`,
    ),
  ].join('\n')

export const about = ({
  version,
  engine,
  dataVersion,
  today,
  counts,
  licences,
  limits,
}: {
  readonly version: string
  readonly engine: string
  readonly dataVersion: string
  readonly today: string
  readonly counts: readonly { readonly name: string; readonly count: number }[]
  readonly licences: readonly { readonly licence: string; readonly sources: number }[]
  readonly limits: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
}): string =>
  [
    `Mirrorpoint ${version} on ${engine}, data ${dataVersion}, ${today}`,
    ...counts.map(({ name, count }) => `  ${String(count).padStart(8)} ${name}`),
    'Licences of the data:',
    ...licences.map(({ licence, sources: n }) => `  ${licence}: ${n} sources`),
    'Limits of every request:',
    ...limits.map(({ name, value, unit }) => `  ${name}: ${value} ${unit}`),
  ].join('\n')
