import { Cancelled } from '#analytics/parts/cancellation.ts'
import type { Outcome } from './answers.ts'

type Refusal = Exclude<Outcome<never>, { readonly kind: 'Answer' }>

/** Ends a question early with an expected outcome. Never leaves {@link answering}. */
class Refused {
  readonly outcome: Refusal
  constructor(outcome: Refusal) {
    this.outcome = outcome
  }
}

/** What is said of work that was stopped, or came too late. */
export const OUT_OF_TIME = { kind: 'Unavailable', message: 'This takes longer than the time allowed. Narrow it: a smaller place, one domain, one commodity, fewer rows.' } as const

/** Runs a question: its value is the answer; an argument that cannot be used, and work stopped at the end of its time, are outcomes of their own. Bugs pass through. */
export function answering<T>(question: () => T): Outcome<T> {
  try {
    return { kind: 'Answer', value: question() }
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.outcome
    if (thrown instanceof Cancelled) return OUT_OF_TIME
    throw thrown
  }
}

/** Refuses an argument: what is wrong with it, and what would work. */
export function refuse(field: string, reason: string, hint: string): never {
  throw new Refused({ kind: 'InvalidInput', message: `${field} cannot be used: ${reason}. ${hint}`, field, reason, hint })
}

/** Refuses what would take too long or be too much to read. */
export function tooLarge(message: string): never {
  throw new Refused({ kind: 'TooLarge', message })
}

/** Keeps an answer back under a rule; says why, and nothing of what is kept back. */
export function withhold(reason: string, rule: string): never {
  throw new Refused({ kind: 'Withheld', message: `Not shown: ${reason} (${rule}).`, reason, rule })
}

/**
 * Refuses an id that is not on record.
 * @param near an id on record that may have been meant
 */
export function notFound(field: string, id: string, wanted: string, near?: string): never {
  const example = EXAMPLES[wanted] ?? 'scheme:value'
  const hint = near === undefined ? `Ids look like ${example}; search(text: "…") finds them by name.` : `Did you mean ${near}?`
  throw new Refused({ kind: 'NotFound', message: `${field}: no ${wanted} with the id ${id} is on record. ${hint}` })
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'source or import': 'src:… or imp:…, as sources and imports list them',
  place: 'unlocode:NLRTM or iso3166:NL',
  source: 'src:…, as sources lists them',
  'organisation or site or brand': 'org:nl/apm-terminals, smdg:NLRTM/NLMVII or brand:…',
  organisation: 'lei:5493001KJTIIGC8Y1R12 or org:nl/apm-terminals',
  'organisation or site': 'org:nl/apm-terminals or smdg:NLRTM/NLMVII',
}
