import type { Reached } from '#analytics/record/actor-reach.ts'
import { actorReach } from '#analytics/record/actor-reach.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { isListed } from '#analytics/places/actors-present.ts'
import type { PayeeMoney } from '#analytics/places/money-lines.ts'
import { moneyByPayee } from '#analytics/places/money-lines.ts'
import type { PlaceAdversary } from '#analytics/places/place-adversaries.ts'
import { placeAdversaries } from '#analytics/places/place-adversaries.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { row } from '#analytics/parts/rows.ts'
import type { AsOfArgs, Basis, ControlName, Exposure, Outcome, Path } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { firstArgument, nodeArgument } from './checked-arguments.ts'
import { controlOver } from './control-name.ts'
import { exposureAnswer } from './exposure-answer.ts'
import { moneySentence, sumsAnswer } from './money-words.ts'
import type { MoneyAmount } from './money-words.ts'
import { shortestPaths } from './path-answer.ts'
import { answering, notFound, refuse } from './refused.ts'
import { placeWithData } from './twins.ts'

export interface OwnMoneyArgs extends AsOfArgs { readonly place: string; readonly source: string; readonly first: number }

/** How a payee belongs to an adversary: it is it, or stands below or above it. */
export type MoneyRelation = 'IS' | 'CONTROLLED_BY' | 'CONTROLS'
export interface MoneyLink {
  readonly adversary: string
  readonly controllers: readonly string[]
  readonly relation: MoneyRelation
  readonly control: ControlName
  /** Between 0 and 1: equal parts under joint control; 0 where control is possible only. */
  readonly part: number
  /** Who stands above the payee: the adversary or one of its controllers. Only for CONTROLLED_BY. */
  readonly controlledBy: string | undefined
  readonly exposure: Exposure
  readonly paths: () => readonly Path[]
}
export interface OwnMoneyRow {
  readonly payee: string
  readonly rank: number
  readonly amounts: readonly MoneyAmount[]
  readonly links: readonly MoneyLink[]
  readonly sentence: string
}
export interface OwnMoney {
  readonly place: string
  readonly source: string
  readonly items: readonly OwnMoneyRow[]
  /** Payees that lead to an adversary, and all payees of the file. */
  readonly totalCount: number
  readonly payeeCount: number
  /** What goes to them, and what the whole file holds. */
  readonly linked: readonly MoneyAmount[]
  readonly all: readonly MoneyAmount[]
  readonly basis: Basis
}

const METHOD = 'Lines of payments and holdings joined to the control chains that have something in the place'

/** Which lines of a public body's payments or holdings lead to an organisation that controls something in its place. */
export const ownMoney = (data: QuestionData, { place, source, first, ...when }: OwnMoneyArgs): Outcome<OwnMoney> => answering(() => {
  const wanted = firstArgument(first)
  const node = nodeArgument(data.snapshot, 'place', place, ['Place'])
  const isOfSource = linesOf(data, source)
  const asked = askedAt(data, when)
  const here = placeWithData(asked, 'place', node, undefined)
  const money = moneyByPayee(asked.view, (line) => isOfSource(line) && isOfPlace(asked, line, here))
  if (money.length === 0)
    refuse(
      'source',
      `it holds no payment or holding of a body of ${asked.nameOf(here)} in force at this date`,
      'Load the list with the template payments, or give the id of another source or import.',
    )
  const adversaries = placeAdversaries(asked.view, here, asked.cancellation)
  const linked = money.map((one) => ({ one, links: linksOf(asked, one.payee, adversaries, here) })).filter(({ links }) => links.length > 0)
  const currency = mainCurrency(money)
  const inOrder = linked.sort((a, b) => totalIn(b.one, currency) - totalIn(a.one, currency) || largest(b.one) - largest(a.one) || a.one.payee - b.one.payee)
  return {
    place: asked.idOf(here), source, totalCount: inOrder.length, payeeCount: money.length,
    items: inOrder.slice(0, wanted).map(({ one, links }, at) => ({
      payee: asked.idOf(one.payee), rank: at + 1, amounts: sumsAnswer(asked, [one]), links, sentence: moneySentence(asked, one, links[0]!, here),
    })),
    linked: sumsAnswer(asked, inOrder.map(({ one }) => one)), all: sumsAnswer(asked, money),
    basis: basisOf(asked, METHOD, { place, source, first: wanted, currency: asked.view.snapshot.texts[currency] }, [
      'Payments add up; of a holding the latest day counts. Currencies and kinds are never added to each other.',
      'Payees are joined by their id or by reviewed names: one that is written another way and not reviewed is missed.',
      'A holding says what it is worth, not which share of the organisation it is.',
    ]),
  }
})

