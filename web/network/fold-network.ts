import type { Network, NetworkLink, NetworkNode } from './network.ts'
import { linkId, MOST_NODES } from './network.ts'
import { reachedThrough, spanningTree } from './spanning-tree.ts'
import type { SpanningTree } from './spanning-tree.ts'

/** How many neighbours of one kind are drawn before the rest is folded; the focus may have more than others. */
const SHOWN = { leaves: { focus: 7, other: 3 }, branches: { focus: 3, other: 2 } } as const

const NONE: ReadonlySet<string> = new Set()

export const foldId = (side: 'up' | 'down', parent: string): string => `fold:${side}:${parent}`
/** The node whose neighbours a fold hides; undefined for anything else. */
export const parentOfFold = (id: string): string | undefined => /^fold:(?:up|down):(.+)$/s.exec(id)?.[1]

/**
 * Folds what makes a drawing unreadable: sites into their organisation as a count, and beyond the strongest few the
 * neighbours of one node, with everything reached through them, into one node “+ 23”. Nodes in `unfolded` keep all
 * their neighbours, what is in `kept` is never folded. Order of nodes is strength. At most `limit` nodes stay; the rest
 * is counted in `cut`. Time O(nodes · links).
 */
export function foldNetwork(
  network: Network,
  { unfolded = NONE, kept: held = NONE, limit = MOST_NODES }: { unfolded?: ReadonlySet<string>; kept?: ReadonlySet<string>; limit?: number } = {},
): Network {
  const focus = network.nodes.find(({ shape }) => shape === 'focus')?.id
  const { gone, sitesOf } = hiddenSites(network, focus, unfolded, held)
  const shapes = new Map(network.nodes.map(({ id, shape }) => [id, shape]))
  const folds: { readonly node: NetworkNode; readonly link: NetworkLink }[] = []

  for (const side of ['up', 'down'] as const) {
    for (const parent of network.nodes) {
      if (gone.has(parent.id) || unfolded.has(parent.id) || (parent.id !== focus && parent.side !== side)) continue
      const { far } = spanningTree(network, side, gone)
      const folded = tooMany(parent.id, far, parent.id === focus ? 'focus' : 'other', shapes, held)
      if (folded.length === 0) continue
      folded.forEach((id) => gone.add(id))
      folds.push(
        foldOf(side, parent.id, {
          organisations: folded.filter((id) => shapes.get(id) !== 'site').length,
          sites: new Set(folded.flatMap((id) => (shapes.get(id) === 'site' ? [id] : [...(sitesOf.get(id) ?? [])]))).size,
        }),
      )
    }
  }
  const kept = network.nodes
    .filter(({ id }) => !gone.has(id))
    .map((node) => ({ ...node, inside: { organisations: 0, sites: sitesOf.get(node.id)?.size ?? 0 } }))
  const shown = [...kept.slice(0, Math.max(limit - folds.length, 1)), ...folds.map(({ node }) => node)]
  const ids = new Set(shown.map(({ id }) => id))
  return {
    nodes: shown,
    links: [...network.links, ...folds.map(({ link }) => link)].filter(({ from, to }) => ids.has(from) && ids.has(to)),
    cut: kept.length + folds.length - shown.length,
  }
}

/** Sites of others than the focus become a count on their organisation, unless somebody asked to see them. */
function hiddenSites(
  { nodes, links }: Network,
  focus: string | undefined,
  unfolded: ReadonlySet<string>,
  held: ReadonlySet<string>,
): { gone: Set<string>; sitesOf: Map<string, Set<string>> } {
  const holders = new Map<string, string[]>()
  for (const { from, to } of links) holders.set(to, [...(holders.get(to) ?? []), from])
  const gone = new Set<string>()
  const sitesOf = new Map<string, Set<string>>()
  for (const { id, shape } of nodes) {
    const by = holders.get(id) ?? []
    if (shape !== 'site' || by.length === 0 || held.has(id) || by.some((holder) => holder === focus || unfolded.has(holder))) continue
    gone.add(id)
    for (const holder of by) sitesOf.set(holder, (sitesOf.get(holder) ?? new Set()).add(id))
  }
  return { gone, sitesOf }
}

/** Neighbours of a node beyond the strongest few, leaves and branches counted apart, with everything reached through them. */
function tooMany(parent: string, far: SpanningTree['far'], room: 'focus' | 'other', shapes: ReadonlyMap<string, string>, held: ReadonlySet<string>): string[] {
  const own = (far.get(parent) ?? []).filter((id) => shapes.get(id) !== 'unrecorded')
  const leaves = own.filter((id) => !far.has(id))
  const branches = own.filter((id) => far.has(id))
  return [...after(leaves, SHOWN.leaves[room]), ...after(branches, SHOWN.branches[room])]
    .map((id) => reachedThrough(id, far))
    .filter((all) => !all.some((id) => held.has(id)))
    .flat()
}
/** The rest after the first `shown`; never a single one: a fold of one hides without saving room. */
const after = (ids: readonly string[], shown: number): readonly string[] => (ids.length > shown + 1 ? ids.slice(shown) : [])

function foldOf(side: 'up' | 'down', parent: string, inside: NetworkNode['inside']): { node: NetworkNode; link: NetworkLink } {
  const id = foldId(side, parent)
  const [from, to] = side === 'down' ? [parent, id] : [id, parent]
  return { node: { id, name: '', shape: 'fold', side, inside }, link: { id: linkId(from, to), from, to, kind: 'folded', grade: '', share: null } }
}
