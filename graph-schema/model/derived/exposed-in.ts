import type { Grade } from '../code-lists.ts'
import { DOMAINS } from '../code-lists.ts'
import { required } from '../property.ts'
import type { Properties, ValuesOf } from '../property.ts'
import { codeFrom, day, decimal, flag, text, wholeNumber } from '../values/plain-values.ts'

const properties = {
  key: required(text, 'Run, organisation, place and domain.'),
  domain: required(codeFrom(DOMAINS), 'Field of life.'),
  measure: required(text, 'What was measured: sites, or a figure that all sites of the domain in the place have.'),
  unit: required(text, 'Unit of the measure.'),
  low: required(decimal, 'Least fraction 0–1 of the domain in the place that counts for the organisation.'),
  high: required(decimal, 'Most fraction 0–1.'),
  sites: required(wholeNumber, 'Sites and brand presences behind it.'),
  leaf: required(flag, 'True where no other place with data lies inside: only these may be added up over places.'),
  asOf: required(day, 'The day it holds for.'),
  run: required(text, 'Run that made it; rows of any run but the one marked complete are to be ignored.'),
  dataVersion: required(text, 'Version of the facts it was made from.'),
} as const satisfies Properties

/**
 * What the atlas computed and wrote back for people who query the graph directly. No statement: it has no source of its
 * own, leaves out what rests on protected sites, is left out of backups and of the version of the data, and is dropped when an import is undone.
 */
export const ExposedIn = {
  name: 'EXPOSED_IN', from: 'Organisation', to: 'Place', label: 'is exposed in',
  doc: 'Exposure of a place to an organisation by group control, one relationship per domain. Made by `npm run index:write`.',
  properties,
} as const

/** One relationship as a plain value, without what its run says. */
export type Exposure = { readonly from: string; readonly to: string } & Omit<ValuesOf<typeof properties>, 'key' | 'asOf' | 'run' | 'dataVersion'>

/** Exposures by a complete run, and the day it was made for, YYYY-MM-DD. */
export interface ExposuresFound { readonly run: string; readonly asOf: string; readonly exposures: readonly Exposure[] }

/** What a set of exposures was made from. */
export interface ExposureRun { readonly dataVersion: string; readonly asOf: string; readonly grades: readonly Grade[] }
