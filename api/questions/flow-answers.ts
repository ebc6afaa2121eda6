import type { FlowTime } from '#analytics/flow-link.ts'
import type { Interval } from '#analytics/interval.ts'
import type { Basis, Path } from './answers.ts'

/** What `chokePoints` and `whatIf` answer: node ids and statement keys, as in answers.ts. */

export type FlowStatus = 'ANSWERED' | 'NO_FIGURES' | 'NO_FLOW_ON_RECORD'

/** What both answers say about the flows they are about. */
export interface FlowSubject {
  readonly organisation: string | undefined
  readonly place: string | undefined
  readonly status: FlowStatus
  readonly commodity: string | undefined
  readonly unit: string | undefined
  readonly per: FlowTime | undefined
  readonly sentence: string
  /** Of what kind the numbers are, and what they are not. */
  readonly dependence: string
  readonly lawfulMeans: string
  readonly basis: Basis
}
/** One flow as the statements together give it. */
export interface FlowLinkAnswer {
  readonly from: string
  readonly to: string
  readonly volume: Interval | undefined
  readonly capacity: Interval | undefined
  readonly supplyShare: Interval | undefined
  readonly statements: readonly string[]
}
export interface LocalCostAnswer { readonly jobs: number | undefined; readonly homes: number | undefined; readonly powerMw: number | undefined; readonly sentence: string; readonly statements: readonly string[] }
export interface ConcentrationAnswer {
  readonly name: string
  readonly sites: number
  readonly measuredBy: string
  readonly index: number
  readonly effectiveNumber: number
  readonly operatorsForThreeQuarters: number
  readonly sentence: string
}
export interface FlowMarket {
  readonly market: string
  /** Most that can reach it if nobody else were served. */
  readonly flow: Interval | undefined
  readonly suppliers: ConcentrationAnswer | undefined
}
export interface MarketLoss { readonly market: string; readonly loss: Interval | undefined; readonly alternatives: number }
export interface ChokePointAnswer {
  readonly site: string
  readonly rank: number
  readonly relationship: string
  readonly lossAfterRerouting: Interval | undefined
  readonly throughputShare: Interval | undefined
  readonly substitutability: Interval | undefined
  readonly alternatives: number
  readonly dominatedMarkets: readonly string[]
  readonly byMarket: () => readonly MarketLoss[]
  readonly dependents: () => readonly string[]
  /** Days; no source on record states them yet. */
  readonly timeToSurviveDays: number | undefined
  readonly timeToRestoreDays: number | undefined
  readonly costToUs: () => LocalCostAnswer
  readonly onParetoFront: () => boolean | undefined
  readonly flows: readonly FlowLinkAnswer[]
  readonly paths: () => readonly Path[]
  readonly notes: readonly string[]
}
export interface ChokePair { readonly first: string; readonly second: string; readonly loss: number; readonly aloneAtMost: number }
export interface ChokePoints extends FlowSubject {
  readonly flow: Interval | undefined
  readonly items: readonly ChokePointAnswer[]
  readonly totalCount: number
  readonly origins: readonly string[]
  readonly markets: () => readonly FlowMarket[]
  readonly pairs: () => readonly ChokePair[]
  readonly concentration: readonly ConcentrationAnswer[]
}
export interface MarketChange { readonly market: string; readonly before: Interval | undefined; readonly after: Interval | undefined; readonly loss: Interval | undefined; readonly alternatives: number }
export interface WhatIf extends FlowSubject {
  readonly removed: readonly string[]
  readonly before: Interval | undefined
  readonly after: Interval | undefined
  readonly lossAfterRerouting: Interval | undefined
  readonly byMarket: readonly MarketChange[]
  readonly cutOffMarkets: readonly string[]
  readonly costToUs: LocalCostAnswer
  readonly flows: readonly FlowLinkAnswer[]
}
