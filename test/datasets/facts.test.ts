import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '#ingest/report.ts'
import type { StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import { above, loadedStatements } from './loaded-store.ts'

type Short = Readonly<Record<string, unknown>>
const percent = (fraction: number | undefined): number | undefined => (fraction === undefined ? undefined : Math.round(fraction * 10_000) / 100)
/** What the tests compare: interest, share and votes in percent, status, dates, grade. */
function short(each: StoredStatement): Short {
  const stake = each.type === 'OWNS' ? { interest: each.interest, share: percent(each.share?.min), votes: percent(each.votes?.min) } : {}
  const all = { from: each.from, ...stake, status: each.status, since: each.validFrom?.text, until: each.validTo?.text, asOf: each.asOf?.text, grade: each.grade }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

describe('the built-in rows say', () => {
  let of: (type: StatementType) => readonly StoredStatement[]
  let reports: readonly ImportReport[]
  beforeAll(async () => { ({ of, reports } = await loadedStatements()) }, 120_000)

  const owners = (id: string) => of('OWNS').filter(({ to }) => to === id)
  const operators = (site: string) => [...new Set(of('OPERATES').filter(({ to, status }) => to === site && status === 'in force').map(({ from }) => from))].sort()
  const sitesIn = (place: string) => new Set(of('LOCATED_IN').filter(({ to, status }) => to === place && status === 'in force').map(({ from }) => from))
  const groupsOf = (site: string) => above(operators(site), of('OWNS'), of('SAME_AS'))
  const figures = (site: string) => of('LOCATED_IN').filter(({ from }) => from === site)
    .map((each) => (each.type === 'LOCATED_IN' && each.capacity ? [each.capacity.measure, each.capacity.amount, each.capacity.year, each.status] : [])).filter(({ length }) => length > 0)

  it('something in every row: all of them load, none is refused', () => {
    expect(reports.map(({ preset, read, loaded, rejected, skipped }) => [preset.split(' ')[1], read === loaded, rejected, skipped]))
      .toEqual(['places', 'ports', 'data-centres', 'landlords', 'brands'].map((name) => [name, true, 0, 0]))
    expect(new Set(of('LOCATED_IN').map(({ from }) => from)).size).toBe(2540)
  })

  it('Rotterdam and Los Angeles: APM Terminals here and there, under A.P. Møller Holding by statements in force', () => {
    for (const [site, place] of [['smdg:NLRTM/NLMVII', 'unlocode:NLRTM'], ['smdg:USLAX/APMT', 'unlocode:USLAX']] as const) {
      expect(sitesIn(place)).toContain(site)
      expect(operators(site)).toEqual(['org:nl/apm-terminals', 'org:zz/apm-terminals'])
      expect([...groupsOf(site)]).toEqual(expect.arrayContaining(['org:dk/ap-moller-maersk-as', 'org:dk/ap-moller-holding-as']))
    }
    expect(owners('org:nl/apm-terminals').map(short)).toEqual(expect.arrayContaining([
      { from: 'org:dk/ap-moller-maersk-as', interest: 'consolidation', status: 'in force', asOf: '2016-10', grade: 'reported' },
      { from: 'org:dk/ap-moller-maersk-as', interest: 'consolidation', status: 'in force', asOf: '2021', grade: 'reported' },
    ]))
    expect(owners('org:dk/ap-moller-maersk-as').filter(({ from }) => from === 'org:dk/ap-moller-holding-as').map(short)).toEqual(expect.arrayContaining([
      { from: 'org:dk/ap-moller-holding-as', interest: 'shareholding', share: 41.51, status: 'in force', grade: 'document' },
      { from: 'org:dk/ap-moller-holding-as', interest: 'voting', votes: 51.45, status: 'in force', grade: 'document' },
    ]))
    expect(figures('smdg:NLRTM/NLMVII')).toEqual(expect.arrayContaining([['capacity', 2_700_000, 2023, 'in force'], ['throughput', 2_700_000, 2024, 'in force']]))
    expect(figures('smdg:USLAX/APMT')).toEqual(expect.arrayContaining([['throughput', 2_640_000, 2016, 'in force'], ['throughput', 2_190_000, 2014, 'in force']]))
  })

  it('Loudoun and Maricopa: QTS in both counties, consolidated by Blackstone since August 2021', () => {
    const here = (place: string) => [...sitesIn(place)].filter((site) => groupsOf(site).has('org:us/qts-data-centers'))
    expect([here('fips:51107').length, here('fips:04013').length]).toEqual([4, 2])
    for (const site of [...here('fips:51107'), ...here('fips:04013')]) expect(groupsOf(site)).toContain('org:us/blackstone')
    expect(owners('org:us/qts-data-centers').filter(({ from }) => from === 'org:us/blackstone').map(short))
      .toEqual([{ from: 'org:us/blackstone', interest: 'consolidation', status: 'in force', since: '2021-08', asOf: '2021-06', grade: 'reported' }])
    expect(sitesIn('fips:51107').size).toBe(177)
  })

  it('Austria and Czechia: Billa and Penny of the REWE Group', () => {
    const brandsIn = (country: string) => of('SOLD_IN').filter(({ to }) => to === `iso3166:${country}`).map(({ from }) => from)
    for (const country of ['AT', 'CZ']) expect(brandsIn(country)).toEqual(expect.arrayContaining(['brand:at/billa', 'brand:de/penny']))
    for (const [brand, chain] of [['brand:at/billa', 'org:at/billa'], ['brand:de/penny', 'org:de/penny']] as const) {
      expect(of('BRAND_OF').filter(({ from, status }) => from === brand && status === 'in force').map(({ to }) => to)).toContain(chain)
      expect(owners(chain).map(short)).toEqual([{ from: 'org:de/rewe-group', interest: 'operator group', status: 'in force', asOf: '2021-05', grade: 'reported' }])
    }
  })

  it('Atlanta and Charlotte: homes of Invitation Homes and American Homes 4 Rent in both, by their own filings', () => {
    const homes = (place: string) => of('LOCATED_IN').filter(({ to }) => to === place)
      .map((each) => (each.type === 'LOCATED_IN' ? [each.from, each.capacity?.amount, each.status, each.grade] : [])).filter(([site]) => String(site).startsWith('portfolio:'))
    expect(homes('unlocode:USATL')).toEqual(expect.arrayContaining([
      ['portfolio:invitation-homes/atlanta', 12_594, 'in force', 'document'], ['portfolio:american-homes-4-rent/atlanta', 4_827, 'in force', 'document'], ['portfolio:american-homes-4-rent/atlanta', 2_257, 'in force', 'document'],
    ]))
    expect(homes('unlocode:USCLT')).toEqual(expect.arrayContaining([
      ['portfolio:invitation-homes/charlotte', 4_891, 'in force', 'document'], ['portfolio:american-homes-4-rent/charlotte', 1_975, 'in force', 'document'],
    ]))
    for (const [site, owner] of [['portfolio:invitation-homes/atlanta', 'org:us/invitation-homes'], ['portfolio:invitation-homes/charlotte', 'org:us/invitation-homes'], ['portfolio:american-homes-4-rent/charlotte', 'org:us/american-homes-4-rent']] as const) {
      expect(owners(site).map(({ from, status }) => [from, status])).toEqual([[owner, 'in force']])
    }
  })

  it('Berlin and Malmö: Heimstaden Bostad since 1 December 2021, Akelius until then', () => {
    const stakes = (site: string) => owners(site).map(({ from, status, validFrom, validTo }) => [from, status, validFrom?.text, validTo?.text])
    for (const town of ['berlin', 'malmo']) {
      expect(stakes(`portfolio:heimstaden-bostad/${town}`)).toContainEqual(['org:se/heimstaden-bostad', 'in force', '2021-12-01', undefined])
      for (const stake of stakes(`portfolio:akelius-residential-property/${town}`)) expect(stake).toEqual(['org:se/akelius-residential-property', 'ended', undefined, '2021-12-01'])
    }
    expect([...sitesIn('geonames:2950159')]).toContain('portfolio:heimstaden-bostad/berlin')
    expect([...sitesIn('unlocode:SEMMA')].sort()).toEqual(['portfolio:heimstaden-bostad/malmo', 'smdg:SEMMA/CMPSE'])
  })

  it('nobody of one name twice: private owners of different things are different opaque owners', () => {
    const opaque = of('OWNS').filter(({ from }) => from.startsWith('opaque:'))
    const owned = new Map<string, Set<string>>()
    for (const { from, to } of opaque) owned.set(from, (owned.get(from) ?? new Set()).add(to))
    expect(opaque.length).toBeGreaterThan(10)
    expect([...owned.values()].every(({ size }) => size === 1)).toBe(true)
  })
})
