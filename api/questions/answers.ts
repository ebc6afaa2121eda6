import type { Grade, Domain } from '#model/code-lists.ts'
import type { Interval } from '#analytics/parts/interval.ts'

/**
 * What the questions answer: plain values of node ids and statement keys, in the shape of the API.
 * Resolvers fetch the nodes and statements behind the ids; nothing here touches a database.
 * Anything costly (paths, mirror pairs of a row) is a function, computed when a reader opens it.
 */
export type Outcome<T> =
  | { readonly kind: 'Answer'; readonly value: T }
  | { readonly kind: 'NotFound'; readonly message: string }
  | { readonly kind: 'InvalidInput'; readonly message: string; readonly field: string; readonly reason: string; readonly hint: string }
  | { readonly kind: 'TooLarge'; readonly message: string }
  | { readonly kind: 'Unavailable'; readonly message: string }
  | { readonly kind: 'Withheld'; readonly message: string; readonly reason: string; readonly rule: string }

export interface Parameter { readonly name: string; readonly value: string }
export interface Basis {
  readonly method: string
  readonly asOf: string
  readonly grades: readonly Grade[]
  readonly dataVersion: string
  readonly parameters: readonly Parameter[]
  readonly notes: readonly string[]
}
/** What the server adds to every question: when its time is over, on the clock of `performance.now()`; left out: never. */
export interface TimedArgs { readonly deadline?: number | undefined }
/** Arguments every analytic question takes. `reading` is how dates known to the month or the year are read. */
export interface AsOfArgs extends TimedArgs { readonly asOf?: string | undefined; readonly grades?: readonly Grade[] | undefined; readonly reading?: ReadingName | undefined }
export type ReadingName = 'EARLIEST' | 'LATEST'

export type ControlName = 'NONE' | 'MAJORITY' | 'GROUP' | 'MEMBERSHIP' | 'JOINT' | 'DE_FACTO'
export type RelationName = 'OWNS' | 'OPERATES' | 'MANAGES' | 'BRAND_OF' | 'SUPPLIES' | 'FINANCES'

