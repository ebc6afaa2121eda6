import type { OwnershipView } from '../record/ownership-view.ts'
import { publishedFigure } from '../record/published-figure.ts'

/** How long a standstill is not felt, and how long it can last, as published; undefined: nobody says. Days. */
export interface SiteTerms {
  /** TTS: the markets are served while it stands still. */
  readonly timeToSurvive: number | undefined
  /** TTR: it works again or is replaced. */
  readonly timeToRestore: number | undefined
  /** max(0, TTR − TTS): how long it is felt at most. */
  readonly biteWindow: number | undefined
  readonly statements: readonly number[]
}

/** @see Simchi-Levi, Schmidt & Wei (2014), From superstorms to factory fires. Time O(figures of the site). */
export function siteTerms(view: OwnershipView, site: number): SiteTerms {
  const [survive, restore] = [publishedFigure(view, site, 'time to survive'), publishedFigure(view, site, 'time to restore')]
  return {
    timeToSurvive: survive?.amount, timeToRestore: restore?.amount,
    biteWindow: survive === undefined || restore === undefined ? undefined : Math.max(0, restore.amount - survive.amount),
    statements: [survive, restore].flatMap((figure) => figure?.statement ?? []),
  }
}
