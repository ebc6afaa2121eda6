import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { bad } from '../../parse/cell.ts'
import type { Claim } from '../claim.ts'
import { operator, organisation } from '../party.ts'
import { place } from '../places.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, isNamed, propertiesOf, reference } from './row-context.ts'

interface Line { readonly kind?: string; readonly amount: number; readonly currency: string; readonly period?: string; readonly reference?: string }

/**
 * A row of "payments": one payment of a public body or one holding of its fund. A payee that is a natural person is left
 * out. The period is the day the line is for, unless another is stated. Equal lines are told apart by counting them.
 */
export function paymentRow(context: RowContext): void {
  const { loading, made } = context
  const claim = claimOf(context, 'FUNDS')
  const line = propertiesOf(context, 'FUNDS') as unknown as Line // read by the types of the model
  const payer = organisation(reference(context, 'payer'), 'payer', loading, made)
  const payee = payeeOf(context)
  const where = isNamed(reference(context, 'place')) ? place(reference(context, 'place'), 'place', loading, made) : undefined
  const currency = line.currency.trim().toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) made.problem(bad('currency', 'NOT_A_CODE', 'Write the three letters of ISO 4217, such as EUR.', line.currency).problem)
  const period = line.period === undefined ? undefined : parseImpreciseDate(line.period)
  if (line.period !== undefined && period === undefined) made.problem(bad('period', 'NOT_A_DATE', 'Write YYYY-MM-DD, YYYY-MM or YYYY.', line.period).problem)
  if (!claim || !payer || made.problems.length > 0) return
  if (where) made.state('BODY_OF', payer.id, where.id, bodyClaim(claim))
  if (!payee) return
  if (payee.id === payer.id) return void made.problem(bad('payee', 'SELF_REFERENCE', 'A body does not pay itself.').problem)
  const dated = claim.asOf ?? claim.validFrom ? claim : period ? { ...claim, asOf: period } : claim
  const properties = { ...line, kind: line.kind ?? 'payment', currency }
  const nth = line.reference === undefined ? loading.nthOf(JSON.stringify([payer.id, payee.id, dated, properties.kind, line.amount, currency, line.period])) : 1
  made.state('FUNDS', payer.id, payee.id, dated, nth === 1 ? properties : { ...properties, reference: `equal line ${nth}` })
}

/** Public bodies black out the names of people they pay. */
const BLACKED_OUT = /\b(redacted|withheld|personal data|name removed)\b/i

function payeeOf(context: RowContext): ReturnType<typeof operator> {
  const { loading, made } = context
  const cells = reference(context, 'payee')
  if (cells.name === undefined || !BLACKED_OUT.test(cells.name)) return operator(cells, 'payee', loading, made)
  made.notes.push('a payee whose name is blacked out was left out')
  return undefined
}

/** Whose body the payer is does not begin or end with a line of its list. */
const bodyClaim = ({ sourceId, grade, retrievedOn }: Claim): Claim => ({ sourceId, grade, retrievedOn, status: 'in force' })
