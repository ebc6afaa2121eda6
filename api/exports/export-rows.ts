import { GRADES, enumName } from '#model/code-lists.ts'
import type { Means } from '../commands/render/means-in-words.ts'
import { meansLines } from '../commands/render/means-in-words.ts'
import type { Claim, Json, JsonRecord } from './answer-parts.ts'
import { bodyOf, claimsIn, contestedKeys, isRecord, itemsOf, lawIn } from './answer-parts.ts'
import type { Cell, Part, Row, ShareUnit } from './flat-item.ts'
import { flatItem, intervalCells } from './flat-item.ts'
import { licenceNotice, licenceTerms } from './licence-terms.ts'

/** On every row, whatever it is about. */
export const PROVENANCE = [
  'grade',
  'status',
  'disputed',
  'contested',
  'source_id',
  'source_title',
  'source_publisher',
  'source_url',
  'source_kind',
  'retrieved_on',
  'licence',
  'data_version',
] as const
const FIRST = ['row', 'item', 'items'] as const
const STATEMENT = ['key', 'type', 'from_id', 'from', 'to_id', 'to', 'interest', 'valid_from', 'valid_to', 'as_of', 'sentence', 'note'].map((name) => `statement_${name}`)
const RESERVED: ReadonlySet<string> = new Set([...PROVENANCE, ...FIRST])

export interface ExportRows {
  /** What the answer says as a whole: one row, named answer; none where nothing is said beside the members. */
  readonly answer: readonly Row[]
  /** One per member of the answer, in its order. */
  readonly items: readonly Row[]
  /** What is too much for a cell of these rows, such as the losses of each market: a row each, named after the list it is from. */
  readonly parts: readonly Row[]
  /** One per statement behind them, and behind the answer as a whole. */
  readonly statements: readonly Row[]
  /** What has to travel with the rows. */
  readonly notice: readonly string[]
  /** Columns of all kinds of rows, in order. */
  readonly columns: readonly string[]
}
export interface RowOptions {
  readonly unit: ShareUnit
  /** Leaves out what rests on sources for non-commercial use. */
  readonly open?: boolean
}

/**
 * An answer as rows that stand on their own: the answer as a whole, its members, their parts and the statements behind
 * them, each with its sources, grade, dates, licences, disputes and the version of the data. A row has the weakest grade
 * and the oldest day among its statements; one that brings none rests on those of the member, else the answer, it is part of.
 */
export function exportRows(answer: JsonRecord, { unit, open = false }: RowOptions): ExportRows {
  const dataVersion = isRecord(answer['basis']) ? String(answer['basis']['dataVersion']) : ''
  const contested = contestedKeys(answer)
  const making: Making = {
    unit, origin: (claims) => provenance(claims, contested, dataVersion),
    isClosed: (claims) => open && claims.some((claim) => licenceTerms(licenceOf(claim)).nonCommercial),
  }
  const body = bodyOf(answer)
  const [all, general] = [claimsIn(answer as Json), claimsIn(body)]
  const members = itemsOf(answer).map((item, at) => ({ item, number: at + 1, claims: orElse(claimsIn(item), general) }))
  const stated = { members: members.filter(({ claims }) => !claims.some(isInferred)), claims: all.filter((claim) => !isInferred(claim)) }
  const shown = stated.members.filter(({ claims }) => !making.isClosed(claims))
  const claims = stated.claims.filter((claim) => !making.isClosed([claim]))
  const flat = shown.map(({ item, number, claims: own }) => ({ number, own, ...flatItem(item, unit) }))
  const items = flat.map(({ number, own, cells }): Row => ({ row: 'item', item: number, items: undefined, ...unreserved(cells), ...making.origin(own) }))
  const whole = wholeRows(body, orElse(general, all).filter((claim) => !isInferred(claim)), making)
  const parts = [...flat.flatMap(({ number, own, parts: inner }) => inner.flatMap((part) => partRows(part, number, own, making))), ...whole.parts]
  const numbersOf = memberNumbers(shown)
  const statements = claims.map((claim): Row => ({
    row: 'statement',
    item: undefined,
    items: numbersOf.get(claim.key)?.join('; '),
    ...statementCells(claim, unit),
    ...making.origin([claim]),
  }))
  return {
    answer: whole.answer,
    items,
    parts,
    statements,
    columns: columnsOf([...whole.answer, ...items, ...parts], statements),
    notice: [
      ...licenceNotice(claims.map(licenceOf)),
      ...leftOut(
        'not open',
        stated.members.length - shown.length,
        stated.claims.length - claims.length,
        `from sources for non-commercial use${whole.isLeftOut ? ', and what the answer says as a whole' : ''}`,
      ),
      ...leftOut('not stated by any source', members.length - stated.members.length, all.length - stated.claims.length, 'found by comparing names'),
      'Rows say what the listed sources state on the listed dates. Being listed is not an accusation.',
      ...meansLines(lawIn(answer) as unknown as readonly Means[]).map((line) => line.trim()), // as the fragment Means brings them
    ],
  }
}

/** A number of things: “1 item”, “2 items”. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** How much is not in a file, and why; nothing where all is. */
const leftOut = (why: string, items: number, statements: number, which: string): string[] =>
  items + statements === 0 ? [] : [`Left out as ${why}: ${counted(items, 'item')} and ${counted(statements, 'statement')} ${which}.`]

/** What our own matcher made up from names is never handed out among what sources state. */
const isInferred = ({ grade }: Claim): boolean => grade === 'INFERRED'

/** What all rows of a file have in common. */
interface Making {
  readonly unit: ShareUnit
  readonly origin: (claims: readonly Claim[]) => Row
  /** Whether what rests on these statements has to be left out. */
  readonly isClosed: (claims: readonly Claim[]) => boolean
}

