import type { OwnershipView, PublishedFigure } from './ownership-view.ts'

/** The published figure of a measure about a place or site, of any domain; where several units are on record, the latest year. Time O(figures of the node). */
export function publishedFigure({ published, snapshot: { texts } }: OwnershipView, node: number, measure: string): PublishedFigure | undefined {
  return (published.get(node) ?? []).filter((figure) => texts[figure.measure] === measure).sort((a, b) => b.year - a.year)[0] // best supported first among equals
}
