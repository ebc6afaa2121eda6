import type { Range } from '../interval/interval-words.ts'

/** What a node of the drawing stands for. A fold stands for several, an outline for what nobody is on record for. */
export type NodeShape = 'focus' | 'organisation' | 'site' | 'brand' | 'fold' | 'unrecorded'
/** What a line says. Folded lines stand for several; they have no grade of their own. */
export type LinkKind = 'share' | 'votes' | 'consolidation' | 'joint' | 'group' | 'trust' | 'nominee' | 'operates' | 'manages' | 'brand' | 'other' | 'folded' | 'unrecorded'
export type Side = 'up' | 'focus' | 'down'

export interface Tally { readonly organisations: number; readonly sites: number }
export interface NetworkNode {
  readonly id: string
  readonly name: string
  readonly shape: NodeShape
  readonly side: Side
  /** Of an organisation: sites under it that are not drawn. Of a fold: what is inside. */
  readonly inside: Tally
  /** Of an outline: how much is unrecorded. */
  readonly range?: Range
}
export interface NetworkLink {
  readonly id: string
  /** Holder, above. */
  readonly from: string
  /** Held, below. */
  readonly to: string
  readonly kind: LinkKind
  readonly grade: string
  readonly share: Range | null
}
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly links: readonly NetworkLink[]
  /** Nodes left out because a drawing has an end. */
  readonly cut: number
}

export const NOTHING_INSIDE: Tally = { organisations: 0, sites: 0 }
/** A drawing with more nodes than this says nothing to anybody. */
export const MOST_NODES = 1500
export const linkId = (from: string, to: string): string => `${from}>${to}`
