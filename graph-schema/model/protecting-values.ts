import { protectedClassOf, protectedClassOfSector } from './protected-classes.ts'
import type { Coordinates } from './values/coordinates.ts'
import { decimalsOf, roundedFor } from './values/coordinates.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * What protects people of all that sources, or rows of one file, say of one record: a kind, code or sector of a protected
 * class wins over harmless ones, and a point is as rough as the roughest kind wants it. Whoever comes first, or says it more
 * often, cannot keep a hospital from being one, nor homes from being homes.
 *
 * @param chosen the record as it would be without
 * @param said every value of a property, in an order that does not depend on chance
 * @returns the properties that have to be others
 */
export function protectingValues(chosen: Values, said: (property: string) => readonly unknown[]): Values {
  const texts = (property: string) => said(property).filter((value) => typeof value === 'string')
  if (chosen['label'] === 'Organisation') return winner('sector', chosen, texts, (sector) => protectedClassOfSector(sector) !== undefined)
  if (chosen['label'] !== 'Site') return {}
  const kind = winner('kind', chosen, texts, isProtectedKind)
  const coded = isProtectedKind(String(kind['kind'] ?? chosen['kind']))
    ? {}
    : winner('industryCode', chosen, texts, (code) => protectedClassOf({ kind: String(chosen['kind']), industryCode: code }) !== undefined)
  return { ...kind, ...coded, ...roughest(chosen, texts('kind')) }
}

const isProtectedKind = (kind: string): boolean => protectedClassOf({ kind }) !== undefined

/** The first value that protects, unless the chosen one does. */
function winner(property: string, chosen: Values, texts: (property: string) => readonly string[], protects: (value: string) => boolean): Values {
  const now = chosen[property]
  if (typeof now === 'string' && protects(now)) return {}
  const found = texts(property).find(protects)
  return found === undefined ? {} : { [property]: found }
}

function roughest({ coordinates }: Values, kinds: readonly string[]): Values {
  const [kind] = [...kinds].sort((a, b) => decimalsOf(a) - decimalsOf(b))
  return coordinates === undefined || coordinates === null || kind === undefined ? {} : { coordinates: roundedFor(kind, coordinates as Coordinates) } // as the model declares it
}