export interface Path {
  /** Ids, holder first. */
  readonly nodes: readonly string[]
  /** Keys, one per step; a step over a “same” judgement has none of its own. */
  readonly statements: readonly string[]
  /** Statements that give the share of a step where its own statement is about votes or control. */
  readonly figures: readonly string[]
  /** SAME_AS judgements the path passes through, as statement keys. */
  readonly judgements: readonly string[]
  /** Product of the shares; undefined over OPERATES and other relations without a share. */
  readonly product: Interval | undefined
  readonly grade: Grade
}
export interface DomainExposure {
  readonly domain: Domain
  readonly low: number
  readonly high: number
  readonly measure: string
  readonly unit: string
  readonly amount: number | undefined
  readonly total: number | undefined
  /** What is on record of it, sites of unknown operators included. */
  readonly mapped: number
  readonly totalIsMapped: boolean
  /** Statement of the official total, used or not. */
  readonly totalStatement: string | undefined
  readonly sentence: string
}
export interface SiteHolding {
  /** Undefined for a brand, which has a presence and no site. */
  readonly site: string | undefined
  /** SOLD_IN statement of a brand. */
  readonly presence: string | undefined
  readonly relation: RelationName
  readonly controlledBy: ControlName
  readonly low: number
  readonly high: number
  /** What `high` supposes where it is an estimate. */
  readonly assumption: string | undefined
  readonly paths: () => readonly Path[]
}
export interface Exposure {
  readonly low: number
  readonly high: number
  readonly strongestDomain: Domain | undefined
  readonly byDomain: readonly DomainExposure[]
  readonly siteCount: number
  readonly sites: readonly SiteHolding[]
}
export interface Reason {
  readonly feature: string
  readonly weight: number
  readonly similarity: number | undefined
  readonly here: string | undefined
  readonly there: string | undefined
  readonly sentence: string
}
export interface MirrorPair {
  readonly here: string
  readonly there: string
  readonly similarity: number
  readonly coverage: number
  readonly ranked: boolean
  readonly reasons: readonly Reason[]
  readonly differences: readonly Reason[]
  /** Keys of the statements by which the actor comes to control both, and both are where they are; looked for when opened. */
  readonly statements: () => readonly string[]
}
export interface SharedAdversary {
  readonly organisation: string
  readonly controllers: readonly string[]
  readonly members: readonly string[]
  readonly rank: number
  readonly rankLow: number
  readonly rankHigh: number
  readonly score: number
  readonly ubiquity: number
  readonly bothPlaces: number
  readonly here: Exposure
  readonly there: Exposure
  readonly mirrorPairs: () => readonly MirrorPair[]
}
export interface DomainCoverage { readonly domain: Domain; readonly sites: number; readonly withOperator: number; readonly withOwner: number }
export interface Coverage {
  readonly basis: Basis
  readonly sites: number
  readonly withOperator: number
  readonly withOwner: number
  readonly byDomain: readonly DomainCoverage[]
  readonly oldestSource: string | undefined
  readonly sentence: string
  readonly nextRecord: string | undefined
  /** Operators on record that lead to no group, most sites first. */
  readonly unconnectedOperators: readonly { readonly organisation: string; readonly sites: number }[]
}
export interface SharedAdversaries {
  readonly here: string
  readonly there: string
  readonly items: readonly SharedAdversary[]
  readonly totalCount: number
  readonly basis: Basis
  readonly coverageHere: Coverage
  readonly coverageThere: Coverage
}
export interface MirrorPoints {
  readonly organisation: string
  readonly pairs: readonly MirrorPair[]
  readonly unmatchedHere: readonly string[]
  readonly unmatchedThere: readonly string[]
  readonly threshold: number
  readonly basis: Basis
}
export interface Holding {
  readonly node: string
  readonly ultimate: boolean
  readonly integrated: Interval | undefined
  readonly direct: Interval | undefined
  readonly votes: Interval | undefined
  readonly control: ControlName
  readonly directMajority: boolean
  readonly groupControl: boolean
  readonly jointControl: boolean
  readonly significant: boolean
  /** Voting power among the direct holders and network control are computed when read: they are costly where there are many. */
  readonly votingPower: number | undefined
  readonly banzhaf: number | undefined
  readonly votingPowerError: number | undefined
  readonly banzhafError: number | undefined
  readonly oceanicPower: number | undefined
  readonly networkControl: number
  /** Sum over all walks at the minima, those that come back included: above the integrated share only where the holder holds itself through others. */
  readonly allWalks: number | undefined
  readonly selfHolding: Interval | undefined
  /** Interests stated for the direct stake: shareholding, trust, nominee … */
  readonly interests: readonly string[]
  readonly sentence: string
  readonly paths: () => readonly Path[]
}
export type ConflictCode = 'OVERLAPPING_FIGURES' | 'DISJOINT_FIGURES' | 'MORE_THAN_ALL' | 'DIFFERENT_PARENTS' | 'INDIRECT_BESIDE_DIRECT'
/** What one source says in a conflict; the interval where it is about one holder. */
export interface ConflictSide { readonly source: string; readonly interval: Interval | undefined; readonly statements: readonly string[] }
export interface Conflict {
  readonly target: string
  readonly kind: string
  readonly code: ConflictCode
  readonly sentence: string
  readonly statements: readonly string[]
  readonly bySource: readonly ConflictSide[]
}
/** What nobody on record holds in one company, directly. */
export interface Unrecorded { readonly node: string; readonly share: Interval }
/** Why a statement about a target does not count; `overtaken`: another source says something later, and no end is stated; `another source`: than the one asked for. */
export type LeftOutReason = 'disputed' | 'agreed' | 'announced' | 'overtaken' | 'another source' | 'stale'
export interface LeftOutStatement { readonly key: string; readonly why: LeftOutReason }
export interface Ownership {
  readonly target: string
  readonly direction: 'UP' | 'DOWN'
  readonly status: 'SOLVED' | 'CLOSED_LOOP'
  readonly holders: readonly Holding[]
  readonly totalCount: number
  /** Unrecorded holders; only for UP. */
  readonly remainder: Interval | undefined
  /** Per company on the way, the target first. */
  readonly unrecorded: () => readonly Unrecorded[]
  /** Keys of every statement the numbers rest on, nearest first, and how many there are in all. */
  readonly statements: () => readonly string[]
  readonly statementCount: () => number
  /** Share of the target in itself through others; undefined outside rings. */
  readonly selfHolding: Interval | undefined
  /** Statements about the target that do not count, and why. */
  readonly notCounted: () => readonly LeftOutStatement[]
  readonly cycles: readonly (readonly string[])[]
  readonly conflicts: readonly Conflict[]
  readonly basis: Basis
}
export interface Paths { readonly items: readonly Path[]; readonly totalCount: number; readonly basis: Basis }

export type DatePrecisionName = 'day' | 'month' | 'year'
/** A span of days over which one organisation's part in a target stays the same. */
export interface Period {
  /** First day; undefined: from any date. */
  readonly from: string | undefined
  readonly fromPrecision: DatePrecisionName | undefined
  /** First day after it; undefined: until further notice. */
  readonly to: string | undefined
  readonly toPrecision: DatePrecisionName | undefined
  readonly share: Interval | undefined
  readonly votes: Interval | undefined
  readonly control: ControlName
  /** It runs the target, itself or through what it controls. */
  readonly operates: boolean
  readonly statements: readonly string[]
  readonly sentence: string
}
export interface Timeline { readonly organisation: string; readonly target: string; readonly periods: readonly Period[]; readonly basis: Basis }

export type ChangeKind = 'BEGAN' | 'ENDED' | 'CHANGED'
export interface Change {
  readonly id: string
  readonly kind: ChangeKind
  readonly on: string
  readonly onPrecision: DatePrecisionName
  readonly statement: string
  /** What was stated until then, for a changed figure or a holder that has left. */
  readonly before: string | undefined
}
export interface Changes { readonly items: readonly Change[]; readonly totalCount: number; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly basis: Basis }
