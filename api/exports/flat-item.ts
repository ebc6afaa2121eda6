import type { Json, JsonRecord } from './answer-parts.ts'
import { isClaim, isList, isRecord } from './answer-parts.ts'

export type Cell = string | number | boolean | undefined
export type Row = Readonly<Record<string, Cell>>
/** Shares are percent in tables for people and fractions in JSON. */
export type ShareUnit = 'percent' | 'fraction'

/** A record in a list that is too much for one cell: it becomes a row of its own, beside the row it belongs to. */
export interface Part { readonly name: string; readonly record: JsonRecord }
/** A record as columns, and what its lists hold beyond them. */
export interface Flat { readonly cells: Readonly<Record<string, Cell>>; readonly parts: readonly Part[] }

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const isInterval = (value: JsonRecord): boolean => typeof value['low'] === 'number' && typeof value['high'] === 'number' && 'lowExclusive' in value
const isNamed = (value: JsonRecord): boolean => typeof value['id'] === 'string'
/** Sources have a title. */
const nameOf = ({ name, title }: JsonRecord): string | undefined => (typeof name === 'string' ? name : typeof title === 'string' ? title : undefined)
const isPath = (value: JsonRecord): boolean => isList(value['nodes']) && isList(value['statements'])

/** A fraction in the unit asked for; percent without the noise of binary numbers. */
export const shareCell = (fraction: number, unit: ShareUnit): number => (unit === 'fraction' ? fraction : Number((fraction * 100).toPrecision(12)))

/** Fields whose bounds are amounts in the unit the answer names, not shares. */
export const AMOUNTS: ReadonlySet<string> = new Set(['flow', 'volume', 'capacity', 'before', 'after', 'rerouted'])

/** Bounds as columns of their own, with the unit in their name where it is not the fraction of the API. */
export function intervalCells(name: string, value: JsonRecord, unit: ShareUnit): Record<string, Cell> {
  const suffix = unit === 'percent' ? '_percent' : ''
  return {
    [`${name}_low${suffix}`]: shareCell(Number(value['low']), unit), [`${name}_high${suffix}`]: shareCell(Number(value['high']), unit),
    [`${name}_low_exclusive`]: value['lowExclusive'] === true, [`${name}_high_exclusive`]: value['highExclusive'] === true,
  }
}

/**
 * A record as columns: scalars as they are, bounds and named things as several columns, lists of names and of sentences
 * joined. What opens into paths and statements is left out: statements have rows of their own. Other lists are parts, and
 * so are sentences that stand beside numbers.
 */
export function flatItem(item: JsonRecord, unit: ShareUnit, prefix = ''): Flat {
  const cells: Record<string, Cell> = {}
  const parts: Part[] = []
  for (const [field, value] of Object.entries(item)) {
    if (field === '__typename') continue
    const flat = flatValue(`${prefix}${snake(field)}`, value, AMOUNTS.has(field) ? 'fraction' : unit)
    Object.assign(cells, flat.cells)
    parts.push(...flat.parts)
  }
  return { cells, parts }
}

const only = (cells: Readonly<Record<string, Cell>>): Flat => ({ cells, parts: [] })

function flatValue(name: string, value: Json, unit: ShareUnit): Flat {
  if (value === null) return only({ [name]: undefined })
  if (isList(value)) return flatList(name, value)
  if (!isRecord(value)) return only({ [name]: value })
  if (isInterval(value)) return only(intervalCells(name, value, unit))
  if (isClaim(value)) return only({ [`${name}_key`]: value.key })
  if (isNamed(value)) return only({ [`${name}_id`]: String(value['id']), [name]: nameOf(value) })
  return flatItem(value, unit, `${name}_`)
}

function flatList(name: string, list: readonly Json[]): Flat {
  if (list.every((one) => typeof one === 'string' || typeof one === 'number')) return only({ [name]: list.join('; ') })
  const records = list.filter(isRecord)
  if (records.length < list.length) return only(cyclesCell(name, list))
  if (records.every((one) => isClaim(one) || isPath(one))) return only({})
  if (records.every((one) => isNamed(one) && typeof one['name'] === 'string'))
    return only({ [`${name}_ids`]: records.map((one) => one['id']).join('; '), [name]: records.map((one) => one['name']).join('; ') })
  const sentences = records.flatMap((one) => (typeof one['sentence'] === 'string' ? [one['sentence']] : []))
  const parts = records.map((record) => ({ name, record }))
  if (sentences.length < list.length) return { cells: {}, parts }
  return { cells: { [name]: sentences.join(' ') }, parts: records.some(hasFigures) ? parts : [] }
}

/** Whether a record says in numbers what its sentence says in words. */
const hasFigures = (record: JsonRecord): boolean => Object.values(record).some((value) =>
  typeof value === 'number' || (isRecord(value) && isInterval(value)) || (isList(value) && value.some((one) => isRecord(one) && !isClaim(one) && hasFigures(one))))

/** Rings of named things, one after the other. */
function cyclesCell(name: string, list: readonly Json[]): Record<string, Cell> {
  const rings = list.flatMap((ring) => (isList(ring) ? [ring.filter(isRecord).map((one) => String(one['name'])).join(' → ')] : []))
  return rings.length === list.length ? { [name]: rings.join('; ') } : {}
}
