import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas.ts'
import { anAtlas } from './atlas.ts'

let atlas: Atlas
beforeEach(async () => { atlas = await anAtlas() })
afterEach(async () => { await atlas.close() })

const codes = (report: Awaited<ReturnType<Atlas['take']>>) => report.problems.map(({ row, column, code }) => [row, column, code])
const arrows = async (...types: string[]) => (await atlas.statements()).filter(({ type }) => types.includes(type)).map(({ type, from, to }) => `${from} ${type} ${to}`).sort()

describe('a row of sites', () => {
  it('makes the site, its place, its operator and its owner, each with source and grade', async () => {
    const report = await atlas.take('sites', [[
      'name,kind,place,country,lat,lon,operator,owner,share,capacity,capacity_unit,capacity_year,as_of',
      'Maasvlakte Demo,container terminal,Rotterdam,NL,51.949876,4.038765,APM Terminals,Alpha Holding NV,51,2700000,TEU/year,2024,2024-12-31',
    ]])
    expect(report).toMatchObject({ read: 1, loaded: 1 })
    const site = (await atlas.nodes()).get('site:nl/rotterdam/maasvlakte-demo')
    expect(site).toMatchObject({ label: 'Site', kind: 'port terminal', country: 'NL', coordinates: { lat: 51.95, lon: 4.039 }, precision: 'exact' })
    expect(await arrows('LOCATED_IN', 'OPERATES', 'OWNS', 'PART_OF')).toEqual([
      'geonames:2747891 PART_OF iso3166:NL', 'org:zz/alpha-holding-nv OWNS site:nl/rotterdam/maasvlakte-demo', 'org:zz/apm-terminals OPERATES site:nl/rotterdam/maasvlakte-demo', 'site:nl/rotterdam/maasvlakte-demo LOCATED_IN geonames:2747891',
    ])
    const statements = await atlas.statements()
    expect(statements.find(({ type }) => type === 'LOCATED_IN')).toMatchObject({ capacity: { amount: 2_700_000, unit: 'TEU/year', measure: 'capacity', year: 2024 }, grade: 'register', asOf: { text: '2024-12-31' } })
    expect(statements.every(({ sourceId, grade }) => sourceId.startsWith('src:') && grade.length > 0)).toBe(true)
  })

  it('with an id that is none is rejected; a scheme in capitals is that scheme, for a flow as well', async () => {
    const report = await atlas.take('sites', [['id,name,kind,place,country', 'pa,Port A,port terminal,Hamburg,DE', 'x:pb,Port B,port terminal,Hamburg,DE', 'ACME:pc,Port C,port terminal,Hamburg,DE', 'acme:pd,Port D,warehouse,Hamburg,DE']])
    expect(codes(report)).toEqual([[2, 'id', 'NOT_AN_ID'], [3, 'id', 'NOT_AN_ID']])
    await atlas.take('flows', [['from,to,commodity,volume,unit,period', 'acme:pc,ACME:pd,paper,100,kt,2026']])
    expect(await arrows('SUPPLIES')).toEqual(['acme:pc SUPPLIES acme:pd'])
    expect(codes(await atlas.take('organisations', [['id,name,kind', 'foo,Foo Ltd,company']]))).toEqual([[2, 'id', 'NOT_AN_ID']])
    expect(codes(await atlas.take('places', [['id,name,kind', 'bla,Bla,city']]))).toEqual([[2, 'id', 'NOT_AN_ID']])
  })

  it('rounds homes to 2 decimals, protects hospitals, flags a point far from its place', async () => {
    const report = await atlas.take('sites', [['id,name,kind,place,country,lat,lon', 'site:x/1,Elbhof,residential building,Hamburg,DE,53.5511234,9.9937654', 'site:x/2,Klinik,hospital,Hamburg,DE,53.55,9.99', 'site:x/3,Depot,warehouse,Hamburg,DE,9.99,53.55']])
    const nodes = await atlas.nodes()
    expect(nodes.get('site:x/1')).toMatchObject({ coordinates: { lat: 53.55, lon: 9.99 } })
    expect(nodes.get('site:x/2')).not.toHaveProperty('coordinates')
    expect(nodes.get('site:x/2')).toMatchObject({ precision: 'place only' })
    expect(report.notes.map(({ text }) => text)).toEqual(expect.arrayContaining(['a point lies far from its place; lat and lon may be swapped', 'coordinates of a protected kind of site were left out']))
  })

  it('keeps no point of a site whose code or kind is protected, whatever it is called', async () => {
    await atlas.take('sites', [['id,name,kind,industry_code,place,country,lat,lon', 'site:x/1,Old office,office,36.00,Hamburg,DE,53.55,9.99', 'site:x/2,Hospital Street depot,warehouse,52.10,Hamburg,DE,53.55,9.99', 'site:x/3,Hill,substation,,Hamburg,DE,53.55,9.99']])
    const nodes = await atlas.nodes()
    expect(['site:x/1', 'site:x/2', 'site:x/3'].map((id) => 'coordinates' in nodes.get(id)!)).toEqual([false, true, false])
    expect(nodes.get('site:x/3')).toMatchObject({ kind: 'electricity grid', precision: 'place only' })
  })

  it('leaves out an operator that names nobody, refuses one that may be a person, drops columns on security', async () => {
    const report = await atlas.take('sites', [['name,kind,place,country,operator,guards,cctv,feeder,floorplan,alarm', 'A,data centre,Hamburg,DE,UNKNOWN,4,yes,north,plan.pdf,code 17', 'B,data centre,Hamburg,DE,Various companies,,,,,', 'C,data centre,Hamburg,DE,Mr John Smith,,,,,']])
    expect(report).toMatchObject({ loaded: 3 })
    expect(await arrows('OPERATES')).toEqual([])
    expect(report.droppedColumns.map(({ column, because }) => [column, because])).toEqual(['guards', 'cctv', 'feeder', 'floorplan', 'alarm'].map((column) => [column, 'security: not kept']))
    expect(JSON.stringify([...(await atlas.nodes()).values()])).not.toContain('code 17')
  })
})

