import type { Model } from '#model/model.ts'
import type { Properties, PropertySpec } from '#model/property.ts'
import { allProperties } from '#model/record.ts'
import type { Reference, Template } from '#model/templates.ts'
import { SOURCE_COLUMNS } from '#model/templates.ts'

/** One column of a template and what it fills. */
export interface TemplateColumn {
  readonly name: string
  readonly doc: string
  readonly required: boolean
  readonly unit: string | undefined
  /** Where the cell goes: a part of a property, a field of a reference, the source, or the loader itself. */
  readonly target:
    | { readonly kind: 'property'; readonly owner: string; readonly property: string; readonly suffix: string }
    | { readonly kind: 'reference'; readonly column: string; readonly field: 'name' | 'id' | 'kind' | 'country' }
    | { readonly kind: 'source' }
    | { readonly kind: 'extra' }
  readonly spec: PropertySpec | undefined
}

const snake = (camel: string): string => camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Coordinates bring their own column names; other suffixes are appended. */
const columnName = (property: string, suffix: string): string => (suffix !== '' && !suffix.startsWith('_') ? suffix : snake(property) + suffix)

function propertyColumns(owner: string, properties: Properties, required: readonly string[]): TemplateColumn[] {
  return Object.entries(properties).filter(([, { internal }]) => !internal).flatMap(([property, spec]) =>
    spec.type.columns.map(({ suffix, doc, unit }) => ({
      name: columnName(spec.column ?? property, suffix),
      doc: spec.type.columns.length > 1 ? `${spec.doc} ${doc}` : spec.doc,
      required: required.includes(property),
      unit,
      target: { kind: 'property' as const, owner, property, suffix },
      spec,
    })))
}

function referenceColumns({ column, fields, required, doc }: Reference): TemplateColumn[] {
  const one = (field: 'name' | 'id' | 'kind' | 'country'): TemplateColumn => ({
    name: field === 'name' ? column : `${column}_${field}`,
    doc: field === 'name' ? doc : `The ${field} of ${column}, if known.`,
    required: field === 'name' && required === 'name',
    unit: undefined,
    target: { kind: 'reference', column, field },
    spec: undefined,
  })
  return [one('name'), ...fields.map(one)]
}

const pick = (properties: Properties, names: readonly string[]): Properties => Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)))
const without = (properties: Properties, names: readonly string[]): Properties => Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)))
/** Set by the loader or derived, never typed into a cell. */
const CLAIM = ['grade', 'status', 'validFrom', 'validTo', 'asOf', 'note']

/**
 * Columns of a template in order: the subject, the nodes it names, the claim (status, dates, grade), the source.
 * @throws Error when the template names a kind the model lacks
 */
export function csvColumns(model: Model, template: Template): readonly TemplateColumn[] {
  const statement = (type: string) => model.statements.find(({ name }) => name === type) ?? fail(`statement ${type}`)
  const node = (label: string) => model.nodes.find(({ name }) => name === label) ?? fail(`node ${label}`)
  const { subject } = template
  const columns: TemplateColumn[] = []
  if ('node' in subject) columns.push(...propertyColumns(subject.node, without(node(subject.node).properties, subject.leaveOut ?? []), subject.required ?? []))
  for (const reference of template.references) {
    columns.push(...referenceColumns(reference))
    if (reference.statement) columns.push(...propertyColumns(reference.statement, pick(statement(reference.statement).properties, reference.properties ?? []), []))
  }
  for (const extra of template.extra ?? []) {
    columns.push({ name: extra.name, doc: extra.doc, required: extra.required ?? false, unit: undefined, target: { kind: 'extra' }, spec: undefined })
  }
  const claimOf = 'statement' in subject ? subject.statement : 'LOCATED_IN'
  if ('statement' in subject && subject.statement !== 'SAME_AS')
    columns.push(...propertyColumns(subject.statement, statement(subject.statement).properties, subject.required ?? []))
  if (template.sourced) {
    columns.push(...propertyColumns(claimOf, pick(allProperties(statement(claimOf)), CLAIM), []))
    columns.push(...SOURCE_COLUMNS.map(({ name, doc }): TemplateColumn => ({ name, doc, required: false, unit: undefined, target: { kind: 'source' }, spec: undefined })))
  }
  return firstOfEachName(columns)
}

const fail = (what: string): never => { throw new Error(`The model has no ${what}.`) }
/** The name of a site and the status of its claim share no column; a column of one name is one cell. */
const firstOfEachName = (columns: readonly TemplateColumn[]): TemplateColumn[] => [...new Map([...columns].reverse().map((column) => [column.name, column])).values()].reverse()
