import { SOURCE_KINDS } from '#model/code-lists.ts'
import type { Model } from '#model/model.ts'
import type { PropertySpec } from '#model/property.ts'
import type { Template } from '#model/templates.ts'
import type { TemplateColumn } from '#derive/csv-columns.ts'
import { csvColumns } from '#derive/csv-columns.ts'
import type { Cell, CellProblem } from './cell.ts'
import { bad, good } from './cell.ts'
import { countryCell } from './country.ts'
import { dayCell } from './dates.ts'
import { showsPercent } from './percent.ts'
import { codeCell, idCell, isPercentType, parserOf } from './property-parser.ts'
import { holdsContactData, MAX_TEXT, plainText, urlCell } from './text.ts'

/** What a row says about a node beside its subject. The kind is read later: "owned" may be an organisation, a brand or a site. */
export interface ReferenceCells { readonly name?: string; readonly id?: string; readonly kind?: string; readonly country?: string }
/** What a row says about its source. */
export interface SourceCells {
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly kind?: string
  readonly licence?: string
  readonly retrievedOn?: string
}

/** A template row whose cells have been read by the types of the model. */
export interface ParsedRow {
  readonly template: Template
  /** Node label or statement type → property → value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly references: Readonly<Record<string, ReferenceCells>>
  readonly source: SourceCells
  readonly extra: Readonly<Record<string, string>>
}
export type RowParse = { readonly row: ParsedRow; readonly warnings: readonly string[] } | { readonly problems: readonly CellProblem[] }
export type Cells = Readonly<Record<string, string>>

/** Reads the rows of one template. Columns, types and required cells all follow from the model. */
export interface TemplateReader {
  readonly template: Template
  readonly columns: readonly TemplateColumn[]
  /** Notes which percent columns show that they are percents; call it for every row before the first `parse` counts. */
  readonly observe: (cells: Cells) => void
  readonly parse: (cells: Cells, lenient?: boolean) => RowParse
}

interface Group { readonly owner: string; readonly property: string; readonly spec: PropertySpec; readonly base: string; readonly columns: readonly TemplateColumn[] }

function groupsOf(columns: readonly TemplateColumn[]): readonly Group[] {
  const groups = new Map<string, TemplateColumn[]>()
  for (const column of columns) {
    if (column.target.kind !== 'property') continue
    const key = `${column.target.owner} ${column.target.property}`
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  return [...groups.values()].map((members): Group => {
    const [first] = members
    const target = first!.target as Extract<TemplateColumn['target'], { kind: 'property' }> // grouped by it
    return { owner: target.owner, property: target.property, spec: first!.spec!, base: first!.name, columns: members }
  })
}

const suffixOf = ({ target }: TemplateColumn): string => (target.kind === 'property' ? target.suffix : '')

/**
 * @param model any model: a property added to it is a column, and is read by the parser of its type
 * @throws Error when a preset writes a column the template lacks
 */
export function templateReader(model: Model, template: Template): TemplateReader {
  const columns = csvColumns(model, template)
  const known = new Set(columns.map(({ name }) => name))
  const groups = groupsOf(columns)
  const clear = new Set<Group>()

  const observe = (cells: Cells): void => {
    for (const group of groups) {
      if (!isPercentType(group.spec.type) || clear.has(group)) continue
      if (group.columns.some(({ name }) => showsPercent((cells[name] ?? '').trim()))) clear.add(group)
    }
  }

  const parse = (raw: Cells, lenient = false): RowParse => {
    for (const name of Object.keys(raw)) if (!known.has(name)) throw new Error(`The template ${template.name} has no column ${name}.`)
    const problems: CellProblem[] = []
    const warnings: string[] = []
    const cells = cleaned(raw, problems, warnings)
    const take = <V>(cell: Cell<V>): V | undefined => {
      if (!cell.ok) { problems.push(cell.problem); return undefined }
      warnings.push(...(cell.warnings ?? []))
      return cell.value
    }
    problems.push(...missing(template, columns, cells))
    const values = groupValues(groups, cells, (group) => lenient || clear.has(group), take)
    const references = Object.fromEntries(template.references.map(({ column }) => [column, referenceCells(columns, column, cells, take)]))
    const source = sourceCells(cells, take)
    const extra = extraCells(columns, cells, take)
    problems.push(...claimProblems(values))
    return problems.length > 0 ? { problems } : { row: { template, values, references, source, extra }, warnings }
  }
  return { template, columns, observe, parse }
}

const HALF_A_CHARACTER = /\p{Surrogate}/u

/** Cells as plain text; half characters and over-long names are problems, unseen characters are taken out with a warning. */
function cleaned(raw: Cells, problems: CellProblem[], warnings: string[]): Cells {
  const cells: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (HALF_A_CHARACTER.test(value)) { problems.push(bad(name, 'NOT_TEXT', 'The cell holds half a character; save the file as UTF-8 again.').problem); continue }
    const { text, stripped } = plainText(value)
    if (stripped) warnings.push(`unseen characters were taken out of ${name}`)
    if (text !== '') cells[name] = text
  }
  return cells
}

function groupValues(
  groups: readonly Group[],
  cells: Cells,
  isClear: (group: Group) => boolean,
  take: <V>(cell: Cell<V>) => V | undefined,
): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {}
  for (const group of groups) {
    if (group.columns.every(({ name }) => cells[name] === undefined)) continue
    const bySuffix = new Map(group.columns.map((column) => [suffixOf(column), cells[column.name] ?? '']))
    const context = { column: group.base, required: group.spec.required, percentIsClear: isClear(group) }
    // An id that is none would be taken for a name by every other row and table that writes it.
    const value = take<unknown>(
      group.property === 'id'
        ? idCell(bySuffix.get('') ?? '', group.base)
        : parserOf(group.spec.type)((suffix) => bySuffix.get(suffix) ?? '', context),
    )
    if (value !== undefined) (values[group.owner] ??= {})[group.property] = value
  }
  return values
}

