import type { Stake } from '#analytics/ownership/stake-graph.ts'

/** A stake with the statements it rests on, the one that gives the figure first. */
export interface SupportedStake extends Stake {
  readonly statements: readonly number[]
}
