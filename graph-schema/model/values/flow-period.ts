import { plainType } from './value-type.ts'

/** Time a flow is stated for. A calendar period is "2024", "2024-Q3" or "2024-05"; else the figures are per month, quarter or year. */
export interface FlowPeriod { readonly per: 'month' | 'quarter' | 'year'; readonly calendar: boolean }

/** Stored as its text. Finer than a month does not exist. */
export const flowPeriod = plainType<string>({
  name: 'flow period', doc: '2024-05, 2024-Q3 or 2024 for what flowed then; month, quarter or year for a rate. Never finer than a month.', stored: 'string', api: 'String',
})

/** Reads what {@link canonicalPeriod} wrote; undefined for anything else. */
export function parseFlowPeriod(text: string): FlowPeriod | undefined {
  if (text === 'month' || text === 'quarter' || text === 'year') return { per: text, calendar: false }
  const match = /^[12]\d{3}(?:-(Q[1-4]|0[1-9]|1[0-2]))?$/.exec(text)
  return match ? { per: match[1] === undefined ? 'year' : match[1].startsWith('Q') ? 'quarter' : 'month', calendar: true } : undefined
}

const RATES: Readonly<Record<string, FlowPeriod['per']>> = {
  month: 'month', monthly: 'month', 'per month': 'month', '/month': 'month', p1m: 'month', mo: 'month',
  quarter: 'quarter', quarterly: 'quarter', 'per quarter': 'quarter', '/quarter': 'quarter', p3m: 'quarter',
  year: 'year', yearly: 'year', annual: 'year', annually: 'year', 'per year': 'year', '/year': 'year', 'per annum': 'year', 'p.a.': 'year', p1y: 'year', p12m: 'year', a: 'year',
}
const FINER = /^(?:(?:per |\/|a )?(?:day|d|week|wk|w|fortnight|hour|hr|h|minute|min|second|sec|s|shift)s?|daily|weekly|fortnightly|hourly|p(?:\d+[wd].*|t.*)|[12]\d{3}-?w\d\d?(?:-?\d)?|[12]\d{3}-\d{3}|[12]\d{3}-\d\d?-\d\d?.*|\d\d?[./-]\d\d?[./-][12]\d{3}.*)$/

/** A period in its one spelling; "too fine" for days, weeks and hours; undefined for what is no period. */
export function canonicalPeriod(written: string): string | 'too fine' | undefined {
  const plain = written.trim().toLowerCase()
  const rate = Object.hasOwn(RATES, plain) ? RATES[plain] : undefined
  if (rate !== undefined) return rate
  if (FINER.test(plain)) return 'too fine'
  const upper = plain.toUpperCase().replace(/^([12]\d{3})\s?Q([1-4])$/, '$1-Q$2')
  return parseFlowPeriod(upper) ? upper : undefined
}

/** Units per time, such as TEU/year: the unit without it, and the time. "TEU/day" is finer than a month. */
export function unitPerTime(written: string): { readonly unit: string; readonly per: FlowPeriod['per'] | 'too fine' | undefined } {
  const match = /^(.*?)\s*(?:\/|\bper\b)\s*([\p{L}.]+)$/iu.exec(written.trim())
  const per = match ? canonicalPeriod(match[2]!) : undefined
  if (!match || per === undefined) return { unit: written.trim(), per: /\b(?:daily|weekly|hourly)\b/i.test(written) ? 'too fine' : undefined }
  return { unit: match[1]!, per: per === 'too fine' ? per : parseFlowPeriod(per)!.per } // canonicalPeriod gives what it reads
}