describe('places', () => {
  it('are found by id, by region, by size, or asked about', async () => {
    const report = await atlas.take('sites', [[
      'name,kind,place,place_id,country,region', 'A,office,Portland,,US,Maine', 'B,office,Portland,,US,', 'C,office,Springfield,,US,', 'D,office,Atlantis,,GR,', 'E,office,,iso3166:US-GA,,', 'F,office,,,NL,', 'G,office,Los Angeles,unlocode:USLAX,,', 'H,office,Los Angeles,,US,', 'I,office,Nowhere,planet:9,,',
      'J,office,Los Angeles,,US,California',
    ]])
    expect(codes(report)).toEqual([[4, 'place', 'AMBIGUOUS_PLACE'], [5, 'place', 'UNKNOWN_PLACE'], [10, 'place_id', 'UNKNOWN_PLACE']])
    const located = (await arrows('LOCATED_IN')).map((arrow) => arrow.split(' LOCATED_IN ')[1])
    expect(located.sort()).toEqual(['geonames:4975802', 'geonames:5746545', 'iso3166:NL', 'iso3166:US-GA', 'unlocode:USLAX', 'unlocode:USLAX', 'unlocode:USLAX'])
    expect((await atlas.nodes()).get('iso3166:US-GA')).toMatchObject({ name: 'Georgia', kind: 'region' })
    expect(await arrows('PART_OF')).toContain('iso3166:US-GA PART_OF iso3166:US')
  })
  it('come from their own template with the larger place', async () => {
    const report = await atlas.take('places', [['id,name,kind,part_of,country,lat,lon,population,time_zone,languages', 'unlocode:nlrtm,Rotterdam,port,iso3166:nl,NL,51.9,4.5,655000,Europe/Amsterdam,nl|en', 'market:carolinas,Carolinas,market area,iso3166:US,US,,,,,', 'unlocode:NLXXX,X,city,market:none,NL,,,,,']])
    expect(codes(report)).toEqual([[4, 'part_of', 'UNKNOWN_PLACE']])
    expect((await atlas.nodes()).get('unlocode:NLRTM')).toMatchObject({ name: 'Rotterdam', kind: 'city', population: 655_000, timeZone: 'Europe/Amsterdam', languages: ['nl', 'en'].sort() })
    expect(await arrows('PART_OF')).toEqual(['market:carolinas PART_OF iso3166:US', 'unlocode:NLRTM PART_OF iso3166:NL'])
    expect((await atlas.take('sites', [['name,kind,place,country', 'A,office,Carolinas,US', 'B,office,Rotterdam,NL']])).loaded).toBe(2)
    expect(await arrows('LOCATED_IN')).toEqual(['site:nl/rotterdam/b LOCATED_IN unlocode:NLRTM', 'site:us/carolinas/a LOCATED_IN market:carolinas'])
  })
})

