import type { PayeeMoney } from '#analytics/places/money-lines.ts'
import type { MoneyKind } from '#model/code-lists.ts'
import type { ControlName } from './answers.ts'
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

/** An amount as people write money: whole, or with two decimals. */
export const amountText = (amount: number): string => amount.toLocaleString('en', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 })

interface WordedLink {
  readonly relation: 'IS' | 'CONTROLLED_BY' | 'CONTROLS'
  readonly adversary: string
  /** Who stands above the payee, if anybody. */
  readonly controlledBy: string | undefined
  readonly control: ControlName
  readonly part: number
}

/** "GBP 1,020 in 3 payments to X, which is controlled by Y, on the ground in Z." */
export function moneySentence(asked: Asked, one: PayeeMoney, link: WordedLink, place: number): string {
  const { nameOf } = asked
  const sums = sumsAnswer(asked, [one]).map(({ kind, currency, amount, lines }) =>
    `${currency} ${amountText(amount)} ${kind === 'payment' ? `in ${lines} ${lines === 1 ? 'payment' : 'payments'} to` : 'held in'} ${nameOf(one.payee)}`)
  return `${sums.join('; ')}, which ${linkText(asked, link)} on the ground in ${nameOf(place)}.`
}

/** How the payee belongs to the adversary. A sister of it is said to be one: the company above both controls it, the adversary does not. */
function linkText({ nameOf, view }: Asked, { relation, adversary, controlledBy, control, part }: WordedLink): string {
  const name = (id: string) => nameOf(view.snapshot.indexOf(id)!) // an id this answer has
  if (relation === 'IS') return 'itself is'
  if (part === 0) return `may be connected by control to ${name(adversary)},`
  const jointly = control === 'JOINT' ? 'jointly ' : ''
  if (relation === 'CONTROLS') return `${jointly}controls ${name(adversary)},`
  const isSister = controlledBy !== undefined && controlledBy !== adversary
  return `is ${jointly}controlled by ${name(controlledBy ?? adversary)}${isSister ? `, as is ${name(adversary)}` : ''},`
}
