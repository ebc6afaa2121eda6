import type { Words } from '../i18n/use-words.ts'

/** What is noted on the law of one country, as the API gives it. */
export interface LawOf {
  readonly country: string | null
  readonly notes: readonly LawNote[]
  /** Kinds without a note. */
  readonly missing: readonly string[]
}
export interface LawNote {
  readonly kind: string
  readonly text: string
  /** BCP 47. */
  readonly language: string
  readonly asOf: string
  readonly asOfPrecision: string
  readonly grade: string
  readonly isStale: boolean
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string; readonly retrievedOn: string }
}

/** Each country once, in the order given: two places may lie in one. */
export const eachCountry = <T extends Pick<LawOf, 'country'>>(laws: readonly T[]): T[] => [...new Map(laws.map((law) => [law.country, law])).values()]

/** Date of a law as exactly as it is known: "19 Jun 2015", "2015". */
export function lawDate({ asOf, asOfPrecision }: Pick<LawNote, 'asOf' | 'asOfPrecision'>, { date }: Pick<Words, 'date'>): string {
  return asOfPrecision === 'YEAR' ? asOf.slice(0, 4) : asOfPrecision === 'MONTH' ? asOf.slice(0, 7) : date(asOf)
}

/** "notice, picketing and assembly", as the language joins them. */
export const joined = (parts: readonly string[], language: string): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
