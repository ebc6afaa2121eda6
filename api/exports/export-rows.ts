import { GRADES, enumName } from '#model/code-lists.ts'
import type { Claim, Json, JsonRecord } from './answer-parts.ts'
import { claimsIn, contestedKeys, isRecord, itemsOf } from './answer-parts.ts'
import type { Cell, Row, ShareUnit } from './flat-item.ts'
import { flatItem, intervalCells } from './flat-item.ts'
import { licenceNotice, licenceTerms } from './licence-terms.ts'

/** On every row, whatever it is about. */
export const PROVENANCE = ['grade', 'status', 'disputed', 'contested', 'source_id', 'source_title', 'source_publisher', 'source_url', 'source_kind', 'retrieved_on', 'licence', 'data_version'] as const
const FIRST = ['row', 'item', 'items'] as const
const STATEMENT = ['key', 'type', 'from_id', 'from', 'to_id', 'to', 'interest', 'valid_from', 'valid_to', 'as_of', 'sentence', 'note'].map((name) => `statement_${name}`)
const RESERVED: ReadonlySet<string> = new Set([...PROVENANCE, ...FIRST])

export interface ExportRows {
  /** One per member of the answer, in its order. */
  readonly items: readonly Row[]
  /** One per statement behind them, and behind the answer as a whole. */
  readonly statements: readonly Row[]
  /** What has to travel with the rows. */
  readonly notice: readonly string[]
  /** Columns of both kinds of rows, in order. */
  readonly columns: readonly string[]
}
export interface RowOptions {
  readonly unit: ShareUnit
  /** Leaves out what rests on sources for non-commercial use. */
  readonly open?: boolean
}

/**
 * The members of an answer and the statements behind them as rows that stand on their own: each with its sources, grade,
 * dates, licences, disputes and the version of the data. A member has the weakest grade and the oldest day among its statements.
 */
export function exportRows(answer: JsonRecord, { unit, open = false }: RowOptions): ExportRows {
  const dataVersion = isRecord(answer['basis']) ? String(answer['basis']['dataVersion']) : ''
  const contested = contestedKeys(answer)
  const closed = (claims: readonly Claim[]) => open && claims.some((claim) => licenceTerms(licenceOf(claim)).nonCommercial)
  const members = itemsOf(answer).map((item, at) => ({ item, number: at + 1, claims: claimsIn(item) }))
  const shown = members.filter(({ claims }) => !closed(claims))
  const numbersOf = new Map<string, number[]>()
  for (const { number, claims } of shown) for (const { key } of claims) numbersOf.set(key, [...numbersOf.get(key) ?? [], number])
  const all = claimsIn(answer as Json)
  const claims = all.filter((claim) => !closed([claim]))
  const items = shown.map(({ item, number, claims: own }): Row => ({ row: 'item', item: number, items: undefined, ...unreserved(flatItem(item, unit)), ...provenance(own, contested, dataVersion) }))
  const statements = claims.map((claim): Row => ({ row: 'statement', item: undefined, items: numbersOf.get(claim.key)?.join('; '), ...statementCells(claim, unit), ...provenance([claim], contested, dataVersion) }))
  const left = [members.length - shown.length, all.length - claims.length] as const
  return {
    items, statements, columns: columnsOf(items, statements),
    notice: [
      ...licenceNotice(claims.map(licenceOf)),
      ...(left[0] + left[1] === 0 ? [] : [`Left out as not open: ${left[0]} items and ${left[1]} statements from sources for non-commercial use.`]),
      'Rows say what the listed sources state on the listed dates. Being listed is not an accusation.',
    ],
  }
}

const licenceOf = ({ source }: Claim): string | null => (typeof source['licence'] === 'string' ? source['licence'] : null)
const unreserved = (cells: Readonly<Record<string, Cell>>): Row => Object.fromEntries(Object.entries(cells).map(([name, cell]) => [RESERVED.has(name) || name.startsWith('statement_') ? `item_${name}` : name, cell]))

function statementCells(claim: Claim, unit: ShareUnit): Record<string, Cell> {
  const text = (value: Json | undefined): Cell => (value === null || value === undefined ? undefined : String(value))
  const end = (name: 'from' | 'to'): JsonRecord => (isRecord(claim[name]) ? claim[name] : {})
  return {
    statement_key: claim.key, statement_type: text(claim['type']), statement_from_id: text(end('from')['id']), statement_from: text(end('from')['name']), statement_to_id: text(end('to')['id']), statement_to: text(end('to')['name']),
    statement_interest: text(claim['interest']), ...(isRecord(claim['share']) ? intervalCells('statement_share', claim['share'], unit) : {}), ...(isRecord(claim['votes']) ? intervalCells('statement_votes', claim['votes'], unit) : {}),
    statement_valid_from: text(claim['validFrom']), statement_valid_to: text(claim['validTo']), statement_as_of: text(claim['asOf']), statement_sentence: claim.sentence, statement_note: text(claim['note']),
  }
}

const STRENGTH = GRADES.codes.map(({ code }) => enumName(code))
function provenance(claims: readonly Claim[], contested: ReadonlySet<string>, dataVersion: string): Record<(typeof PROVENANCE)[number], Cell> {
  const joined = (read: (claim: Claim) => Json | undefined): Cell => {
    const values = [...new Set(claims.map(read).filter((value) => value !== null && value !== undefined).map(String))].sort()
    return values.length === 0 ? undefined : values.join('; ')
  }
  const weakest = claims.reduce((least, { grade }) => Math.max(least, STRENGTH.indexOf(grade)), -1)
  return {
    grade: weakest < 0 ? undefined : STRENGTH[weakest], status: joined(({ status }) => status), disputed: claims.some(({ status }) => status === 'DISPUTED'), contested: claims.some(({ key }) => contested.has(key)),
    source_id: joined(({ source }) => source['id']), source_title: joined(({ source }) => source['title']), source_publisher: joined(({ source }) => source['publisher']), source_url: joined(({ source }) => source['url']),
    source_kind: joined(({ source }) => source['kind']), retrieved_on: claims.map(({ source }) => String(source['retrievedOn'])).sort()[0],
    licence: joined((claim) => licenceOf(claim) ?? 'not stated'), data_version: dataVersion,
  }
}

/** First what a row is, then its own columns, those of statements, and where it is from. */
function columnsOf(items: readonly Row[], statements: readonly Row[]): string[] {
  const own = new Set(items.flatMap((row) => Object.keys(row)).filter((name) => !RESERVED.has(name)))
  const ofStatements = new Set([...STATEMENT.slice(0, 7), ...statements.flatMap((row) => Object.keys(row)).filter((name) => !RESERVED.has(name)), ...STATEMENT])
  return [...FIRST, ...own, ...ofStatements, ...PROVENANCE]
}
