import type { OwnershipView } from './ownership-view.ts'

/** A figure a source publishes about a place or a site: the latest of its measure, unit and domain. */
export interface PublishedFigure {
  /** Indices into the texts of the snapshot. */
  readonly measure: number
  readonly unit: number
  /** 1 + position in the domains of the snapshot; 0 where the figure is for none. */
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

/** The published figure of a measure about a place or site, of any domain; where several units are on record, the latest year. Time O(figures of the node). */
export function publishedFigure({ published, snapshot: { texts } }: OwnershipView, node: number, measure: string): PublishedFigure | undefined {
  return (published.get(node) ?? []).filter((figure) => texts[figure.measure] === measure).sort((a, b) => b.year - a.year)[0] // best supported first among equals
}
