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
  month: 'month',
  monthly: 'month',
  'per month': 'month',
  '/month': 'month',
  p1m: 'month',
  mo: 'month',
  monat: 'month',
  mois: 'month',
  mes: 'month',
  mese: 'month',
  maand: 'month',
  quarter: 'quarter',
  quarterly: 'quarter',
  'per quarter': 'quarter',
  '/quarter': 'quarter',
  p3m: 'quarter',
  quartal: 'quarter',
  trimestre: 'quarter',
  kwartaal: 'quarter',
  year: 'year',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  'per year': 'year',
  '/year': 'year',
  'per annum': 'year',
  'p.a.': 'year',
  p1y: 'year',
  p12m: 'year',
  a: 'year',
  yr: 'year',
  y: 'year',
  annum: 'year',
  jahr: 'year',
  jaar: 'year',
  an: 'year',
  année: 'year',
  año: 'year',
  ano: 'year',
  anno: 'year',
}
const FINER =
  /^(?:(?:per |\/|a )?(?:day|d|week|wk|w|fortnight|hour|hr|h|minute|min|second|sec|s|shift)s?|daily|weekly|fortnightly|hourly|p(?:\d+[wd].*|t.*)|[12]\d{3}-?w\d\d?(?:-?\d)?|[12]\d{3}-\d{3}|[12]\d{3}-\d\d?-\d\d?.*|\d\d?[./-]\d\d?[./-][12]\d{3}.*)$/

/** A period in its one spelling; "too fine" for days, weeks and hours; undefined for what is no period. */
export function canonicalPeriod(written: string): string | 'too fine' | undefined {
  const plain = written.trim().toLowerCase()
  const rate = Object.hasOwn(RATES, plain) ? RATES[plain] : undefined
  if (rate !== undefined) return rate
  if (FINER.test(plain)) return 'too fine'
  const upper = plain.toUpperCase().replace(/^([12]\d{3})\s?Q([1-4])$/, '$1-Q$2')
  return parseFlowPeriod(upper) ? upper : undefined
}

/** Words, marks and glued letters by which a unit says days, hours or weeks: "t a day", "bpd", "t/24 h", "t d⁻¹", "t/Tag". */
const FINER_WORD =
  /(?<![\p{L}])(?:day|daily|week|weekly|fortnight|hour|hourly|shift|minute|second|tag|täglich|woche|wöchentlich|stunde|jour|journalier|semaine|heure|día|dia|diario|semana|hora|giorno|settimana|ora|dag|uur|dygn|vecka|dzień|tydzień|день|сутки|неделя|час)s?(?![\p{L}])|(?<!\p{L})p\.?\s?d\.?$|\d\s*(?:h|hrs?|d|wk)(?![\p{L}])|(?<!\p{L})(?:d|h|s|min|wk)\s*[-−^]+\s*1|[日周時时]/iu
const FINER_GLUED = /^(?:[kmb]?(?:b|bbl|bo|boe|t|mt|l|g)pd|[km]?bd|[mb]?m?s?cfd|mgd|mld|gpm|cfs)$/i

/** The time of a unit: "no time" is a divisor that is none, such as "TEU/vessel". */
export type UnitTime = FlowPeriod['per'] | 'too fine' | 'no time' | undefined

/** Units per time, such as TEU/year: the unit without it, and the time. "TEU/day" is finer than a month. */
export function unitPerTime(written: string): { readonly unit: string; readonly per: UnitTime } {
  const whole = written.trim()
  const [, unit, divisor] = /^(.*?)\s*(?:\/|\bper\b)\s*(.*)$/iu.exec(whole) ?? []
  const per = divisor === undefined ? undefined : canonicalPeriod(divisor)
  const time = per === undefined || per === 'too fine' ? undefined : parseFlowPeriod(per)
  if (unit !== undefined && time?.calendar === false) return { unit, per: time.per }
  const plain = whole.normalize('NFKC')
  const isFiner = per === 'too fine' || FINER_WORD.test(plain) || FINER_GLUED.test(plain)
  return { unit: whole, per: isFiner ? 'too fine' : divisor === undefined ? undefined : 'no time' }
}
