import type { PayeeMoney } from '#analytics/money-lines.ts'
import type { MoneyKind } from '#model/code-lists.ts'
import type { Asked } from './asked.ts'

export interface MoneyAmount { readonly kind: MoneyKind; readonly currency: string; readonly amount: number; readonly lines: number; readonly statements: readonly string[] }

const cents = (amount: number): number => Math.round(amount * 1e6) / 1e6

/** Sums by kind and currency over some payees, in order of currency and kind. */
export function sumsAnswer({ view: { snapshot } }: Asked, money: readonly PayeeMoney[]): MoneyAmount[] {
  const sums = new Map<string, MoneyAmount & { readonly statements: string[] }>()
  for (const { kind, currency, amount, statements } of money.flatMap((one) => one.sums)) {
    const name = `${snapshot.texts[currency]!} ${snapshot.texts[kind]!}`
    const before = sums.get(name)
    sums.set(name, {
      kind: snapshot.texts[kind] as MoneyKind, currency: snapshot.texts[currency]!, // written from the model's list
      amount: cents((before?.amount ?? 0) + amount), lines: (before?.lines ?? 0) + statements.length, statements: [...before?.statements ?? [], ...statements.map(snapshot.keyOf)],
    })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

const RELATION = { IS: 'is itself one of', CONTROLLED_BY: 'is controlled by', CONTROLS: 'controls' } as const

/** "GBP 1,020 in 3 payments to X, which is controlled by Y; Y is on the ground in Z." */
export function moneySentence(asked: Asked, one: PayeeMoney, link: { readonly relation: keyof typeof RELATION; readonly adversary: string; readonly part: number }, place: number): string {
  const { nameOf, view } = asked
  const sums = sumsAnswer(asked, [one]).map(({ kind, currency, amount, lines }) =>
    `${currency} ${amount.toLocaleString('en', { maximumFractionDigits: 2 })} ${kind === 'payment' ? `in ${lines} ${lines === 1 ? 'payment' : 'payments'} to` : 'held in'} ${nameOf(one.payee)}`)
  const adversary = nameOf(view.snapshot.indexOf(link.adversary)!) // an id this answer has
  const which = link.relation === 'IS' ? `which itself is on the ground in ${nameOf(place)}` : `which ${link.part === 0 ? 'may be connected by control to' : RELATION[link.relation]} ${adversary}, on the ground in ${nameOf(place)}`
  return `${sums.join('; ')}, ${which}.`
}
