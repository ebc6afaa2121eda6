/** An answer as its stored question returns it: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonRecord
export interface JsonRecord { readonly [name: string]: Json }

export const isRecord = (value: Json | undefined): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** A statement with its source, as the fragment Claim brings it. */
export interface Claim extends JsonRecord { readonly key: string; readonly sentence: string; readonly grade: string; readonly status: string; readonly source: JsonRecord }
export const isClaim = (value: JsonRecord): value is Claim =>
  typeof value['key'] === 'string' && typeof value['grade'] === 'string' && typeof value['status'] === 'string' && isRecord(value['source'])

/** Every statement inside a part of an answer, each once with all that is said of it, in order of appearance. */
export function claimsIn(part: Json): Claim[] {
  const found = new Map<string, Claim>()
  const open: Json[] = [part]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isList(value)) open.push(...[...value].reverse())
    else if (isRecord(value)) {
      if (isClaim(value)) found.set(value.key, { ...found.get(value.key), ...value }) // some places show less of a statement than others
      open.push(...Object.values(value).reverse())
    }
  }
  return [...found.values()]
}

/** Lists whose members are the rows of an answer, in the order they are looked for; `best` has a list of pairs inside. */
const LISTS = ['edges', 'items', 'holders', 'pairs', 'periods', 'rows', 'reasons', 'byMarket', 'best'] as const
type ListName = (typeof LISTS)[number]
const namedList = (answer: JsonRecord, name: ListName): Json | undefined => {
  const value = answer[name]
  return name === 'best' && isRecord(value) ? value['pairs'] : value
}
const listOf = (answer: JsonRecord): ListName | undefined => LISTS.find((name) => isList(namedList(answer, name)))

/** The members of an answer a reader would count: rows of a ranking, holders, pairs, periods, changes, markets. */
export function itemsOf(answer: JsonRecord): JsonRecord[] {
  const name = listOf(answer)
  const list = name === undefined ? [] : namedList(answer, name)
  const records = isList(list) ? list.filter(isRecord) : []
  return name === 'edges' ? records.map((edge) => edge['node']).filter(isRecord) : records
}

/** Notes on the law of the countries an answer is about: they rest on laws, not on the sources of the rows. */
const LAW = ['jurisdictions', 'lawfulMeansHere', 'lawfulMeansThere'] as const
export const lawIn = (answer: JsonRecord): JsonRecord[] => LAW.flatMap((name) => answer[name] ?? []).filter(isRecord)

/** Lists inside a field of an answer that are not said of it as a whole: its members, and counts behind which no one statement stands. */
const INNER: Readonly<Record<string, string>> = { best: 'pairs', coverageHere: 'byDomain', coverageThere: 'byDomain' }
const without = (value: Json, name: string | undefined): Json =>
  name === undefined || !isRecord(value) ? value : Object.fromEntries(Object.entries(value).filter(([field]) => field !== name))

/** What an answer says as a whole, beside its members, the law and how it was made. */
export function bodyOf(answer: JsonRecord): JsonRecord {
  const list = listOf(answer)
  const apart: ReadonlySet<string> = new Set(['__typename', 'basis', 'pageInfo', ...LAW, ...(list === undefined || list === 'best' ? [] : [list])])
  return Object.fromEntries(Object.entries(answer).flatMap(([field, value]) => (apart.has(field) ? [] : [[field, without(value, INNER[field])]])))
}

/** Keys of statements that are part of a contradiction named in the answer. */
export const contestedKeys = (answer: JsonRecord): ReadonlySet<string> => new Set(isList(answer['conflicts']) ? claimsIn(answer['conflicts']).map(({ key }) => key) : [])
