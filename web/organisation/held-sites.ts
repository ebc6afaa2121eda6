import type { AroundNode, AroundStatement, HoldingOf, PlacedSiteOf } from '../queries/organisation.ts'
import type { Direct, End } from '../network/ownership-network.ts'
import type { When } from './holds-at.ts'
import { holdsAt } from './holds-at.ts'

/** One site and by whom it is reached: the organisation itself or something it holds. */
export interface HeldSite {
  readonly site: PlacedSiteOf
  readonly relation: 'OWNS' | 'OPERATES' | 'MANAGES'
  /** The organisation on the ground. */
  readonly through: End
  /** Nothing but a share without control is on record between the organisation and it. */
  readonly shareOnly: boolean
}
/** Shops and shelves: a brand in a place, without a site. */
export interface BrandPresence { readonly brand: End; readonly place: { readonly id: string; readonly name: string; readonly country: string | null }; readonly sentence: string }
export interface Ground { readonly sites: readonly HeldSite[]; readonly presences: readonly BrandPresence[]; readonly operations: readonly Direct[] }

interface Input {
  readonly focus: End
  readonly holdings: readonly HoldingOf[]
  readonly around: readonly AroundNode[]
  readonly when: When
}
/** What the statements lead to: other records of the same organisations, and their brands. */
export function furtherIds(around: readonly AroundNode[]): { readonly records: readonly string[]; readonly brands: readonly string[] } {
  const known = new Set(around.map(({ id }) => id))
  const all = around.flatMap((node) => node.statements.map((statement) => ({ node, statement })))
  const records = all.flatMap(({ statement }) => (isSame(statement) ? [statement.from.id, statement.to.id] : []))
  const brands = all.flatMap(({ node, statement }) => (statement.type === 'BRAND_OF' && statement.to.id === node.id ? [statement.from.id] : []))
  return { records: [...new Set(records)].filter((id) => !known.has(id)), brands: [...new Set(brands)] }
}

/**
 * Everything on the ground: sites owned through holdings, and sites run by the organisation or by what it holds, each
 * once; what it controls comes before what it has only a share in. Other records judged to be the same count as one.
 */
export function groundOf({ focus, holdings, around, when }: Input): Ground {
  const canonical = representatives([focus, ...holdings.map(({ node }) => node)], around)
  const holdingById = new Map(holdings.map((holding) => [holding.node.id, holding]))
  const shareOnly = (id: string) => id !== focus.id && holdingById.get(id)?.control === 'NONE'
  const sites = new Map<string, HeldSite>()
  const add = (held: HeldSite) => {
    const before = sites.get(held.site.id)
    if (!before || (before.shareOnly && !held.shareOnly)) sites.set(held.site.id, held)
  }
  const operations: Direct[] = []
  const presences = new Map<string, BrandPresence>()
  for (const node of around) {
    for (const statement of node.statements) {
      if (!holdsAt(statement, when)) continue
      const { type, from, to, grade } = statement
      const holder = canonical.get(from.id)
      if ((type === 'OPERATES' || type === 'MANAGES') && to.__typename === 'Site' && holder) {
        add({ site: to, relation: type, through: holder, shareOnly: shareOnly(holder.id) })
        operations.push({ from: holder, to, statement: { type, grade, interest: null, share: null, votes: null } })
      }
      if (type === 'SOLD_IN' && from.id === node.id && to.__typename === 'Place')
        presences.set(`${from.id}>${to.id}`, { brand: from, place: { id: to.id, name: to.name, country: to.country }, sentence: statement.sentence })
    }
  }
  for (const { node, control, paths } of holdings) {
    if (node.__typename !== 'Site') continue
    const nodes = paths[0]?.nodes ?? []
    add({ site: node, relation: 'OWNS', through: nodes.at(-2) ?? focus, shareOnly: control === 'NONE' && shareOnly(nodes.at(-2)?.id ?? focus.id) })
  }
  return { sites: [...sites.values()].sort((a, b) => Number(a.shareOnly) - Number(b.shareOnly)), presences: [...presences.values()], operations }
}

/** The drawn node for each record: itself, or the one it is judged to be the same as. */
function representatives(ends: readonly End[], around: readonly AroundNode[]): Map<string, End> {
  const found = new Map(ends.map((end) => [end.id, end]))
  for (const node of around) {
    for (const statement of node.statements) {
      if (!isSame(statement)) continue
      const { from, to } = statement
      const [a, b] = [found.get(from.id), found.get(to.id)]
      if (a && !b) found.set(to.id, a)
      if (b && !a) found.set(from.id, b)
    }
  }
  return found
}
const isSame = ({ type, judgement, status }: AroundStatement): boolean => type === 'SAME_AS' && judgement === 'SAME' && status === 'IN_FORCE'
