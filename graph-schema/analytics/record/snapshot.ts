/** No day is stated. Days are whole days since 1970-01-01 (UTC), negative before. */
export const NO_DAY = -2_147_483_648
/** How exactly a day is known: a month and a year stand for their first day. */
export const DayPrecision = { NONE: 0, DAY: 1, MONTH: 2, YEAR: 3 } as const

/** Bits of a stated interval: which bounds are stated, and which of them exclude themselves. */
export const BoundFlag = { MIN: 1, MAX: 2, MIN_EXCLUSIVE: 4, MAX_EXCLUSIVE: 8 } as const

/**
 * Nodes as parallel arrays; the index of a node is its position. Labels follow each other in the order
 * organisations, sites, brands, places, sources, and within a label nodes are in order of their id, so that the same facts
 * give the same indices whatever the order they were written in.
 */
export interface NodeColumns {
  readonly count: number
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** Position in {@link Snapshot.labels}. */
  readonly label: Uint8Array
  /** Position of the first node of a label, by position of the label; one more element than labels. */
  readonly labelStart: Int32Array
  /** Kind as index into {@link Snapshot.texts}; 0 is the empty text. */
  readonly kind: Int32Array
  /** Domain of a site or brand, 1 + position in {@link Snapshot.domains}; 0 for anything else. */
  readonly domain: Uint8Array
  /** Index into texts: ISO 3166-1 alpha-2, or 0. */
  readonly country: Int32Array
  /** WGS 84 degrees; NaN where unknown. */
  readonly lat: Float64Array
  readonly lon: Float64Array
  /** Index into texts: ISIC or NACE code of a site, or 0. */
  readonly industryCode: Int32Array
  /** 1 + position in the model's classes that are protected (water, hospitals, …); 0 for anything else. */
  readonly protectedClass: Uint8Array
  /** Inhabitants of a place; NaN where unknown. */
  readonly population: Float64Array
  /** Index into texts: IANA time zone of a place, or 0. */
  readonly timeZone: Int32Array
  /** Index into texts: working languages of a place (BCP 47) in alphabetical order, joined by bars, or 0. */
  readonly languages: Int32Array
}

/** Statements of all types as parallel arrays. Nothing is filtered: dates and grades are applied by a view. */
export interface StatementColumns {
  readonly count: number
  /** Position in {@link Snapshot.types}. */
  readonly type: Uint8Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** Fractions 0–1, of OWNS, of a receiver's supply and of revenue (DEPENDS_ON); NaN where the bound is not stated. `bounds` says which bounds are stated and exclusive. */
  readonly shareMin: Float64Array
  readonly shareMax: Float64Array
  readonly shareBounds: Uint8Array
  readonly votesMin: Float64Array
  readonly votesMax: Float64Array
  readonly votesBounds: Uint8Array
  /** 1 + position in {@link Snapshot.interests}; 0 for other types. */
  readonly interest: Uint8Array
  /** 1 when the source states an indirect interest. */
  readonly indirect: Uint8Array
  /** Position in {@link Snapshot.statuses}. */
  readonly status: Uint8Array
  /** Position in {@link Snapshot.grades}, strongest first. */
  readonly grade: Uint8Array
  /** First day each date can mean, or {@link NO_DAY}, with its {@link DayPrecision}. */
  readonly validFrom: Int32Array
  readonly validFromPrecision: Uint8Array
  readonly validTo: Int32Array
  readonly validToPrecision: Uint8Array
  readonly asOf: Int32Array
  readonly asOfPrecision: Uint8Array
  readonly retrievedOn: Int32Array
  /** Node index of the source, or −1 when it is not among the nodes. */
  readonly source: Int32Array
  /** 1 + position in {@link Snapshot.judgements} of a judgement about two records; 0 for other types. */
  readonly judgement: Uint8Array
  /** A figure: of a site (LOCATED_IN), shops of a brand (SOLD_IN), volume (SUPPLIES), money (FUNDS), published (STATES_FIGURE); NaN where not stated. */
  readonly amount: Float64Array
  /** Unit or currency of the figure and what it measures, which commodity flows or what kind of money it is, as indices into texts; 0 where not stated. */
  readonly unit: Int32Array
  readonly measure: Int32Array
  /** Most that can flow (SUPPLIES), in the unit of the figure; NaN where not stated. */
  readonly capacity: Float64Array
  /** Time the volume and capacity of a flow are for, as index into texts. */
  readonly period: Int32Array
  /** Year of the figure; 0 where not stated. */
  readonly year: Int16Array
  /** Domain a published total is for, 1 + position in {@link Snapshot.domains}; 0 for anything else. */
  readonly domain: Uint8Array
}

/**
 * Everything on record at one moment, as typed arrays with interned texts: the one thing analytics read.
 * `version` is the same for the same facts and changes with any of them.
 */
export interface Snapshot {
  readonly version: string
  readonly nodes: NodeColumns
  readonly statements: StatementColumns
  /** Interned texts; texts[0] is empty. */
  readonly texts: readonly string[]
  /** Code lists the columns point into. */
  readonly labels: readonly string[]
  readonly types: readonly string[]
  readonly interests: readonly string[]
  readonly statuses: readonly string[]
  readonly grades: readonly string[]
  readonly domains: readonly string[]
  readonly judgements: readonly string[]
  readonly indexOf: (id: string) => number | undefined
  /** Key of a statement, as the store knows it. */
  readonly keyOf: (statement: number) => string
  /** Negative, 0 or positive as the keys of two statements follow each other. */
  readonly compareKeys: (a: number, b: number) => number
}
