import type { Grade, LawfulNoteKind, SourceKind } from './code-lists.ts'
import type { ImpreciseDate } from './values/imprecise-date.ts'

/** A note must have been held against its source within so many months; an older one is shown as too old to act on. */
export const NOTE_STALE_AFTER_MONTHS = 18

/**
 * What one source says about the law of one country, in our own words: to know what to ask before acting, never advice.
 * It is about no organisation and no site, so it is no statement and not part of the graph.
 */
export interface LawfulNote {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly kind: LawfulNoteKind
  /** One or two neutral sentences. */
  readonly text: string
  /** Language of the text, BCP 47. */
  readonly language: string
  /** Of the law, judgment or page; the day of a change where the note is about one. */
  readonly asOf: ImpreciseDate
  /** From the kind of source. */
  readonly grade: Grade
  readonly source: LawfulNoteSource
}
export interface LawfulNoteSource {
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly kind: SourceKind
  /** Day the note was last held against it, YYYY-MM-DD. */
  readonly retrievedOn: string
}
