import type { OwnershipView } from '../record/ownership-view.ts'
import { row } from '../parts/rows.ts'
import { NO_DAY } from '../record/snapshot.ts'

/** Money of one kind and currency from a public body's list to one payee. */
export interface MoneySum {
  /** Indices into the texts of the snapshot. */
  readonly kind: number
  readonly currency: number
  readonly amount: number
  readonly statements: readonly number[]
}
export interface PayeeMoney { readonly payee: number; readonly sums: readonly MoneySum[] }

/**
 * What each payee gets by some lines of money. Payments add up; of a holding the latest day of each payer counts, because
 * the worth of two days is not the worth of both. Currencies and kinds are never added to each other.
 *
 * @param counts whether a line is among those asked for
 * Time O(lines).
 */
export function moneyByPayee(view: OwnershipView, counts: (statement: number) => boolean): PayeeMoney[] {
  const { funds, snapshot: { statements, texts } } = view
  const byPayee = new Map<number, Map<string, number[]>>()
  for (let link = 0; link < funds.count; link++) {
    const lines = Array.from(row(funds.statements, link)).filter(counts)
    for (const line of latestHoldings(view, lines)) {
      const sums = byPayee.get(funds.to[link]!) ?? new Map<string, number[]>()
      byPayee.set(funds.to[link]!, sums)
      const name = `${statements.measure[line]} ${statements.unit[line]}`
      sums.set(name, [...sums.get(name) ?? [], line])
    }
  }
  return [...byPayee].sort(([a], [b]) => a - b).map(([payee, sums]) => ({
    payee,
    sums: [...sums.values()].map((lines) => ({
      kind: statements.measure[lines[0]!]!, currency: statements.unit[lines[0]!]!, statements: lines,
      amount: Math.round(lines.reduce((sum, line) => sum + statements.amount[line]!, 0) * 1e6) / 1e6, // sums of hundredths without the noise of binary fractions
    })).sort((a, b) => (texts[a.currency]! < texts[b.currency]! ? -1 : texts[a.currency]! > texts[b.currency]! ? 1 : a.kind - b.kind)),
  }))
}

/** All payments, and of the holdings of one payer those of the latest day per currency. */
function latestHoldings({ snapshot: { statements, texts } }: OwnershipView, lines: readonly number[]): number[] {
  const isHolding = (line: number) => texts[statements.measure[line]!] === 'holding'
  const day = (line: number) => (statements.asOf[line] === NO_DAY ? statements.validFrom[line]! : statements.asOf[line]!)
  const latest = new Map<number, number>()
  for (const line of lines) if (isHolding(line)) latest.set(statements.unit[line]!, Math.max(latest.get(statements.unit[line]!) ?? NO_DAY, day(line)))
  return lines.filter((line) => !isHolding(line) || day(line) === latest.get(statements.unit[line]!))
}
