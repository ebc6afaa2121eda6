import type { StatementColumns } from '#analytics/record/snapshot.ts'
import { BoundFlag } from '#analytics/record/snapshot.ts'
import { DOMAINS, GRADES, INTERESTS, JUDGEMENTS, STATUSES } from '#model/code-lists.ts'
import type { CodeList } from '#model/code-lists.ts'
import type { StatementType } from '#model/model.ts'
import { STATEMENT_KINDS } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { ShareInterval } from '#model/values/share-interval.ts'
import { dayNumber, earliestDayNumber, precisionCode } from './day-number.ts'
import { growingColumns } from './growing-columns.ts'
import type { InternedTexts } from './interned-texts.ts'

/** Types in the order their codes follow. */
export const SNAPSHOT_TYPES: readonly StatementType[] = STATEMENT_KINDS.map(({ name }) => name)

const positions = ({ codes }: CodeList) => new Map(codes.map(({ code }, at) => [code, at]))
const GRADE_CODES = positions(GRADES)
const STATUS_CODES = positions(STATUSES)
const INTEREST_CODES = positions(INTERESTS)
const DOMAIN_CODES = positions(DOMAINS)
const JUDGEMENT_CODES = positions(JUDGEMENTS)
const TYPE_CODES = new Map(SNAPSHOT_TYPES.map((type, at) => [type, at]))

const boundsOf = (share: ShareInterval): number =>
  (share.min === undefined ? 0 : BoundFlag.MIN) | (share.max === undefined ? 0 : BoundFlag.MAX)
  | (share.minExclusive ? BoundFlag.MIN_EXCLUSIVE : 0) | (share.maxExclusive ? BoundFlag.MAX_EXCLUSIVE : 0)

const exactShare = (share: number | undefined): ShareInterval | undefined => (share === undefined ? undefined : { min: share, max: share })

/** The figure of a statement: of a site, of a brand's shops, of a flow, of a line of money, one that is published. */
function figureOf(statement: StoredStatement): { amount: number; unit: string; measure: string; year: number } | undefined {
  if (statement.type === 'LOCATED_IN' && statement.capacity !== undefined) {
    const { amount, unit, measure, year } = statement.capacity
    return { amount, unit, measure, year: year ?? 0 }
  }
  if (statement.type === 'SOLD_IN' && statement.stores !== undefined) return { amount: statement.stores, unit: 'shops', measure: 'shops', year: 0 }
  if (statement.type === 'SUPPLIES') return { amount: statement.volume ?? Number.NaN, unit: statement.unit ?? '', measure: statement.commodity, year: 0 }
  if (statement.type === 'FUNDS') return { amount: statement.amount, unit: statement.currency, measure: statement.kind, year: Number(statement.period?.slice(0, 4) ?? 0) }
  if (statement.type === 'STATES_FIGURE') return { amount: statement.amount, unit: statement.unit, measure: statement.measure, year: statement.year ?? 0 }
  if (statement.type === 'DEPENDS_ON') return { amount: Number.NaN, unit: '', measure: '', year: statement.year ?? 0 }
  return undefined
}

/** The share a statement gives: of capital, of a receiver's supply, of revenue. */
function shareOf(statement: StoredStatement): ShareInterval | undefined {
  if (statement.type === 'OWNS') return statement.share
  if (statement.type === 'SUPPLIES') return exactShare(statement.supplyShare)
  return statement.type === 'DEPENDS_ON' ? exactShare(statement.revenueShare) : undefined
}

export interface StatementTable {
  readonly add: (statement: StoredStatement, from: number, to: number, source: number) => void
  readonly finish: () => StatementColumns
}

/** Collects statements into columns, one row each, with every text and code as a number. */
export function statementTable(texts: InternedTexts): StatementTable {
  const columns = growingColumns({
    type: 'u8', from: 'i32', to: 'i32',
    shareMin: 'f64', shareMax: 'f64', shareBounds: 'u8', votesMin: 'f64', votesMax: 'f64', votesBounds: 'u8',
    interest: 'u8', indirect: 'u8', status: 'u8', grade: 'u8',
    validFrom: 'day', validFromPrecision: 'u8', validTo: 'day', validToPrecision: 'u8', asOf: 'day', asOfPrecision: 'u8',
    retrievedOn: 'day', source: 'i32', judgement: 'u8', amount: 'f64', capacity: 'f64', period: 'i32', unit: 'i32', measure: 'i32', year: 'i16', domain: 'u8',
  })
  return {
    add: (statement, from, to, source) => {
      const at = columns.next()
      const row = columns.block()
      row.type[at] = TYPE_CODES.get(statement.type)!
      row.from[at] = from
      row.to[at] = to
      row.source[at] = source
      row.status[at] = STATUS_CODES.get(statement.status)!
      row.grade[at] = GRADE_CODES.get(statement.grade)!
      row.retrievedOn[at] = dayNumber(statement.retrievedOn)
      const { validFrom, validTo, asOf } = statement
      row.validFrom[at] = earliestDayNumber(validFrom)
      row.validFromPrecision[at] = precisionCode(validFrom)
      row.validTo[at] = earliestDayNumber(validTo)
      row.validToPrecision[at] = precisionCode(validTo)
      row.asOf[at] = earliestDayNumber(asOf)
      row.asOfPrecision[at] = precisionCode(asOf)
      const share = shareOf(statement)
      if (share !== undefined) {
        row.shareMin[at] = share.min ?? Number.NaN
        row.shareMax[at] = share.max ?? Number.NaN
        row.shareBounds[at] = boundsOf(share)
      }
      const figure = figureOf(statement)
      if (figure !== undefined) {
        row.amount[at] = figure.amount
        row.unit[at] = texts.codeOf(figure.unit)
        row.measure[at] = texts.codeOf(figure.measure)
        row.year[at] = figure.year
      }
      if (statement.type === 'OWNS') {
        row.interest[at] = 1 + INTEREST_CODES.get(statement.interest)!
        row.indirect[at] = statement.direct === 'indirect' ? 1 : 0
        if (statement.votes !== undefined) {
          row.votesMin[at] = statement.votes.min ?? Number.NaN
          row.votesMax[at] = statement.votes.max ?? Number.NaN
          row.votesBounds[at] = boundsOf(statement.votes)
        }
      } else if (statement.type === 'SUPPLIES') {
        row.capacity[at] = statement.flowCapacity ?? Number.NaN
        row.period[at] = texts.codeOf(statement.period ?? '')
      } else if (statement.type === 'SAME_AS') {
        row.judgement[at] = 1 + JUDGEMENT_CODES.get(statement.judgement)!
      } else if (statement.type === 'STATES_FIGURE' && statement.domain !== undefined) {
        row.domain[at] = 1 + DOMAIN_CODES.get(statement.domain)!
      }
    },
    finish: () => ({ count: columns.count(), ...columns.finish() }),
  }
}
