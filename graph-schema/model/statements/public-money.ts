import { MONEY_KINDS } from '../code-lists.ts'
import { optional, required } from '../property.ts'
import { statementKind } from '../statement-kind.ts'
import { codeFrom, decimal, text } from '../values/plain-values.ts'

export const BodyOf = statementKind({
  name: 'BODY_OF', from: ['Organisation'], to: ['Place'], label: 'is a public body of',
  doc: 'Council, agency or public pension fund of a place.',
  properties: {},
})
/** What FINANCES is not: no loan to anybody in particular, but where the money of a public body goes, line by line. */
export const Funds = statementKind({
  name: 'FUNDS', from: ['Organisation'], to: ['Organisation'], label: 'pays or invests in',
  doc: 'One line of a list of supplier payments or of pension holdings. Says nothing about ownership: a worth is no share.',
  properties: {
    kind: required(codeFrom(MONEY_KINDS), 'Payment or holding; payment unless stated.'),
    amount: required(decimal, 'Amount paid or worth of the holding, as stated; below 0 for a credit.'),
    currency: required(text, 'ISO 4217, upper case.'),
    period: optional(text, 'Day, month or year it is for, ISO 8601.'),
    reference: optional(text, 'Number of the transaction or position; equal lines without one are counted one by one.'),
  },
})
