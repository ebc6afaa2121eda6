import counties from './us-counties.json' with { type: 'json' }

/** State → name of county with its suffix → FIPS code; made by `npm run datasets:make` from us-atlas. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = counties
const plain = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim()
const byPlainName = new Map(Object.entries(TABLE).flatMap(([state, names]) => Object.entries(names).map(([name, fips]) => [`${state}/${plain(name)}`, fips] as const)))

/** FIPS code (5 digits) of a county or equivalent, `Loudoun County` in `VA`; undefined when the state has none of that name. */
export const countyIn = (state: string, name: string): string | undefined => byPlainName.get(`${state.toUpperCase()}/${plain(name)}`)
