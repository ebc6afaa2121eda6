/** What is noted on the law of a country, as the fragment Means brings it. */
export interface Means {
  readonly country: string | null
  readonly sentence: string
  readonly advice: string
  readonly notes: readonly { readonly sentence: string }[]
}

/** The notes of each country once, each with its source, under the words that they are no advice; nothing where no country is asked about. */
export function meansLines(jurisdictions: readonly Means[]): string[] {
  const distinct = [...new Map(jurisdictions.map((one) => [one.country, one])).values()]
  if (distinct.length === 0) return []
  return [`Before acting. ${distinct[0]!.advice}`, ...distinct.flatMap(({ country, sentence, notes }) => [
    `  ${notes.length > 0 || country === null ? '' : `${country}: `}${sentence}`, ...notes.map((note) => `    ${note.sentence}`),
  ])]
}
