import { describe, expect, it } from 'vitest'
import { boundsAround, located, pointFeatures } from '../../web/map/site-features.ts'
import { arcPath } from '../../web/places/arc-path.ts'
import { pairKey, splitPair } from '../../web/places/pairs.ts'
import { domainsOf, leading, rankWords, rowsWith, sidePoints } from '../../web/places/rows.ts'
import type { RankedItem } from '../../web/places/rows.ts'
import { quietName } from '../../web/i18n/quiet-name.ts'
import { failureOf } from '../../web/states/failure-of.ts'
import { recentItems, withRecent } from '../../web/search/recent.ts'
import { webAddress } from '../../web/source/source-link.tsx'

const site = (id: string, lon = 4, lat = 52) => ({ id, name: id, kind: 'PORT_TERMINAL', domain: 'PORT', coordinates: { lon, lat }, precision: 'EXACT' })
const exposure = (domains: Record<string, number>, ...sites: string[]) => ({
  low: 0, high: 1, strongestDomain: Object.keys(domains)[0] ?? null, siteCount: sites.length,
  byDomain: Object.entries(domains).map(([domain, low]) => ({ domain, low, high: low, measure: 'sites', unit: 'sites', amount: null, total: null, totalIsMapped: true, sentence: `${domain} ${low}` })),
  sites: sites.map((id) => ({ site: site(id), presence: null, relation: 'OPERATES', controlledBy: 'MAJORITY', low: 1, high: 1 })),
})
//  Maersk: one terminal on both sides; Hutchison: two here, one there, homes there as well
const items = [
  { organisation: { id: 'maersk' }, rank: 1, rankLow: 1, rankHigh: 1, here: exposure({ PORT: 0.05 }, 'maasvlakte'), there: exposure({ PORT: 0.17 }, 'pier400') },
  { organisation: { id: 'hutchison' }, rank: 2, rankLow: 2, rankHigh: 4, here: exposure({ PORT: 0.3 }, 'delta', 'euromax'), there: exposure({ HOUSING: 0.2, PORT: 0.1 }, 'pier400') },
] as unknown as RankedItem[] // only what the functions read

describe('rows of a ranking', () => {
  it('speak of the strongest domain', () => {
    expect(leading(items[1]!.there)?.sentence).toBe('HOUSING 0.2')
    expect(leading({ byDomain: [], strongestDomain: null })).toBeUndefined()
  })
  it('say a rank as a range when shares are uncertain', () => {
    expect(items.map(rankWords)).toEqual(['1', '2–4'])
  })
  it('list a domain once, also when it is on one side only', () => {
    expect(domainsOf(items[1]!).map(({ domain, here, there }) => [domain, here?.low, there?.low])).toEqual([['PORT', 0.3, 0.1], ['HOUSING', undefined, 0.2]])
  })
  it('are found again from a site on the map', () => {
    expect(rowsWith(items, 'pier400')).toEqual(['maersk', 'hutchison'])
    expect(rowsWith(items, 'nowhere')).toEqual([])
  })
  it('draw every site on record once, those of no row faint', () => {
    const points = sidePoints([site('delta'), site('waalhaven')] as never, items, 'here')
    expect(points.map(({ id, faint }) => [id, faint ?? false])).toEqual([['waalhaven', true], ['maasvlakte', false], ['delta', false], ['euromax', false]])
  })
})

describe('homes of one owner in one place', () => {
  it('are a wide ring around the place, because nobody may know more', () => {
    const homes = [{ organisation: { id: 'landlord' }, here: { ...exposure({ HOUSING: 0.5 }), sites: [{ site: { ...site('homes'), coordinates: null } }] }, there: exposure({ HOUSING: 0.1 }) }] as unknown as RankedItem[]
    expect(sidePoints([], homes, 'here', { lat: 33.7, lon: -84.4 })).toEqual([{ id: 'homes', name: 'homes', lat: 33.7, lon: -84.4, wide: true }])
    expect(sidePoints([], homes, 'here', null)).toEqual([])
  })
})

