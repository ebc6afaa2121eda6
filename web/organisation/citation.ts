interface Cited {
  readonly name: string
  readonly facts: string
  readonly sentence: string | undefined
  readonly version: string
  readonly date: string
  readonly grades: string
  readonly address: string
  /** The day the answer was for, YYYY-MM-DD: a citation of “today” must not drift. */
  readonly asOf: string
}

/** A citation that leads to the same view on any later day: the date is written into the address, the view is not. */
export function citation(text: (values: Readonly<Record<string, string>>) => string, { sentence, version, address, asOf, ...rest }: Cited): string {
  const url = new URL(address)
  for (const part of ['lang', 'theme', 'node', 'sort', 'all', 'rows', 'show']) url.searchParams.delete(part)
  url.searchParams.set('asOf', asOf)
  return text({ ...rest, sentence: sentence ? `${sentence} ` : '', version, address: url.href }).replaceAll(/\s+/g, ' ').trim()
}
