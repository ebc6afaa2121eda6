/** Everything a view depends on is in its address; a missing part means the default, so short addresses stay short. */
export const GRADES = ['register', 'document', 'reported', 'claimed', 'inferred'] as const
export type GradeName = (typeof GRADES)[number]
export const DEFAULT_GRADES: readonly GradeName[] = ['register', 'document', 'reported']
export const LISTS = ['controllers', 'financiers', 'suppliers'] as const
export type ListName = (typeof LISTS)[number]
export const DOMAIN_NAMES = ['port', 'data-centre', 'housing', 'brand', 'industry', 'energy', 'other'] as const
export type DomainName = (typeof DOMAIN_NAMES)[number]
export const LANGUAGES = ['en', 'de', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

export interface FrameSearch {
  lang?: Language
  theme?: 'light' | 'dark'
  asOf?: string
  /** Grade names joined by commas, strongest first. */
  grades?: string
}
export interface StartSearch { here?: string; there?: string }
export interface PlacesSearch {
  here?: string
  there?: string
  list?: ListName
  domain?: DomainName
  /** Organisation whose row is open. */
  row?: string
  /** Site here and site there, joined by "~". */
  pair?: string
  view?: 'table'
}

type Raw = Record<string, unknown>
const oneOf = <const T extends readonly string[]>(allowed: T, value: unknown): T[number] | undefined => allowed.find((item) => item === value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined)
const day = (value: unknown): string | undefined => {
  const written = text(value)
  return written && /^\d{4}-\d{2}-\d{2}$/.test(written) && new Date(`${written}T00:00:00Z`).toJSON()?.startsWith(written) ? written : undefined
}
/** Leaves out what is absent, so that `{}` and the default view are the same address. */
function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T // the same keys, without undefined
}

/** Grades in their fixed order; undefined when they are the default or none is known. */
export function gradesParam(names: readonly string[]): string | undefined {
  const known = GRADES.filter((grade) => names.includes(grade))
  return known.length === 0 || known.join() === DEFAULT_GRADES.join() ? undefined : known.join()
}
export const gradesOf = (param: string | undefined): readonly GradeName[] => (param ? GRADES.filter((grade) => param.split(',').includes(grade)) : DEFAULT_GRADES)

export const frameSearch = (raw: Raw): FrameSearch =>
  present<FrameSearch>({
    lang: oneOf(LANGUAGES, raw['lang']),
    theme: oneOf(['light', 'dark'] as const, raw['theme']),
    asOf: day(raw['asOf']),
    grades: gradesParam(String(raw['grades'] ?? '').split(',')),
  })
export const startSearch = (raw: Raw): StartSearch => present<StartSearch>({ here: text(raw['here']), there: text(raw['there']) })
export const placesSearch = (raw: Raw): PlacesSearch =>
  present<PlacesSearch>({
    here: text(raw['here']), there: text(raw['there']), list: oneOf(LISTS, raw['list']), domain: oneOf(DOMAIN_NAMES, raw['domain']),
    row: text(raw['row']), pair: text(raw['pair']), view: oneOf(['table'] as const, raw['view']),
  })

/** Plain `key=value` pairs; ids stay readable (`unlocode:NLRTM`, `smdg:NLRTM/NLMVII`). */
export function stringifySearch(search: Raw): string {
  const pairs = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  const written = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',')}`)
  return written.length === 0 ? '' : `?${written.join('&')}`
}
export const parseSearch = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))