describe('points on a map', () => {
  it('leave out what has no point instead of drawing it at 0, 0', () => {
    expect(located([site('a'), { ...site('b'), coordinates: null }]).map(({ id }) => id)).toEqual(['a'])
    expect(located([site('null island', 0, 0)])).toHaveLength(1)
  })
  it('are fitted with a least width, so that one site is seen in its surroundings', () => {
    const [west, south, east, north] = boundsAround([{ lon: 4, lat: 52 }])!
    expect(east - west).toBeCloseTo(0.16, 10)
    expect(north - south).toBeCloseTo(0.16, 10)
    expect(boundsAround([])).toBeUndefined()
  })
  it('become GeoJSON with longitude first', () => {
    expect(pointFeatures([{ id: 'a', name: 'A', lon: 4, lat: 52 }]).features[0]).toEqual({ type: 'Feature', geometry: { type: 'Point', coordinates: [4, 52] }, properties: { id: 'a', name: 'A', weight: 1, faint: false, wide: false } })
  })
})

describe('mirror pairs', () => {
  it('have an address of both sites', () => {
    expect(splitPair(pairKey('smdg:NLRTM/NLMVII', 'smdg:USLAX/APMT'))).toEqual({ here: 'smdg:NLRTM/NLMVII', there: 'smdg:USLAX/APMT' })
    expect(splitPair('one')).toBeUndefined()
    expect(splitPair(undefined)).toBeUndefined()
  })
  it('are joined by an arc that bows upwards, or sideways when the maps are stacked', () => {
    expect(arcPath({ x: 0, y: 100 }, { x: 400, y: 100 })).toBe('M0.0 100.0Q200.0 12.0 400.0 100.0')
    expect(arcPath({ x: 100, y: 0 }, { x: 100, y: 400 })).toBe('M100.0 0.0Q188.0 200.0 100.0 400.0')
  })
})

describe('failures', () => {
  it('tell a silent server from one that refuses, and keep the request id', () => {
    expect(failureOf({ networkError: new Error('down'), graphQLErrors: [] })).toEqual({ kind: 'unreachable', requestId: undefined, message: undefined })
    const masked = { message: 'Something failed here.', extensions: { code: 'INTERNAL', requestId: '7f3a' } }
    expect(failureOf({ graphQLErrors: [masked] as never })).toEqual({ kind: 'failed', requestId: '7f3a', message: 'Something failed here.' })
    expect(failureOf({ graphQLErrors: [], networkError: new Error('503'), response: { status: 503, headers: new Headers() } }).kind).toBe('starting')
  })
  it('do not have what took too long, or a server with too much to do, asked again by itself', () => {
    for (const code of ['OUT_OF_TIME', 'OVERLOADED']) {
      expect(failureOf({ graphQLErrors: [{ message: 'Later.', extensions: { code } }] as never, response: { status: 503, headers: new Headers() } })).toEqual({ kind: 'failed', requestId: undefined, message: 'Later.' })
    }
  })
})

describe('what was opened last', () => {
  const item = (id: string) => ({ id, name: id, type: 'Place' as const, kind: 'CITY', country: null })
  it('comes newest first, each once, six at most', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce((list, id) => withRecent(list, item(id)), [] as ReturnType<typeof recentItems>)
    expect(seven.map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd', 'c', 'b'])
    expect(withRecent(seven, item('e'))[0]!.id).toBe('e')
  })
  it('survives a browser that kept something else', () => {
    expect(recentItems('{"not":"a list"}')).toEqual([])
    expect(recentItems('broken')).toEqual([])
    expect(recentItems('[1,{"id":"x"}]')).toEqual([])
  })
})

describe('addresses of sources', () => {
  it('become links only when they are addresses of the web', () => {
    expect(webAddress('https://www.apmterminals.com')).toBe('https://www.apmterminals.com')
    expect(webAddress('javascript:alert(1)')).toBeUndefined()
    expect(webAddress('data:text/html,x')).toBeUndefined()
    expect(webAddress(null)).toBeUndefined()
  })
})

describe('names that a source shouts', () => {
  it('are said quietly, abbreviations and legal forms kept', () => {
    expect(quietName('APM TERMINALS LOS ANGELES PIER 400')).toBe('APM Terminals Los Angeles Pier 400')
    expect(quietName('PORT OF SINGAPORE AUTHORITY (PSA)')).toBe('Port of Singapore Authority (PSA)')
    expect(quietName('R.B.C. TERMINAL B.V.')).toBe('R.B.C. Terminal B.V.')
    expect(quietName('AMERICAN HOMES 4 RENT LLC')).toBe('American Homes 4 Rent LLC')
  })
  it('are left alone when they are not shouted', () => {
    for (const name of ['A.P. Møller - Mærsk A/S', 'CMA CGM', 'Hutchison Ports', 'مجموعة موانئ', '中远海运', '<img src=x>']) expect(quietName(name)).toBe(name)
  })
})
