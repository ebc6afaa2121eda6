import type { StatementColumns } from '#analytics/snapshot.ts'
import { BoundFlag } from '#analytics/snapshot.ts'
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

const boundsOf = (share: ShareInterval | undefined): number =>
  (share?.min === undefined ? 0 : BoundFlag.MIN) | (share?.max === undefined ? 0 : BoundFlag.MAX)
  | (share?.minExclusive ? BoundFlag.MIN_EXCLUSIVE : 0) | (share?.maxExclusive ? BoundFlag.MAX_EXCLUSIVE : 0)

const exactShare = (share: number | undefined): ShareInterval | undefined => (share === undefined ? undefined : { min: share, max: share })

/** The figure of a statement: of a site, of a brand's shops, of a flow, of a line of money, one that is published. */
function figureOf(statement: StoredStatement): { amount: number; unit: string; measure: string; year: number } {
  if (statement.type === 'LOCATED_IN' && statement.capacity !== undefined) {
    const { amount, unit, measure, year } = statement.capacity
    return { amount, unit, measure, year: year ?? 0 }
  }
  if (statement.type === 'SOLD_IN' && statement.stores !== undefined) return { amount: statement.stores, unit: 'shops', measure: 'shops', year: 0 }
  if (statement.type === 'SUPPLIES') return { amount: statement.volume ?? Number.NaN, unit: statement.unit ?? '', measure: statement.commodity, year: 0 }
  if (statement.type === 'FUNDS') return { amount: statement.amount, unit: statement.currency, measure: statement.kind, year: Number(statement.period?.slice(0, 4) ?? 0) }
  if (statement.type === 'STATES_FIGURE') return { amount: statement.amount, unit: statement.unit, measure: statement.measure, year: statement.year ?? 0 }
  if (statement.type === 'DEPENDS_ON') return { amount: Number.NaN, unit: '', measure: '', year: statement.year ?? 0 }
  return { amount: Number.NaN, unit: '', measure: '', year: 0 }
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
    validFrom: 'i32', validFromPrecision: 'u8', validTo: 'i32', validToPrecision: 'u8', asOf: 'i32', asOfPrecision: 'u8',
    retrievedOn: 'i32', source: 'i32', judgement: 'u8', amount: 'f64', capacity: 'f64', period: 'i32', unit: 'i32', measure: 'i32', year: 'i16', domain: 'u8',
  })
  return {
    add: (statement, from, to, source) => {
      const { validFrom, validTo, asOf } = statement
      const share = shareOf(statement)
      const votes = statement.type === 'OWNS' ? statement.votes : undefined
      const figure = figureOf(statement)
      columns.push({
        type: TYPE_CODES.get(statement.type)!, from, to,
        shareMin: share?.min ?? Number.NaN, shareMax: share?.max ?? Number.NaN, shareBounds: boundsOf(share),
        votesMin: votes?.min ?? Number.NaN, votesMax: votes?.max ?? Number.NaN, votesBounds: boundsOf(votes),
        interest: statement.type === 'OWNS' ? 1 + INTEREST_CODES.get(statement.interest)! : 0,
        indirect: statement.type === 'OWNS' && statement.direct === 'indirect' ? 1 : 0,
        status: STATUS_CODES.get(statement.status)!, grade: GRADE_CODES.get(statement.grade)!,
        validFrom: earliestDayNumber(validFrom), validFromPrecision: precisionCode(validFrom),
        validTo: earliestDayNumber(validTo), validToPrecision: precisionCode(validTo),
        asOf: earliestDayNumber(asOf), asOfPrecision: precisionCode(asOf),
        retrievedOn: dayNumber(statement.retrievedOn), source,
        judgement: statement.type === 'SAME_AS' ? 1 + JUDGEMENT_CODES.get(statement.judgement)! : 0,
        capacity: statement.type === 'SUPPLIES' ? statement.flowCapacity ?? Number.NaN : Number.NaN,
        period: texts.codeOf(statement.type === 'SUPPLIES' ? statement.period ?? '' : ''),
        amount: figure.amount, unit: texts.codeOf(figure.unit), measure: texts.codeOf(figure.measure), year: figure.year,
        domain: statement.type === 'STATES_FIGURE' && statement.domain !== undefined ? 1 + DOMAIN_CODES.get(statement.domain)! : 0,
      })
    },
    finish: () => ({ count: columns.count(), ...columns.finish() }),
  }
}