/** Required cells that are empty; "name or id" needs one of the two. */
function missing(template: Template, columns: readonly TemplateColumn[], cells: Cells): CellProblem[] {
  const problems = columns.filter(({ name, required }) => required && !cells[name]).map(({ name }) => bad(name, 'REQUIRED', `Fill in ${name}.`).problem)
  for (const { column, required } of template.references) {
    const filled = [column, `${column}_id`, ...(column === 'place' ? ['country'] : [])].some((name) => cells[name])
    if (required === 'name or id' && !filled) problems.push(bad(column, 'REQUIRED', `Fill in ${column} or ${column}_id.`).problem)
  }
  for (const { name, required } of template.extra ?? []) {
    if (required && !cells[name] && !problems.some((problem) => problem.column === name)) problems.push(bad(name, 'REQUIRED', `Fill in ${name}.`).problem)
  }
  return problems
}

function referenceCells(columns: readonly TemplateColumn[], reference: string, cells: Cells, take: <V>(cell: Cell<V>) => V | undefined): ReferenceCells {
  const found: Record<string, string> = {}
  for (const { name, target } of columns) {
    const text = cells[name]
    if (target.kind !== 'reference' || target.column !== reference || text === undefined) continue
    const value = take(referenceCell(target.field, text, name))
    if (value !== undefined) found[target.field] = value
  }
  return found
}

function referenceCell(field: 'name' | 'id' | 'kind' | 'country', text: string, column: string): Cell<string> {
  if (field === 'id') return idCell(text, column)
  if (field === 'country') return countryCell(text, column)
  if (field === 'kind') return good(text)
  if (holdsContactData(text)) return bad(column, 'CONTACT_DATA', 'Take out e-mail addresses and telephone numbers: they are not kept.')
  return text.length > MAX_TEXT ? bad(column, 'TEXT_TOO_LONG', `Shorten it to ${MAX_TEXT} characters.`) : good(text)
}

/** Columns without a property; a country is checked like any other. */
function extraCells(columns: readonly TemplateColumn[], cells: Cells, take: <V>(cell: Cell<V>) => V | undefined): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { name, target } of columns) {
    const text = cells[name]
    if (target.kind !== 'extra' || text === undefined) continue
    const value = take(referenceCell(name === 'country' ? 'country' : 'name', text, name))
    if (value !== undefined) found[name] = value
  }
  return found
}

function sourceCells(cells: Cells, take: <V>(cell: Cell<V>) => V | undefined): SourceCells {
  const found: Record<string, string> = {}
  const put = (field: keyof SourceCells, column: string, read: (text: string) => Cell<string>) => {
    const text = cells[column]
    const value = text === undefined ? undefined : take(read(text))
    if (value !== undefined) found[field] = value
  }
  const short = (column: string) => (text: string): Cell<string> => referenceCell('name', text, column)
  put('title', 'source_title', short('source_title'))
  put('publisher', 'source_publisher', short('source_publisher'))
  put('url', 'source_url', (text) => urlCell(text, 'source_url'))
  put('kind', 'source_kind', (text) => codeCell(SOURCE_KINDS, text, 'source_kind'))
  put('licence', 'source_licence', short('source_licence'))
  put('retrievedOn', 'retrieved_on', (text) => dayCell(text, 'retrieved_on'))
  return found
}

/** A claim may not end before it begins, at the precision both dates have. */
function claimProblems(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): CellProblem[] {
  return Object.values(values).flatMap(({ validFrom, validTo }) => {
    const [from, to] = [validFrom, validTo].map((date) => (date as { text: string } | undefined)?.text)
    if (from === undefined || to === undefined) return []
    const length = Math.min(from.length, to.length)
    return from.slice(0, length) > to.slice(0, length) ? [bad('valid_to', 'DATES_SWAPPED', 'valid_to lies before valid_from.', to).problem] : []
  })
}
