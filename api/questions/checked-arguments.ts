import type { Domain, Grade } from '#model/code-lists.ts'
import { DOMAINS } from '#model/code-lists.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { notFound, refuse } from './refused.ts'

/** Grades that count unless others are asked for. */
export const DEFAULT_GRADES: readonly Grade[] = ['register', 'document', 'reported']
const FIRST_DATE = '1900-01-01'
const YEARS_AHEAD = 10

/** Index of a node with one of the labels. Refuses an unknown id, and an id of something else. */
export function nodeArgument({ indexOf, labels, nodes }: Snapshot, field: string, id: string, wanted: readonly string[]): number {
  const words = wanted.map((label) => label.toLowerCase()).join(' or ')
  const node = indexOf(id)
  if (node === undefined) notFound(field, id, words, otherwiseWritten(id).find((one) => indexOf(one) !== undefined))
  const label = labels[nodes.label[node]!]!
  if (!wanted.includes(label)) refuse(field, `${id} is ${withArticle(label.toLowerCase())}`, `Give the id of ${withArticle(words)}.`)
  return node
}

/** Ways to write an id whose letters or blanks went astray: schemes are small letters, codes often capitals. */
function otherwiseWritten(id: string): string[] {
  const [, scheme = '', rest = ''] = /^\s*([^:\s]+)\s*:\s*(\S.*?)\s*$/s.exec(id) ?? []
  return scheme === '' ? [] : [rest, rest.toUpperCase(), rest.toLowerCase()].map((code) => `${scheme.toLowerCase()}:${code}`)
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

/** The date asked for, or today; a real day between 1900 and ten years ahead. */
export function dateArgument(asOf: string | undefined, today: string, field = 'asOf'): string {
  if (asOf === undefined) return today
  const hint = `Give a day as YYYY-MM-DD between ${FIRST_DATE} and ${lastDate(today)}.`
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || parseImpreciseDate(asOf)?.precision !== 'day') refuse(field, `“${asOf.slice(0, 40)}” is not a day of the calendar`, hint)
  if (dayNumber(asOf) < dayNumber(FIRST_DATE) || dayNumber(asOf) > dayNumber(lastDate(today))) refuse(field, `${asOf} is out of range`, hint)
  return asOf
}

const lastDate = (today: string): string => `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`

export function gradesArgument(grades: readonly Grade[] | undefined): readonly Grade[] {
  if (grades === undefined) return DEFAULT_GRADES
  if (grades.length === 0) refuse('grades', 'no grade is given', `Leave it out for ${DEFAULT_GRADES.join(', ')}, or name at least one.`)
  return grades
}

/** A number from 0 to 1, or its default. */
export function fractionArgument(field: string, value: number | undefined, standard: number): number {
  if (value === undefined) return standard
  if (!(value >= 0 && value <= 1)) refuse(field, `${value} is outside 0–1`, 'Give a fraction from 0 to 1.')
  return value
}

/** Number of rows wanted, 1–100. */
export function firstArgument(first: number): number {
  if (!(Number.isInteger(first) && first >= 1 && first <= 100)) refuse('first', `first is ${first}`, 'Ask for 1 to 100 rows.')
  return first
}

/** Code of a domain as snapshots write it: 1 + position. */
export const domainCode = (domain: Domain): number => 1 + DOMAINS.codes.findIndex(({ code }) => code === domain)
export const domainOfCode = (code: number): Domain => DOMAINS.codes[code - 1]!.code

/** Weights of domains: one domain alone, the weights given, or undefined for "all the same". */
export function weightsArgument(
  domain: Domain | undefined,
  weights: readonly { readonly domain: Domain; readonly weight: number }[] | undefined,
): ReadonlyMap<number, number> | undefined {
  if (weights === undefined || weights.length === 0) return domain === undefined ? undefined : new Map([[domainCode(domain), 1]])
  const byDomain = weightsByName(
    weights.map(({ domain: of, weight }) => [of, weight]),
    'domain',
  )
  const counted = new Map([...byDomain].flatMap(([of, weight]) => (domain === undefined || of === domain ? [[domainCode(of), weight]] : [])))
  refuseNoWeight(counted.values(), 'domain that is asked for')
  return counted
}

/** Larger weights would add up to more than a number can hold, and then nothing would have any. */
const MOST_WEIGHT = 1e9

/** Weights as they are given: numbers from 0 to {@link MOST_WEIGHT}, each name once. */
export function weightsByName<N extends string>(weights: readonly (readonly [name: N, weight: number])[], noun: string): ReadonlyMap<N, number> {
  const byName = new Map<N, number>()
  for (const [name, weight] of weights) {
    if (!(weight >= 0 && weight <= MOST_WEIGHT)) refuse('weights', `the weight of ${name} is ${weight}`, 'Give numbers from 0 to 1,000,000,000.')
    if (byName.has(name)) refuse('weights', `${name} is given twice`, `Give each ${noun} once.`)
    byName.set(name, weight)
  }
  return byName
}

/** Refuses weights none of which is above 0. */
export function refuseNoWeight(weights: Iterable<number>, noun: string): void {
  if (![...weights].some((weight) => weight > 0)) refuse('weights', 'they add up to 0', `Give at least one ${noun} a weight above 0.`)
}
