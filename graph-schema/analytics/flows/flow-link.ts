/** An amount between what sources of the same time state at least and at most; equal where they agree. */
export interface Bounds { readonly low: number; readonly high: number }
export type FlowTime = 'month' | 'quarter' | 'year'

/** Figures of one flow in one unit. Amounts per time are given per year, whatever time they were stated for. */
export interface FlowFigures {
  readonly unit: string
  /** Time they were stated for; undefined: none was stated, and they cannot be compared with figures that have one. */
  readonly per: FlowTime | undefined
  readonly volume: Bounds | undefined
  readonly capacity: Bounds | undefined
}

/** All statements that one thing supplies one commodity to another, as one link between representatives. */
export interface FlowLink {
  readonly from: number
  readonly to: number
  /** Spelled as its key: lower case, single blanks. */
  readonly commodity: string
  /** Share of the receiver's supply, 0–1. */
  readonly share: Bounds | undefined
  readonly figures: readonly FlowFigures[]
  /** Statement indices, best supported first. */
  readonly statements: readonly number[]
}

export const exactBounds = (value: number): Bounds => ({ low: value, high: value })
export const sumOf = (parts: readonly Bounds[]): Bounds => ({ low: parts.reduce((sum, { low }) => sum + low, 0), high: parts.reduce((sum, { high }) => sum + high, 0) })
/** The sum, where every part is known; undefined also for no parts. */
export function sumOfKnown(parts: readonly (Bounds | undefined)[]): Bounds | undefined {
  const known = parts.filter((part): part is Bounds => part !== undefined)
  return parts.length > 0 && known.length === parts.length ? sumOf(known) : undefined
}
