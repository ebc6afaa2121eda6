import type { Json, JsonRecord } from './answer-parts.ts'
import { isList, isRecord } from './answer-parts.ts'

export type Cell = string | number | boolean | undefined
export type Row = Readonly<Record<string, Cell>>
/** Shares are percent in tables for people and fractions in JSON. */
export type ShareUnit = 'percent' | 'fraction'

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const isInterval = (value: JsonRecord): boolean => typeof value['low'] === 'number' && typeof value['high'] === 'number' && 'lowExclusive' in value
const isNamed = (value: JsonRecord): boolean => typeof value['id'] === 'string'

/** A fraction in the unit asked for; percent without the noise of binary numbers. */
export const shareCell = (fraction: number, unit: ShareUnit): number => (unit === 'fraction' ? fraction : Number((fraction * 100).toPrecision(12)))

/** Bounds as columns of their own, with the unit in their name where it is not the fraction of the API. */
export function intervalCells(name: string, value: JsonRecord, unit: ShareUnit): Record<string, Cell> {
  const suffix = unit === 'percent' ? '_percent' : ''
  return {
    [`${name}_low${suffix}`]: shareCell(Number(value['low']), unit), [`${name}_high${suffix}`]: shareCell(Number(value['high']), unit),
    [`${name}_low_exclusive`]: value['lowExclusive'] === true, [`${name}_high_exclusive`]: value['highExclusive'] === true,
  }
}

/**
 * One member of an answer as columns: scalars as they are, bounds and named things as several columns, lists of names
 * joined. What opens into paths and statements is left out: statements have rows of their own.
 */
export function flatItem(item: JsonRecord, unit: ShareUnit, prefix = ''): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [field, value] of Object.entries(item)) {
    if (field === '__typename') continue
    Object.assign(cells, cellsOf(`${prefix}${snake(field)}`, value, unit))
  }
  return cells
}

function cellsOf(name: string, value: Json, unit: ShareUnit): Record<string, Cell> {
  if (value === null) return { [name]: undefined }
  if (isList(value)) {
    if (value.every((one) => typeof one === 'string' || typeof one === 'number')) return { [name]: value.join('; ') }
    const named = value.filter(isRecord)
    if (named.length === value.length && named.every((one) => isNamed(one) && typeof one['name'] === 'string')) return { [`${name}_ids`]: named.map((one) => one['id']).join('; '), [name]: named.map((one) => one['name']).join('; ') }
    const sentences = named.flatMap((one) => (typeof one['sentence'] === 'string' && !('key' in one) ? [one['sentence']] : []))
    return sentences.length === value.length && sentences.length > 0 ? { [name]: sentences.join(' ') } : {}
  }
  if (!isRecord(value)) return { [name]: value }
  if (isInterval(value)) return intervalCells(name, value, unit)
  if ('key' in value && 'grade' in value) return { [`${name}_key`]: String(value['key']) }
  if (isNamed(value)) return { [`${name}_id`]: String(value['id']), [name]: typeof value['name'] === 'string' ? value['name'] : undefined }
  return flatItem(value, unit, `${name}_`)
}