describe('names', () => {
  const owners = async () => [...new Set((await atlas.statements()).filter(({ type }) => type === 'OWNS').map(({ from }) => from))].sort()

  it('lead to one organisation whatever the order of rows, and to two in two countries', async () => {
    await atlas.take('ownership', [['owner,owner_country,owned', 'Vonovia,,Beta BV', 'VONOVIA SE,DE,Gamma BV', 'Vonovia,DE,Delta BV', 'Harbour Trust Co,GB,Beta BV', 'Harbour Trust Co,US,Beta BV']])
    expect(await owners()).toEqual(['org:de/vonovia-se', 'org:gb/harbour-trust-co', 'org:us/harbour-trust-co'])
  })
  it('are asked about when two countries have one and none is given', async () => {
    const report = await atlas.take('ownership', [['owner,owner_country,owned', 'Harbour Trust,GB,Beta BV', 'Harbour Trust,US,Beta BV', 'Harbour Trust,,Gamma BV']])
    expect(codes(report)).toEqual([[4, 'owner', 'AMBIGUOUS_NAME']])
    expect(report.problems[0]!.hint).toContain('org:gb/harbour-trust, org:us/harbour-trust')
  })
  it('keep a parent and a subsidiary with another legal form apart', async () => {
    await atlas.take('ownership', [['owner,owner_country,owned', 'Maersk A/S,DK,Beta BV', 'Maersk B.V.,DK,Beta BV']])
    expect(await owners()).toEqual(['org:dk/maersk-as', 'org:dk/maersk-bv'])
  })
  it('follow an id given in another row or in the store', async () => {
    await atlas.take('ownership', [['owner,owner_id,owned', 'APM Terminals,lei:549300AAAAAAAAAAAA11,Beta BV', 'APM TERMINALS,,Gamma BV']])
    await atlas.take('sites', [['name,kind,place,country,operator', 'Kai,port terminal,Hamburg,DE,Apm Terminals']])
    expect(await owners()).toEqual(['lei:549300AAAAAAAAAAAA11'])
    expect(await arrows('OPERATES')).toEqual(['lei:549300AAAAAAAAAAAA11 OPERATES site:de/hamburg/kai'])
    expect((await atlas.nodes()).get('lei:549300AAAAAAAAAAAA11')).toMatchObject({ nameKey: 'apm terminals', aliases: expect.arrayContaining(['Apm Terminals']) as unknown })
  })
})

