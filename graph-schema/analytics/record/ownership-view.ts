import type { Rows } from '../parts/rows.ts'
import type { Snapshot } from './snapshot.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** Relations of the same kind between representatives, one per (from, to, type), with the statements each rests on. */
export interface Links {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Position of the type in {@link Snapshot.types}. */
  readonly type: Uint8Array
  /** Links by node at either end. */
  readonly byFrom: Rows
  readonly byTo: Rows
  /** Statement indices per link, the best supported and latest first. */
  readonly statements: Rows
}

/** A figure that counts for a site: the latest of its measure and unit. */
export interface SiteFigure {
  /** Indices into {@link Snapshot.texts}. */
  readonly measure: number
  readonly unit: number
  readonly amount: number
  /** Year of the figure, or of the statement where the figure has none; 0 for undated. */
  readonly year: number
  readonly statement: number
}

/** A figure a source publishes about a place or a site: the latest of its measure, unit and domain. */
export interface PublishedFigure {
  /** Indices into {@link Snapshot.texts}. */
  readonly measure: number
  readonly unit: number
  /** 1 + position in {@link Snapshot.domains}; 0 where the figure is for none. */
  readonly domain: number
  readonly amount: number
  /** Year of the figure, or of the statement where the figure has none; 0 for undated. */
  readonly year: number
  readonly statement: number
}

/** Part of its revenue an organisation states to earn through a site or another organisation. */
export interface RevenueShare {
  readonly organisation: number
  readonly through: number
  /** Fraction 0–1. */
  readonly share: number
  readonly year: number
  readonly statement: number
}

export type DisagreementKind = 'different figures' | 'more than 100 %' | 'different full parents' | 'indirect beside direct'

/** Statements about one pair, or one held node, that cannot all be true. */
export interface Disagreement {
  readonly kind: DisagreementKind
  readonly target: number
  readonly statements: readonly number[]
  /** Of "different figures": two of them have no value in common. */
  readonly disjoint?: boolean
  /** Of "more than 100 %": the sum of the minima. */
  readonly sum?: number
}

/** How many statements the date and the grades leave out, and why. */
export interface LeftOut {
  /** Source last read more than 24 months before the day of asking. */
  readonly stale: number
  /** Of a grade that was not asked for. */
  readonly otherGrade: number
  /** Agreed, announced or disputed. */
  readonly notInForce: number
}

/** What speaks on the date, judgements and the nesting of places apart, which hold at any. */
export interface InForce {
  /** Statements that count on the date, dated or not. */
  readonly count: number
  /** First day on which a statement with a date counts, of the grades asked for; NO_DAY where none has one. */
  readonly firstDay: number
}

/**
 * What the statements say together at one date, for one set of grades: records judged to be the same are one node
 * (their representative), several statements about one pair are one stake, and only what is in force is left.
 * All node indices are representatives; `canonical` maps any node to its own.
 */
export interface OwnershipView {
  readonly snapshot: Snapshot
  /** The date, as a day number. */
  readonly asOf: number
  readonly canonical: Int32Array
  /** Members of clusters of two or more, by representative. */
  readonly clusters: ReadonlyMap<number, readonly number[]>
  /** SAME_AS statements that joined two records, by either end. */
  readonly judgements: ReadonlyMap<number, readonly number[]>
  /** Stakes between organisations and in sites; a node's index is its index in the snapshot. */
  readonly stakes: StakeGraph
  /** Statements each entry of `stakes` rests on, the one that gives the figure first. */
  readonly stakeStatements: Rows
  /** OPERATES and MANAGES, organisation → site. */
  readonly operations: Links
  /** BRAND_OF, brand → organisation. */
  readonly brands: Links
  /** SOLD_IN, brand → place or site. */
  readonly presences: Links
  /** SUPPLIES, from → to. */
  readonly supplies: Links
  /** LOCATED_IN, site → place. */
  readonly locations: Links
  /** TWINNED_WITH, between places, the one with the smaller id first. */
  readonly twinnings: Links
  /** BODY_OF, public body → place. */
  readonly bodies: Links
  /** FUNDS, payer → payee, with all lines. */
  readonly funds: Links
  /** PART_OF, place → larger place; a place without one is in its country. */
  readonly parents: Rows
  readonly figures: ReadonlyMap<number, readonly SiteFigure[]>
  /** STATES_FIGURE, by place or site. */
  readonly published: ReadonlyMap<number, readonly PublishedFigure[]>
  /** DEPENDS_ON, by what is earned through; ascending by organisation. */
  readonly revenueShares: ReadonlyMap<number, readonly RevenueShare[]>
  /** Number of shops of a presence link, where stated. */
  readonly shops: ReadonlyMap<number, number>
  readonly disagreements: readonly Disagreement[]
  readonly leftOut: LeftOut
  readonly inForce: InForce
}
