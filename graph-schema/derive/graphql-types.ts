import { enumName } from '#model/code-lists.ts'
import type { CodeList } from '#model/code-lists.ts'
import type { Model } from '#model/model.ts'
import type { NodeKind } from '#model/node-kind.ts'
import type { Properties, PropertySpec } from '#model/property.ts'
import { allProperties } from '#model/record.ts'
import type { StatementKind } from '#model/statement-kind.ts'
import type { ImpreciseDate } from '#model/values/imprecise-date.ts'
import { earliestDay } from '#model/values/imprecise-date.ts'
import type { ShareInterval } from '#model/values/share-interval.ts'

/** One field of an API type. `read` takes a node or statement as a plain value and gives what the API shows. */
export interface FieldDescriptor {
  readonly name: string
  /** Scalar, enum or object type by name; `ID` for ids. */
  readonly type: string
  readonly nullable: boolean
  /** A list is never null: nothing known is an empty list. */
  readonly list: boolean
  readonly doc: string
  readonly read: (record: object) => unknown
}
export interface ObjectDescriptor { readonly name: string; readonly doc: string; readonly fields: readonly FieldDescriptor[] }
export interface EnumDescriptor {
  readonly name: string
  readonly doc: string
  /** `name` as the API writes it (IN_FORCE), `code` as it is stored (in force). */
  readonly values: readonly { readonly name: string; readonly code: string; readonly doc: string }[]
}
export interface GraphqlTypes {
  readonly nodes: readonly ObjectDescriptor[]
  /** One type for all kinds of statement: provenance first, then every property of any kind. */
  readonly statement: ObjectDescriptor
  readonly enums: readonly EnumDescriptor[]
  /** Values whose parts all have names, such as coordinates { lat lon }: an object type each. */
  readonly values: readonly ObjectDescriptor[]
}

/**
 * API types that follow from the model. A property declared there is a field here; hidden and internal ones never are.
 * @throws Error when two kinds of statement give one property name two meanings
 */
export function graphqlTypes(model: Model): GraphqlTypes {
  const specs = [...model.nodes.flatMap(({ properties }) => shown(properties)), ...model.statements.flatMap((kind) => shown(allProperties(kind)))]
  return {
    nodes: model.nodes.map(nodeType),
    statement: statementType(model.statements),
    enums: firstOfEachName(specs.flatMap(([, { type }]) => ('codes' in type ? [enumType(type.codes as CodeList)] : []))), // only codeFrom() sets `codes`
    values: firstOfEachName(specs.flatMap(([, spec]) => (isObject(spec) ? [valueType(spec)] : []))),
  }
}

const nodeType = ({ name, doc, properties }: NodeKind): ObjectDescriptor => ({
  name,
  doc,
  fields: shown(properties).flatMap(([property, spec]) => fieldsOf(property, spec, !spec.required)),
})

function statementType(kinds: readonly StatementKind[]): ObjectDescriptor {
  const fields = new Map<string, FieldDescriptor>()
  for (const kind of kinds) {
    for (const [property, spec] of shown(allProperties(kind))) {
      const inEveryKind = kinds.every((other) => allProperties(other)[property] === spec)
      for (const field of fieldsOf(property, spec, !(spec.required && inEveryKind))) {
        const known = fields.get(field.name)
        if (known && known.type !== field.type) throw new Error(`Statements disagree on ${field.name}: ${known.type} and ${field.type}.`)
        if (!known) fields.set(field.name, field)
      }
    }
  }
  return { name: 'Statement', doc: 'One statement of one source about one relation. Statements that disagree stand side by side.', fields: [...fields.values()] }
}

/** `Quantity` of the API hangs together as one object; coordinates { lat lon } become one, too. */
const isObject = ({ type }: PropertySpec): boolean => !('' in type.api)
const typeName = (name: string): string => name.replaceAll(/(^|[ -])(\w)/g, (_whole, _gap, letter: string) => letter.toUpperCase())

function valueType({ type }: PropertySpec): ObjectDescriptor {
  const fields = Object.entries(type.api).map(([part, api]): FieldDescriptor => ({
    name: part,
    ...parsed(api),
    nullable: false,
    doc: type.columns.find(({ suffix }) => suffix === part)?.doc ?? '',
    read: (value) => partOf(value, part),
  }))
  return { name: typeName(type.name), doc: type.doc, fields }
}

function fieldsOf(property: string, spec: PropertySpec, nullable: boolean): FieldDescriptor[] {
  const valueOf = (record: object): unknown => partOf(record, property)
  const doc = spec.sameAs === undefined ? spec.doc : `${spec.doc} Same as ${spec.sameAs}.`
  if (isObject(spec)) return [{ name: property, type: typeName(spec.type.name), list: false, nullable, doc, read: valueOf }]
  return Object.entries(spec.type.api).map(([suffix, api]): FieldDescriptor => {
    const { type, list } = property === 'id' ? { type: 'ID', list: false } : parsed(api)
    const shape = { name: property + suffix, type, list, nullable: nullable && !list }
    if (suffix !== '') return { ...shape, doc: `How exact ${property} is.`, read: (record) => partOf(valueOf(record), suffix.charAt(0).toLowerCase() + suffix.slice(1)) }
    return { ...shape, doc, read: (record) => (list ? (valueOf(record) ?? []) : written(type, valueOf(record))) }
  })
}

/** '[String!]' → list of String. */
function parsed(api: string): { readonly type: string; readonly list: boolean } {
  const inner = /^\[(\w+)!\]$/.exec(api)?.[1]
  return inner === undefined ? { type: api, list: false } : { type: inner, list: true }
}

/** A value as the API writes it: an imprecise date as its first day (its precision is a field of its own), a share with both bounds. */
function written(type: string, value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  if (type === 'Date') return typeof value === 'string' ? value : earliestDay(value as ImpreciseDate) // the two types of value with api Date
  if (type === 'Interval') return statedInterval(value as ShareInterval) // the type of value with api Interval
  return value
}

/** The bounds of a stated share, fractions 0–1. An interest without a lower bound is more than nothing. */
export const statedInterval = ({ min, max, minExclusive, maxExclusive }: ShareInterval) => ({
  low: min ?? 0,
  high: max ?? 1,
  lowExclusive: minExclusive ?? min === undefined,
  highExclusive: maxExclusive ?? false,
  statedOnly: true,
})

export const enumType = ({ name, doc, codes }: CodeList): EnumDescriptor => ({
  name,
  doc,
  values: codes.map((value) => ({ name: enumName(value.code), code: value.code, doc: value.doc })),
})

const shown = (properties: Properties): [string, PropertySpec][] => Object.entries(properties).filter(([, { hidden, internal }]) => !hidden && !internal)
const partOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined
const firstOfEachName = <T extends { readonly name: string }>(all: readonly T[]): T[] => [...new Map([...all].reverse().map((one) => [one.name, one])).values()].reverse()
