import type { ResultOf } from '../queries/graphql.ts'
import type { SearchRecords } from '../queries/search.ts'

export type Kind = 'Place' | 'Organisation' | 'Site' | 'Brand'
/** One thing found: enough to show and to open it. */
export interface Found {
  readonly id: string
  readonly name: string
  readonly type: Kind
  readonly kind: string
  readonly country: string | null
  /** Sites on record in a place. */
  readonly sites?: number | undefined
  /** Statements that name an organisation. */
  readonly statements?: number | undefined
}

type Node = ResultOf<typeof SearchRecords>['search']['edges'][number]['node']

export function foundOf(node: Node): Found | undefined {
  const { id, name } = node
  switch (node.__typename) {
    case 'Place': return { id, name, type: 'Place', kind: node.placeKind, country: node.country, sites: node.siteCount }
    case 'Organisation': return { id, name, type: 'Organisation', kind: node.organisationKind, country: node.country, statements: node.statementCount }
    case 'Site': return { id, name, type: 'Site', kind: node.siteKind, country: node.country }
    case 'Brand': return { id, name, type: 'Brand', kind: node.brandKind, country: node.country }
    default: return undefined
  }
}

/** Where a thing found is shown. A place becomes "here" on the start screen. */
export function addressOf({ id, type }: Pick<Found, 'id' | 'type'>) {
  if (type === 'Place') return { to: '/', search: { here: id } } as const
  if (type === 'Site') return { to: '/site/$id', params: { id } } as const
  return { to: '/organisation/$id', params: { id } } as const
}
