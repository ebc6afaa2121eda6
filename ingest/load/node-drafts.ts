import type { NodeLabel, NodeValue } from '#model/model.ts'
import { protectingValues } from '#model/protecting-values.ts'
import { cachedNameKey } from '../resolve/name-key.ts'

/** What one row says about a node: any of its properties. `nameKey` and lists are made here. */
export interface NodeFacts {
  readonly label: NodeLabel
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly defaults?: Readonly<Record<string, unknown>>
}

interface Votes { readonly value: unknown; count: number }
interface Draft { readonly label: NodeLabel; readonly votes: Map<string, Map<string, Votes>>; readonly defaults: Map<string, unknown> }

const LISTS = new Set(['aliases', 'identifiers', 'languages'])
const MAX_ALIASES = 50

/**
 * Gathers what all rows say about each node before anything is written, so that the node does not depend on the order
 * of rows: of several values the most frequent counts, of equally frequent ones the first in order of text; what protects
 * counts however rare it is. Lists are united. Other names become aliases.
 */
export class NodeDrafts {
  private readonly drafts = new Map<string, Draft>()

  get size(): number { return this.drafts.size }
  labelOf = (id: string): NodeLabel | undefined => this.drafts.get(id)?.label

  add({ label, id, values, defaults }: NodeFacts): void {
    const draft = this.drafts.get(id) ?? { label, votes: new Map(), defaults: new Map() }
    this.drafts.set(id, draft)
    for (const [property, value] of Object.entries(values)) {
      if (value === undefined) continue
      const votes = draft.votes.get(property) ?? new Map<string, Votes>()
      draft.votes.set(property, votes)
      for (const one of LISTS.has(property) ? (value as readonly unknown[]) : [value]) {
        const text = typeof one === 'string' ? one : JSON.stringify(one)
        const vote = votes.get(text) ?? { value: one, count: 0 }
        vote.count++
        votes.set(text, vote)
      }
    }
    for (const [property, value] of Object.entries(defaults ?? {})) if (!draft.defaults.has(property)) draft.defaults.set(property, value)
  }

  /** All nodes in order of id: two writers that go through them in one order cannot block each other. */
  *nodes(): Generator<NodeValue> {
    for (const id of [...this.drafts.keys()].sort()) yield this.node(id)
  }

  private node(id: string): NodeValue {
    const { label, votes, defaults } = this.drafts.get(id)!
    const node: Record<string, unknown> = { label, id, ...Object.fromEntries(defaults) }
    for (const [property, candidates] of votes) {
      node[property] = LISTS.has(property) ? [...candidates.values()].map(({ value }) => value).sort() : winner(candidates)
    }
    Object.assign(node, protectingValues(node, (property) => [...(votes.get(property) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => value)))
    if (label === 'Source' || label === 'Import') return node as unknown as NodeValue // complete by construction
    const name = String(node['name'])
    const others = [...(votes.get('name')?.values() ?? [])].map(({ value }) => String(value))
    const aliases = [...new Set([...((node['aliases'] as string[] | undefined) ?? []), ...others])].filter((alias) => alias !== name).sort().slice(0, MAX_ALIASES)
    node['nameKey'] = cachedNameKey(name).key
    if (aliases.length > 0) node['aliases'] = aliases
    else delete node['aliases']
    return node as unknown as NodeValue // required properties are ensured by whoever adds facts
  }
}

function winner(candidates: ReadonlyMap<string, Votes>): unknown {
  let best: readonly [string, Votes] | undefined
  for (const entry of candidates) {
    if (!best || entry[1].count > best[1].count || (entry[1].count === best[1].count && entry[0] < best[0])) best = entry
  }
  return best![1].value
}
