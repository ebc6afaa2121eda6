import type { OwnershipView } from '../record/ownership-view.ts'
import { placesAbove } from '../record/place-tree.ts'
import { row } from '../parts/rows.ts'

/** Hours of a working day; two days that begin this far apart do not overlap. */
const WORKING_DAY = 8
const DAY_HOURS = 24

/** What two places should have in common, as the reader chooses. */
export interface FitWanted {
  /** A shared working language. */
  readonly languages: boolean
  /** Overlap for joint meetings, or the opposite for relays around the clock. */
  readonly timeZones: 'overlap' | 'relay' | undefined
}

/** K and what it rests on; a part is undefined where a place has no data, and then counts one half if it is wanted. */
export interface Fit {
  readonly fit: number
  readonly wanted: FitWanted
  readonly languages: number | undefined
  readonly sharedLanguages: readonly string[]
  readonly timeZones: number | undefined
  /** Difference on the clock, 0–12 hours. */
  readonly hoursApart: number | undefined
}

/** What counts for a part without data, and for a reader who wants nothing in particular. */
export const NEUTRAL_FIT = 0.5

/** K: the mean of the parts wanted; {@link NEUTRAL_FIT} where none is. Time O(places above). */
export function twinFit(view: OwnershipView, here: number, there: number, wanted: FitWanted): Fit {
  const { languages, timeZones } = wanted
  const [ours, theirs] = [languagesOf(view, here), languagesOf(view, there)]
  const sharedLanguages = ours.filter((language) => theirs.includes(language))
  const spoken = ours.length === 0 || theirs.length === 0 ? undefined : Number(sharedLanguages.length > 0)
  const hoursApart = hoursBetween(zoneOf(view, here), zoneOf(view, there), view.asOf)
  const overlap = hoursApart === undefined ? undefined : Math.max(0, WORKING_DAY - hoursApart) / WORKING_DAY
  const clock = overlap === undefined ? undefined : timeZones === 'relay' ? 1 - overlap : overlap
  const parts = [...(languages ? [spoken ?? NEUTRAL_FIT] : []), ...(timeZones === undefined ? [] : [clock ?? NEUTRAL_FIT])]
  return {
    fit: parts.length === 0 ? NEUTRAL_FIT : parts.reduce((sum, part) => sum + part, 0) / parts.length,
    wanted, languages: spoken, sharedLanguages, timeZones: timeZones === undefined ? undefined : clock, hoursApart,
  }
}

/** Working languages without their region, of the place or, where none are on record, of the smallest larger place that has some. */
export function languagesOf(view: OwnershipView, place: number): readonly string[] {
  const { nodes, texts } = view.snapshot
  let level = [place]
  const seen = new Set(level)
  while (level.length > 0) {
    const written = level.map((one) => texts[nodes.languages[one]!]!).filter((list) => list !== '')
    if (written.length > 0) return [...new Set(written.flatMap((list) => list.split('|').map((tag) => tag.split('-')[0]!.toLowerCase())))].sort()
    level = level.flatMap((one) => Array.from(row(view.parents, one))).filter((one) => !seen.has(one))
    for (const one of level) seen.add(one)
  }
  return []
}

/** Time zone of a place, or of a larger place that has one. */
const zoneOf = (view: OwnershipView, place: number): string | undefined =>
  [place, ...placesAbove(view, place)].map((one) => view.snapshot.texts[view.snapshot.nodes.timeZone[one]!]!).find((zone) => zone !== '')

/** Hours between two clocks on a day, 0–12; undefined for a zone that is not known. Summer time follows the day. */
export function hoursBetween(zone: string | undefined, other: string | undefined, day: number): number | undefined {
  const [first, second] = [offsetHours(zone, day), offsetHours(other, day)]
  if (first === undefined || second === undefined) return undefined
  const apart = Math.abs(first - second) % DAY_HOURS
  return Math.min(apart, DAY_HOURS - apart)
}

const offsets = new Map<string, number | undefined>()
function offsetHours(zone: string | undefined, day: number): number | undefined {
  if (zone === undefined) return undefined
  const name = `${zone} ${day}`
  if (!offsets.has(name)) offsets.set(name, readOffset(zone, new Date(day * 86_400_000 + 43_200_000)))
  return offsets.get(name)
}

/** Offset from UTC as the runtime writes it: "GMT+05:30". */
function readOffset(timeZone: string, at: Date): number | undefined {
  try {
    const written = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(written) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60)
  } catch (error) {
    if (error instanceof RangeError) return undefined // a name the runtime does not know
    throw error
  }
}
