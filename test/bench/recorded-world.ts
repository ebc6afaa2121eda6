import type { ImpreciseDate } from '../../graph-schema/model/values/imprecise-date.ts'
import type { SnapshotSource } from '../../graph-schema/snapshot/build-snapshot.ts'
import { madeRows } from './made-rows.ts'
import { holdingsWorld } from './world.ts'

/** Sites among the nodes, and sites per place. */
const SITE_SHARE = 0.2
const SITES_PER_PLACE = 100
/** Numbers in ids have the same length: a store gives nodes in order of id. With at most 12 characters the runtime makes each a text of its own, as an engine does. */
const FIRST = 1_000_000
const SOURCES = 500
const SOURCE_IDS = Array.from({ length: SOURCES }, (_, at) => `src:${FIRST + at}`)
export const RECORDED_ON = '2026-10-01'

export interface RecordedWorld {
  readonly source: SnapshotSource
  /** The same holdings everywhere. */
  readonly checksum: string
}

/**
 * A world as a store would give it: four fifths companies that hold each other as in {@link holdingsWorld}, one fifth sites
 * with an owner, an operator, a manager, a place with a figure, and a receiver of what they make. About five statements per
 * node, most with a date; each company has a majority owner.
 */
export function recordedWorld(size: number): RecordedWorld {
  const sites = Math.max(1, Math.floor(size * SITE_SHARE))
  const companies = size - sites
  const places = Math.ceil(sites / SITES_PER_PLACE)
  const { from, to, checksum } = holdingsWorld(companies)
  const shares = sharesIn(to, companies)
  const company = (node: number) => `org:${FIRST + node % companies}`
  const site = (node: number) => `site:${FIRST + node % sites}`
  const place = (node: number) => `city:${FIRST + node % places}`
  const source = madeRows({
    Organisation: { count: companies, row: (at) => ({ label: 'Organisation', id: company(at), name: `Company ${at}`, nameKey: `company ${at}`, kind: 'company', country: 'NL' }) },
    Site: { count: sites, row: (at) => ({ label: 'Site', id: site(at), name: `Terminal ${at}`, nameKey: `terminal ${at}`, kind: 'port terminal', precision: 'exact', coordinates: { lat: at % 90, lon: at % 180 } }) },
    Place: { count: places, row: (at) => ({ label: 'Place', id: place(at), name: `City ${at}`, nameKey: `city ${at}`, kind: 'city' }) },
    Source: { count: SOURCES, row: (at) => ({ label: 'Source', id: SOURCE_IDS[at]!, name: `Register ${at}`, kind: 'register', retrievedOn: RECORDED_ON }) },
  }, {
    OWNS: {
      count: from.length + sites,
      row: (at, key) => (at < from.length ? { type: 'OWNS', from: company(from[at]!), to: company(to[at]!), interest: 'shareholding', share: shareOf(shares[at]!), asOf: dayOf(at), sourceId: sourceOf(at), ...SAID, key }
        : { type: 'OWNS', from: company(7 * at), to: site(at - from.length), interest: 'shareholding', asOf: dayOf(at), sourceId: sourceOf(at), ...SAID, key }),
    },
    OPERATES: { count: sites, row: (at, key) => ({ type: 'OPERATES', from: company(3 * at), to: site(at), validFrom: dayOf(at), sourceId: sourceOf(at), ...SAID, key }) },
    MANAGES: { count: sites, row: (at, key) => ({ type: 'MANAGES', from: company(11 * at), to: site(at), sourceId: sourceOf(at), ...SAID, key }) },
    LOCATED_IN: { count: sites, row: (at, key) => ({ type: 'LOCATED_IN', from: site(at), to: place(at), capacity: { amount: 1_000 + at, unit: 'TEU/year', measure: 'capacity', year: 2020 }, sourceId: sourceOf(at), ...SAID, key }) },
    SUPPLIES: { count: sites, row: (at, key) => ({ type: 'SUPPLIES', from: site(at), to: site(at + 1), commodity: 'grain', volume: at + 1, unit: 't', sourceId: sourceOf(at), ...SAID, key }) },
  })
  return { source, checksum }
}

const SAID = { grade: 'reported', status: 'in force', retrievedOn: RECORDED_ON, importIds: ['imp:bench'] } as const
const sourceOf = (at: number) => SOURCE_IDS[at % SOURCES]!

const shareOf = (share: number) => ({ min: share, max: share })

/** The first holder of each company has a majority, the others up to a tenth each; together they have at most everything. */
function sharesIn(to: Int32Array, companies: number): Float64Array {
  const isHeld = new Uint8Array(companies)
  const shares = new Float64Array(to.length)
  for (let at = 0; at < to.length; at++) {
    shares[at] = isHeld[to[at]!] === 1 ? ((at % 10) + 1) / 100 : 0.51
    isHeld[to[at]!] = 1
  }
  return shares
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
/** Days of ten years. */
const DAYS = Array.from({ length: 3_360 }, (_, at): ImpreciseDate => ({ text: `${2015 + (at % 10)}-${twoDigits(1 + (at % 12))}-${twoDigits(1 + (at % 28))}`, precision: 'day' }))
const dayOf = (at: number) => DAYS[at % DAYS.length]!
