import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { rowsOfLists } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { GRADES } from '#model/code-lists.ts'
import type { Grade } from '#model/code-lists.ts'
import type { StatementType } from '#model/model.ts'
import { clustersOf } from './clusters.ts'
import { dayNumber } from './day-number.ts'
import { effectiveStakes } from './effective-stakes.ts'
import { differentFullParents } from './full-parents.ts'
import { countedStatements } from './in-force.ts'
import type { Reading } from './latest-reading.ts'
import { latestReading } from './latest-reading.ts'
import { linksOf } from './links.ts'
import { publishedFigures, revenueShares } from './published-figures.ts'
import { keepWordOf } from './word-of-source.ts'
import { siteFigures } from './site-figures.ts'
import { labelCode, typeCode } from './snapshot-codes.ts'

export interface ViewOptions {
  /** The date asked for, YYYY-MM-DD. */
  readonly asOf: string
  readonly grades: readonly Grade[]
  /** The day of asking, from which the age of sources is counted. */
  readonly today: string
  /** How imprecise dates are read; the first day they can mean unless said otherwise. */
  readonly reading?: Reading
  /** Node of a source: where sources contradict each other, only its word counts. */
  readonly source?: number
}

/** Views kept per snapshot; a reader moves between few dates. */
const KEPT_VIEWS = 6
const viewsOf = new WeakMap<Snapshot, Map<string, OwnershipView>>()

/** The view of a snapshot at a date, for a set of grades; the last few are kept. Building one takes O(n log n). */
export function viewAt(snapshot: Snapshot, options: ViewOptions): OwnershipView {
  const grades = [...new Set(options.grades)].sort()
  const name = [options.asOf, options.today, options.reading ?? 'earliest', options.source ?? '', ...grades].join(' ')
  const views = viewsOf.get(snapshot) ?? new Map<string, OwnershipView>()
  viewsOf.set(snapshot, views)
  const view = views.get(name) ?? viewOf(snapshot, options)
  views.delete(name)
  views.set(name, view)
  if (views.size > KEPT_VIEWS) views.delete(views.keys().next().value!) // the map is in order of last use
  return view
}

/**
 * As {@link viewAt}, made anew.
 * @param keep 1 for statements that may count at all; omitted: every statement
 */
export function viewOf(base: Snapshot, options: ViewOptions, keep?: Uint8Array): OwnershipView {
  const { asOf, grades, today, reading = 'earliest', source } = options
  const snapshot = reading === 'latest' ? latestReading(base) : base
  const day = dayNumber(asOf)
  const gradeCodes = new Set(grades.map((grade) => GRADES.codes.findIndex(({ code }) => code === grade)))
  const { counts, leftOut, inForce } = countedStatements(snapshot, day, gradeCodes, dayNumber(today))
  if (keep !== undefined) for (let at = 0; at < counts.length; at++) counts[at]! &= keep[at]!
  const { canonical, members, judgements } = clustersOf(snapshot, counts)
  if (source !== undefined) {
    const { source: _, ...withoutSource } = options
    keepWordOf(snapshot, canonical, viewAt(base, withoutSource).disagreements, source, counts)
  }
  const { stakes, statements, disagreements } = effectiveStakes(snapshot, canonical, counts)
  const selected = (...types: StatementType[]) => selectedStatements(snapshot, counts, types)
  const located = selected('LOCATED_IN')
  const presences = linksOf(snapshot, canonical, selected('SOLD_IN'))
  return {
    snapshot, asOf: day, canonical, clusters: members, judgements, stakes, stakeStatements: statements,
    operations: linksOf(snapshot, canonical, selected('OPERATES', 'MANAGES')),
    brands: linksOf(snapshot, canonical, selected('BRAND_OF')),
    presences,
    supplies: linksOf(snapshot, canonical, selected('SUPPLIES')),
    locations: linksOf(snapshot, canonical, located),
    twinnings: linksOf(snapshot, canonical, selected('TWINNED_WITH')),
    bodies: linksOf(snapshot, canonical, selected('BODY_OF')),
    funds: linksOf(snapshot, canonical, selected('FUNDS')),
    parents: parentPlaces(snapshot, canonical, selected('PART_OF')),
    figures: siteFigures(snapshot, canonical, located, day),
    published: publishedFigures(snapshot, canonical, Array.from(selected('STATES_FIGURE')), day),
    revenueShares: revenueShares(snapshot, canonical, Array.from(selected('DEPENDS_ON')), day),
    shops: shopsOf(snapshot, presences),
    disagreements: [...disagreements, ...differentFullParents(stakes, statements)],
    leftOut, inForce,
  }
}

function selectedStatements({ statements: { type, count } }: Snapshot, counts: Uint8Array, types: readonly StatementType[]): Int32Array {
  const isSelected = new Uint8Array(256) // by type code
  for (const one of types) isSelected[typeCode(one)] = 1
  const found = new Int32Array(count)
  let length = 0
  for (let statement = 0; statement < count; statement++) if (counts[statement] === 1 && isSelected[type[statement]!] === 1) found[length++] = statement
  return found.slice(0, length)
}

/** Larger places of every place; where none is stated, the country it is in. */
function parentPlaces(snapshot: Snapshot, canonical: Int32Array, selected: Int32Array) {
  const { nodes, statements, texts, indexOf } = snapshot
  const first = nodes.labelStart[labelCode('Place')]!
  const end = nodes.labelStart[labelCode('Place') + 1]!
  const none: number[] = [] // what is no place lies in no larger one; one list for all of them
  const parents = Array.from({ length: nodes.count }, (_, node) => (node >= first && node < end ? [] as number[] : none))
  for (const statement of selected) {
    const from = canonical[statements.from[statement]!]!
    const to = canonical[statements.to[statement]!]!
    if (from !== to && !parents[from]!.includes(to)) parents[from]!.push(to)
  }
  for (let place = first; place < end; place++) {
    const country = indexOf(`iso3166:${texts[nodes.country[place]!]}`)
    const inCountry = country === undefined ? undefined : canonical[country]!
    if (canonical[place] === place && parents[place]!.length === 0 && inCountry !== undefined && inCountry !== place) parents[place]!.push(inCountry)
  }
  return rowsOfLists(parents.map((list) => list.sort((a, b) => a - b)))
}

/** The latest number of shops of each presence of a brand. */
function shopsOf({ statements }: Snapshot, presences: OwnershipView['presences']): ReadonlyMap<number, number> {
  const shops = new Map<number, number>()
  for (let link = 0; link < presences.count; link++) {
    const supported = presences.statements.items.subarray(presences.statements.start[link], presences.statements.start[link + 1])
    const stated = supported.find((statement) => !Number.isNaN(statements.amount[statement]!))
    if (stated !== undefined) shops.set(link, statements.amount[stated]!)
  }
  return shops
}
