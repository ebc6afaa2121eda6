import { countryName } from '#ingest/parse/country.ts'
import type { LawfulNoteKind } from '#model/code-lists.ts'
import { LAWFUL_NOTE_KINDS } from '#model/code-lists.ts'
import type { LawfulNote } from '#model/lawful-note.ts'
import { NOTE_STALE_AFTER_MONTHS } from '#model/lawful-note.ts'
import { dayNumber, monthsBefore } from '#snapshot/day-number.ts'

/** For a country without a note, and where nobody knows which country it is. */
export const NO_NOTES = 'no notes for this country: ask before acting'
export const NOT_LEGAL_ADVICE = 'Not legal advice. Rules differ by country and change. These notes are dated; ask your union, tenants’ association or a lawyer.'

export interface DatedNote extends LawfulNote {
  /** Kind, text, grade, source and dates in one. */
  readonly sentence: string
  /** Last held against its source too long ago to act on. */
  readonly isStale: boolean
}
/** What is noted on the law of one country. */
export interface LawfulMeans {
  /** ISO 3166-1 alpha-2; undefined where it is not on record. */
  readonly country: string | undefined
  /** How many notes, from when, and what they leave out; or that there are none. */
  readonly sentence: string
  /** By the order of the kinds. */
  readonly notes: readonly DatedNote[]
  /** Kinds without a note. */
  readonly missing: readonly LawfulNoteKind[]
}

const KINDS: readonly LawfulNoteKind[] = LAWFUL_NOTE_KINDS.codes.map(({ code }) => code)

/**
 * The notes by country, as they are on the day of asking.
 *
 * @param today YYYY-MM-DD; from it the age of a note is counted, whatever date the rest of an answer is for
 */
export function lawfulMeansOf(notes: readonly LawfulNote[], today: () => string): (country: string | undefined) => LawfulMeans {
  return (country) => {
    const staleBefore = monthsBefore(dayNumber(today()), NOTE_STALE_AFTER_MONTHS)
    const own = KINDS.flatMap((kind) => notes.filter((note) => note.country === country && note.kind === kind))
      .map((note) => ({ ...note, sentence: noteSentence(note), isStale: dayNumber(note.source.retrievedOn) < staleBefore }))
    const missing = KINDS.filter((kind) => !own.some((note) => note.kind === kind))
    return { country, notes: own, missing, sentence: own.length === 0 ? NO_NOTES : sentenceOf(own, missing) }
  }
}

/** "Notice: No length … is fixed. (Grade register: Supreme Court, …, Hoge Raad, 2015-06-19, https://…; checked on 2026-11-25)" */
function noteSentence({ kind, text, grade, asOf, source: { title, publisher, url, retrievedOn } }: LawfulNote): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${text} (Grade ${grade}: ${title}, ${publisher}, ${asOf.text}, ${url}; checked on ${retrievedOn})`
}

function sentenceOf(notes: readonly DatedNote[], missing: readonly LawfulNoteKind[]): string {
  const [{ country }] = notes as [DatedNote]
  const days = notes.map(({ source }) => source.retrievedOn).sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  const old = notes.filter(({ isStale }) => isStale).length
  return [
    `${countryName(country) ?? country}: ${notes.length} ${notes.length === 1 ? 'note' : 'notes'}, checked ${first === last ? `on ${first}` : `from ${first} to ${last}`}.`,
    ...(old === 0 ? [] : [`${old} of them more than ${NOTE_STALE_AFTER_MONTHS} months ago: too old to act on.`]),
    ...(missing.length === 0 ? [] : [`Nothing noted on ${missing.join(', ')}: ask before acting.`]),
  ].join(' ')
}
