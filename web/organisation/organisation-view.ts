import { useNavigate, useSearch } from '@tanstack/react-router'
import { frameSearch } from '../url/view-state.ts'
import type { FrameSearch } from '../url/view-state.ts'

/** What the address of an organisation says besides its id. A missing part means the default. */
export interface OrganisationSearch {
  /** Which half the table shows; by default the one with something in it, owners first. */
  show?: 'owners' | 'holdings'
  /** Organisation or site that is chosen in the table and in the drawing. */
  node?: string
  /** Column the table is ordered by; a minus turns the order round. */
  sort?: string
  /** Ids whose folded neighbours are drawn, joined by "~". */
  all?: string
  /** Every row of the table, not the first few. */
  rows?: 'all'
}
const text = (value: unknown, longest: number): string | undefined => (typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined)

export function organisationSearch(raw: Record<string, unknown>): OrganisationSearch {
  const show = raw['show'] === 'owners' || raw['show'] === 'holdings' ? raw['show'] : undefined
  const [node, sort, all] = [text(raw['node'], 300), text(raw['sort'], 20), text(raw['all'], 2_000)]
  return { ...(show ? { show } : {}), ...(node ? { node } : {}), ...(sort ? { sort } : {}), ...(all ? { all } : {}), ...(raw['rows'] === 'all' ? { rows: 'all' as const } : {}) }
}
export const unfoldedOf = (all: string | undefined): readonly string[] => (all ? all.split('~').filter(Boolean) : [])
/** The address after unfolding or folding again what hangs on a node. */
export function toggledUnfolded(all: string | undefined, id: string): string | undefined {
  const before = unfoldedOf(all)
  const after = before.includes(id) ? before.filter((one) => one !== id) : [...before, id]
  return after.length === 0 ? undefined : after.join('~')
}

type Next = { [K in keyof OrganisationSearch]?: OrganisationSearch[K] | undefined }
export interface OrganisationView {
  readonly view: OrganisationSearch & FrameSearch
  /** A step that "back" undoes. */
  readonly go: (next: Next) => void
}

export function useOrganisationView(): OrganisationView {
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  return {
    view: { ...frameSearch(raw), ...organisationSearch(raw) },
    go: (next) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...next }), resetScroll: false } as never), // the same route with other parts of its search
  }
}