const orElse = (own: readonly Claim[], others: readonly Claim[]): readonly Claim[] => (own.length > 0 ? own : others)

const WHOLE = 'answer_'
/** What an answer says as a whole, and the parts of that. */
function wholeRows(body: JsonRecord, claims: readonly Claim[], making: Making): Pick<ExportRows, 'answer' | 'parts'> & { readonly isLeftOut: boolean } {
  if (making.isClosed(claims)) return { answer: [], parts: [], isLeftOut: true }
  const { cells, parts } = flatItem(body, making.unit, WHOLE)
  const says = Object.values(cells).some((cell) => cell !== undefined && cell !== '')
  return {
    answer: says ? [{ row: 'answer', item: undefined, items: undefined, ...cells, ...making.origin(claims) }] : [],
    parts: parts.flatMap(({ name, record }) => partRows({ name: name.slice(WHOLE.length), record }, undefined, claims, making)), isLeftOut: false,
  }
}

/** A part as a row, and its own parts after it. */
function partRows({ name, record }: Part, number: number | undefined, above: readonly Claim[], making: Making): Row[] {
  const own = orElse(claimsIn(record), above)
  if (making.isClosed(own)) return []
  const { cells, parts } = flatItem(record, making.unit, `${name}_`)
  return [{ row: name, item: number, items: undefined, ...unreserved(cells), ...making.origin(own) }, ...parts.flatMap((inner) => partRows(inner, number, own, making))]
}

/** Numbers of the members that rest on a statement, by its key. */
function memberNumbers(members: readonly { readonly number: number; readonly claims: readonly Claim[] }[]): ReadonlyMap<string, number[]> {
  const numbers = new Map<string, number[]>()
  for (const { number, claims } of members) for (const { key } of claims) numbers.set(key, [...numbers.get(key) ?? [], number])
  return numbers
}

const licenceOf = ({ source }: Claim): string | null => (typeof source['licence'] === 'string' ? source['licence'] : null)
const unreserved = (cells: Readonly<Record<string, Cell>>): Row =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [RESERVED.has(name) || name.startsWith('statement_') ? `item_${name}` : name, cell]))

function statementCells(claim: Claim, unit: ShareUnit): Record<string, Cell> {
  const text = (value: Json | undefined): Cell => (value === null || value === undefined ? undefined : String(value))
  const end = (name: 'from' | 'to'): JsonRecord => (isRecord(claim[name]) ? claim[name] : {})
  return {
    statement_key: claim.key,
    statement_type: text(claim['type']),
    statement_from_id: text(end('from')['id']),
    statement_from: text(end('from')['name']),
    statement_to_id: text(end('to')['id']),
    statement_to: text(end('to')['name']),
    statement_interest: text(claim['interest']),
    ...(isRecord(claim['share']) ? intervalCells('statement_share', claim['share'], unit) : {}),
    ...(isRecord(claim['votes']) ? intervalCells('statement_votes', claim['votes'], unit) : {}),
    statement_valid_from: dateCell(claim, 'validFrom'),
    statement_valid_to: dateCell(claim, 'validTo'),
    statement_as_of: dateCell(claim, 'asOf'),
    statement_sentence: claim.sentence,
    statement_note: text(claim['note']),
  }
}

const KNOWN_TO: Readonly<Record<string, number>> = { YEAR: 'YYYY'.length, MONTH: 'YYYY-MM'.length }
/** A date as far as it is known, as the templates write it: “2024” is not the first of January. */
function dateCell(claim: Claim, name: 'validFrom' | 'validTo' | 'asOf'): Cell {
  const date = claim[name]
  return typeof date === 'string' ? date.slice(0, KNOWN_TO[String(claim[`${name}Precision`])] ?? date.length) : undefined
}

const STRENGTH = GRADES.codes.map(({ code }) => enumName(code))
function provenance(claims: readonly Claim[], contested: ReadonlySet<string>, dataVersion: string): Record<(typeof PROVENANCE)[number], Cell> {
  const joined = (read: (claim: Claim) => Json | undefined): Cell => {
    const values = [...new Set(claims.map(read).filter((value) => value !== null && value !== undefined).map(String))].sort()
    return values.length === 0 ? undefined : values.join('; ')
  }
  const weakest = claims.reduce((least, { grade }) => Math.max(least, STRENGTH.indexOf(grade)), -1)
  return {
    grade: weakest < 0 ? undefined : STRENGTH[weakest],
    status: joined(({ status }) => status),
    disputed: claims.some(({ status }) => status === 'DISPUTED'),
    contested: claims.some(({ key }) => contested.has(key)),
    source_id: joined(({ source }) => source['id']),
    source_title: joined(({ source }) => source['title']),
    source_publisher: joined(({ source }) => source['publisher']),
    source_url: joined(({ source }) => source['url']),
    source_kind: joined(({ source }) => source['kind']),
    retrieved_on: claims.map(({ source }) => String(source['retrievedOn'])).sort()[0],
    licence: joined((claim) => licenceOf(claim) ?? 'not stated'),
    data_version: dataVersion,
  }
}

/** First what a row is, then its own columns, those of statements, and where it is from. */
function columnsOf(rows: readonly Row[], statements: readonly Row[]): string[] {
  const own = new Set(rows.flatMap((row) => Object.keys(row)).filter((name) => !RESERVED.has(name)))
  const ofStatements = new Set([...STATEMENT.slice(0, 7), ...statements.flatMap((row) => Object.keys(row)).filter((name) => !RESERVED.has(name)), ...STATEMENT])
  return [...FIRST, ...own, ...ofStatements, ...PROVENANCE]
}