/** Which statements come from a source, or by an import. */
function linesOf({ snapshot, moneyOfImport }: QuestionData, source: string): (statement: number) => boolean {
  const node = snapshot.indexOf(source)
  if (node !== undefined && snapshot.labels[snapshot.nodes.label[node]!] === 'Source') return (statement) => snapshot.statements.source[statement] === node
  if (node !== undefined) refuse('source', `${source} is no source`, 'Give the id of a source or of an import.')
  const keys = moneyOfImport?.(source)
  if (keys === undefined) notFound('source', source, 'source or import')
  return (statement) => keys.has(snapshot.keyOf(statement))
}

/** A body of this place or of one inside it; a payer whose place nobody states is taken to be meant. */
function isOfPlace({ view }: Asked, line: number, place: number): boolean {
  const payer = view.canonical[view.snapshot.statements.from[line]!]!
  const places = Array.from(row(view.bodies.byFrom, payer), (link) => view.bodies.to[link]!)
  return places.length === 0 || places.some((one) => isInside(view, one, place))
}

/** Adversaries a payee belongs to, the largest exposure first. */
function linksOf(asked: Asked, payee: number, adversaries: readonly PlaceAdversary[], place: number): MoneyLink[] {
  const { view, idOf, cancellation } = asked
  if (!isListed(view, payee)) return []
  const below = actorReach(view.stakes, payee, cancellation)
  return adversaries.flatMap((one): MoneyLink[] => {
    const { head, controllers, nested } = one
    const link = (relation: MoneyRelation, upper: number, lower: number, reached?: Pick<Reached, 'low' | 'kind' | 'deFacto'>): MoneyLink => ({
      adversary: idOf(head), controllers: controllers.map(idOf), relation, control: reached === undefined ? 'NONE' : controlOver(reached), part: reached?.low ?? 1,
      controlledBy: relation === 'CONTROLLED_BY' ? idOf(upper) : undefined,
      exposure: exposureAnswer(asked, head, place, one.exposure, 'controllers'), paths: () => (upper === lower ? [] : shortestPaths(view, upper, lower, { cancellation })),
    })
    if (payee === head) return [link('IS', payee, payee)]
    const held = below.get(head)
    if (held !== undefined) return [link('CONTROLS', payee, head, held)]
    for (const upper of [head, ...controllers]) {
      const reached = actorReach(view.stakes, upper, cancellation).get(payee)
      if (reached !== undefined) return [link('CONTROLLED_BY', upper, payee, reached)]
    }
    return nested.includes(payee) ? [link('CONTROLLED_BY', head, payee, { low: 0, kind: ControlKind.NONE, deFacto: false })] : []
  })
}

/** The currency of most lines; of equal ones the first in the alphabet comes first in every sum. */
function mainCurrency(money: readonly PayeeMoney[]): number {
  const lines = new Map<number, number>()
  for (const { sums } of money) for (const { currency, statements } of sums) lines.set(currency, (lines.get(currency) ?? 0) + statements.length)
  return [...lines].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]
}
const totalIn = ({ sums }: PayeeMoney, currency: number): number => sums.filter((sum) => sum.currency === currency).reduce((total, { amount }) => total + amount, 0)
const largest = ({ sums }: PayeeMoney): number => Math.max(...sums.map(({ amount }) => amount))