describe('aliases', () => {
  it('join under "same name" and "label of the dataset", keep doubts, and make an operator group otherwise', async () => {
    await atlas.take('ownership', [['owner,owned,owned_country', 'Alpha NV,Progress Residential,US']])
    const report = await atlas.take('aliases', [[
      'alias,organisation,basis,country', 'PROGRESS RES LLC,Progress Residential,same name,US', 'Prog-Res,Progress Residential,label of the dataset,US', 'PROGRESS 2015-3 BORROWER,Progress Residential,carries group name,US', 'Progress Homes,Progress Residential,unsure: same town,US', 'progress residential,Progress Residential,same name,US', 'X Corp,Progress Residential,,US',
    ]], { title: 'Reviewed names', kind: 'alias list', publisher: 'Us', retrievedOn: '2026-11-23' })
    expect(codes(report)).toEqual([[7, 'basis', 'REQUIRED']])
    expect(report.loaded).toBe(5)
    const made = (await atlas.statements()).filter(({ type, from }) => type === 'SAME_AS' || from === 'org:us/progress-residential')
    expect(made.map((statement) => [statement.type, statement.from, statement.to, 'judgement' in statement ? statement.judgement : 'interest' in statement ? statement.interest : '', statement.grade]).sort()).toEqual([
      ['OWNS', 'org:us/progress-residential', 'org:zz/progress-2015-3-borrower', 'operator group', 'reported'],
      ['SAME_AS', 'org:zz/prog-res', 'org:us/progress-residential', 'same', 'reported'],
      ['SAME_AS', 'org:zz/progress-homes', 'org:us/progress-residential', 'unsure', 'reported'],
      ['SAME_AS', 'org:zz/progress-res-llc', 'org:us/progress-residential', 'same', 'reported'],
    ])
  })
})

describe('lists without columns for a source', () => {
  it('are their own source, graded reported, until the import names a better one', async () => {
    expect(await atlas.take('places', [['id,name,kind,part_of,country', 'market:elbe,Elbe,market area,iso3166:DE,DE', 'geonames:2911298,Hamburg,city,market:elbe,DE']], 'none')).toMatchObject({ loaded: 2, rejected: 0 })
    expect(await atlas.take('aliases', [['alias,organisation,basis', 'ALPHA TERM,Alpha Terminals BV,same name']], 'none')).toMatchObject({ loaded: 1, rejected: 0 })
    const titles = async () => new Set([...(await atlas.nodes()).values()].flatMap(({ label, name }) => (label === 'Source' ? [name] : [])))
    expect([...(await titles())].sort()).toEqual(['A list of places, loaded from a file', 'A list of reviewed names, loaded from a file'])
    expect((await atlas.statements()).map(({ type, grade }) => [type, grade]).sort()).toEqual([['PART_OF', 'reported'], ['PART_OF', 'reported'], ['SAME_AS', 'reported']])
    await atlas.take('aliases', [['alias,organisation,basis', 'BETA TERM,Beta Terminals BV,same name']], { title: 'Yearbook' })
    expect([...(await titles())]).toContain('Yearbook')
  })
})

describe('brands in places', () => {
  it('take a country alone, prefer the chain of that country, and name their owner', async () => {
    await atlas.take('ownership', [['owner,owned,owned_kind,owned_country,interest', 'Alpha NV,Giant,retail chain,MY,brand', 'Beta Inc,Giant,retail chain,SG,brand']])
    const report = await atlas.take('brand-presence', [['brand,place,country,owner,shelf_share,stores', 'Giant,,MY,,12.5 %,40', 'Giant,,ID,,,', 'Tulip,Rotterdam,NL,Gamma Foods BV,,']])
    expect(codes(report)).toEqual([[3, 'brand', 'AMBIGUOUS_NAME']])
    const sold = (await atlas.statements()).filter(({ type }) => type === 'SOLD_IN')
    expect(sold.find(({ from }) => from === 'brand:my/giant')).toMatchObject({ to: 'iso3166:MY', shelfShare: 0.125, stores: 40 })
    expect(await arrows('BRAND_OF')).toContain('brand:zz/tulip BRAND_OF org:zz/gamma-foods-bv')
  })
})
