import type { FlowTime } from '#analytics/flows/flow-link.ts'
import type { Interval } from '#analytics/parts/interval.ts'
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
/** L: the largest known part of a place's jobs, homes or power, 0–1. */
export interface DependenceAnswer { readonly share: number; readonly place: string; readonly sentence: string; readonly statements: readonly string[] }
/** Funds and pledges of a place over what its planned days are expected to cost. */
export interface CoverAnswer {
  readonly place: string
  readonly funds: number
  readonly cost: number
  /** ISO 4217. */
  readonly currency: string
  readonly fraction: number
  readonly sentence: string
  readonly statements: readonly string[]
}
export interface LocalCostAnswer {
  readonly jobs: number | undefined
  readonly homes: number | undefined
  readonly powerMw: number | undefined
  readonly dependence: DependenceAnswer | undefined
  readonly cover: CoverAnswer | undefined
  readonly sentence: string
  readonly statements: readonly string[]
}
/** R: what an organisation states to earn through some sites, 0–1 of its revenue. */
export interface StingAnswer { readonly organisation: string; readonly share: Interval; readonly sentence: string; readonly statements: readonly string[] }
/** Days, as published. */
export interface TermsAnswer {
  readonly timeToSurviveDays: number | undefined
  readonly timeToRestoreDays: number | undefined
  readonly biteWindowDays: number | undefined
  readonly timeSentence: string | undefined
  readonly timeStatements: readonly string[]
}
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE'
/** C = D · R · (1 − L), and which of the three are missing. */
export interface FactorsAnswer { readonly score: Interval | undefined; readonly confidence: Confidence; readonly missing: readonly string[] }
export interface OrganisationStake { readonly organisation: string; readonly sting: StingAnswer | undefined; readonly costToUs: LocalCostAnswer }
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
export interface ChokePointAnswer extends TermsAnswer {
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
  /** Of the organisation asked about; for a place, the largest that is stated. */
  readonly sting: StingAnswer | undefined
  readonly stings: readonly StingAnswer[]
  readonly factors: () => FactorsAnswer
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
export interface MarketChange {
  readonly market: string
  readonly before: Interval | undefined
  readonly after: Interval | undefined
  readonly loss: Interval | undefined
  readonly alternatives: number
}
export interface WhatIf extends FlowSubject {
  readonly removed: readonly string[]
  readonly before: Interval | undefined
  readonly after: Interval | undefined
  readonly lossAfterRerouting: Interval | undefined
  /** Amount that is stated to pass the removed sites and finds other ways. */
  readonly rerouted: Interval | undefined
  readonly byMarket: readonly MarketChange[]
  readonly cutOffMarkets: readonly string[]
  readonly costToUs: LocalCostAnswer
  /** Who runs the removed sites or earns through them: what it loses beside what it costs here. */
  readonly byOrganisation: readonly OrganisationStake[]
  readonly flows: readonly FlowLinkAnswer[]
}
