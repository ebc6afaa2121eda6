import type { Range } from '../interval/interval-words.ts'
import { linkKind } from './link-kind.ts'
import type { Network, NetworkLink, NetworkNode, NodeShape, Side } from './network.ts'
import { linkId, NOTHING_INSIDE } from './network.ts'

export interface End { readonly id: string; readonly name: string; readonly __typename: string }
export interface Step { readonly type: string; readonly interest: string | null; readonly grade: string; readonly share: Range | null; readonly votes: Range | null }
/** A chain, holder first, with one statement per step. */
export interface Route { readonly nodes: readonly End[]; readonly statements: readonly Step[] }
/** A line that is stated outright, such as who operates a site. */
export interface Direct { readonly from: End; readonly to: End; readonly statement: Step }
export interface NetworkInput {
  readonly focus: End
  /** Routes of each owner and each holding, strongest first: the order decides what is folded last. */
  readonly owners: readonly Route[]
  readonly holdings: readonly Route[]
  readonly operations: readonly Direct[]
  /** What nobody is on record for, of the focus. */
  readonly remainder: Range | null
}

/** Rounding of sums of shares; less than this is nothing unrecorded. */
const NOTHING = 5e-4

/**
 * Owners above and holdings below as nodes and lines, each once, in the order they come.
 * Two statements about one pair are one line; ownership wins over operation, a better grade over a weaker one.
 */
export function ownershipNetwork({ focus, owners, holdings, operations, remainder }: NetworkInput): Network {
  const nodes = new Map<string, NetworkNode>([[focus.id, { id: focus.id, name: focus.name, shape: 'focus', side: 'focus', inside: NOTHING_INSIDE }]])
  const links = new Map<string, NetworkLink>()
  const add = ({ id, name, __typename }: End, side: Side) => {
    if (!nodes.has(id)) nodes.set(id, { id, name, shape: shapeOf(__typename), side, inside: NOTHING_INSIDE })
  }
  const join = (from: End, to: End, step: Step) => {
    const id = linkId(from.id, to.id)
    const link = { id, from: from.id, to: to.id, kind: linkKind(step), grade: step.grade, share: step.share ?? step.votes }
    const before = links.get(id)
    if (before === undefined || weightOf(link) < weightOf(before)) links.set(id, link)
  }
  const walk = (routes: readonly Route[], side: Side) => {
    for (const { nodes: ends, statements } of routes) {
      ends.forEach((end) => add(end, side))
      statements.forEach((step, at) => { const [from, to] = [ends[at], ends[at + 1]]; if (from && to && from.id !== to.id) join(from, to, step) })
    }
  }
  walk(owners, 'up')
  walk(holdings, 'down')
  for (const { from, to, statement } of operations) { if (nodes.has(from.id)) { add(to, 'down'); join(from, to, statement) } }
  if (remainder && remainder.high > NOTHING) addRemainder(nodes, links, focus, remainder)
  return { nodes: [...nodes.values()], links: [...links.values()], cut: 0 }
}

function addRemainder(nodes: Map<string, NetworkNode>, links: Map<string, NetworkLink>, focus: End, range: Range): void {
  const id = `unrecorded:${focus.id}`
  nodes.set(id, { id, name: '', shape: 'unrecorded', side: 'up', inside: NOTHING_INSIDE, range })
  links.set(linkId(id, focus.id), { id: linkId(id, focus.id), from: id, to: focus.id, kind: 'unrecorded', grade: '', share: null })
}

const shapeOf = (typename: string): NodeShape => (typename === 'Site' ? 'site' : typename === 'Brand' ? 'brand' : 'organisation')
const GRADES = ['REGISTER', 'DOCUMENT', 'REPORTED', 'CLAIMED', 'INFERRED']
/** Smaller is stronger: ownership before operation, then the grade. */
const weightOf = ({ kind, grade }: NetworkLink): number => (kind === 'operates' || kind === 'manages' ? 10 : 0) + Math.max(GRADES.indexOf(grade), 0)
