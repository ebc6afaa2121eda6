interface Said {
  readonly type: string
  readonly status: string
  readonly grade: string
  readonly from: { readonly id: string }
  readonly to: { readonly id: string }
  readonly share: { readonly high: number } | null
  readonly interest: string | null
  readonly asOf: string | null
}
const GRADES = ['REGISTER', 'DOCUMENT', 'REPORTED', 'CLAIMED', 'INFERRED']

/**
 * The one statement that says best what an organisation is: who holds it, else what it holds or runs; in force before
 * the rest, a better grade before a weaker one, the latest of equals. Judgements about names say nothing about the organisation.
 */
export function leadStatement<T extends Said>(statements: readonly T[], id: string): T | undefined {
  const relation = ({ type, from, to, interest }: Said): number => {
    if (type === 'OWNS' && to.id === id) return interest === 'operator group' ? 2 : 0
    if (type === 'BRAND_OF') return from.id === id ? 0 : 4
    if (type === 'OWNS' && from.id === id) return interest === 'operator group' ? 5 : 1
    return type === 'OPERATES' || type === 'MANAGES' ? 3 : 9
  }
  const weight = (said: Said) => [Number(said.status !== 'IN_FORCE'), relation(said), Math.max(GRADES.indexOf(said.grade), 0), -(said.share?.high ?? 0), -dayNumber(said.asOf)]
  const usable = statements.filter((said) => relation(said) < 9)
  return [...usable].sort((a, b) => compare(weight(a), weight(b)))[0]
}
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]! // both have the same length
}
/** 2024-03-01 → 20240301; undated is before everything. */
const dayNumber = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')))
