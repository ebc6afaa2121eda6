import { afterAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { statementKey } from '#model/statement-key.ts'
import type { StoredStatement } from '#model/record.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import { CITY1, CITY2, CITY3, GROUP, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld, Tables } from '../worlds/flow-world.ts'
import { sameAs } from '../worlds/snapshot-world.ts'

const WORLDS: FlowWorld[] = []
const worldOf = async (...of: Parameters<typeof flowWorld>): Promise<FlowWorld> => { const world = await flowWorld(...of); WORLDS.push(world); return world }
afterAll(async () => { for (const world of WORLDS) await world.close() })

type Table = Tables[number]
type Answer = Readonly<Record<string, unknown>>
const choke = async (world: FlowWorld, variables: Answer) => (await world.ask(loadDocument('choke'), variables))['chokePoints']! as Answer
const whatIf = async (world: FlowWorld, variables: Answer) => (await world.ask(loadDocument('whatif'), variables))['whatIf']! as Answer
const withheld = { __typename: 'Withheld', rule: 'RU-12' }
const clinic: Table = ['sites', 'id,name,kind,place_id,operator,industry_code,lat,lon', `site:x/clinic,North wing,hospital,${CITY3},Care Trust,8610,52.0901,5.1202`, `site:y/building,Building 7,office,${CITY3},,,52.0903,5.1205`]
const flows = (...rows: readonly string[]): Table => ['flows', 'from,to,commodity,volume,unit,period', ...rows]
const organisation = (name: string, sector: string): Table => ['organisations', 'name,country,sector', `${name},,${sector}`]

describe('attempts to pass by the protection', () => {
  it('a second, harmless record of a protected site is protected like the first: point, pairing, flows, whatever a later judgement says', async () => {
    const judgements = [sameAs('site:y/building', 'site:x/clinic'), sameAs('site:y/building', 'site:x/clinic', { judgement: 'different', grade: 'document', basis: 'seen by somebody' })]
    const world = await worldOf([...HARBOUR_TABLES, clinic, flows('site:x/dc-2,site:y/building,linen,3,t,year')], judgements)
    expect(await choke(world, { organisation: GROUP, commodity: 'grain' })).toMatchObject(withheld)
    const { node } = (await world.ask('{ node(id: "site:y/building") { ... on Site { coordinates { lat } precision } } }')) as unknown as { node: object }
    expect(node).toEqual({ coordinates: null, precision: 'PLACE_ONLY' })
  })

  it('nor is it paired: an office is, until it is judged to be a hospital', async () => {
    const offices: Table = ['sites', 'id,name,kind,place_id,operator', `site:y/building,Building 7,office,${CITY3},Works NV`, `site:z/building,Building 8,office,${CITY1},Works NV`, `site:x/clinic,North wing,hospital,${CITY3},`]
    const mirrored = async (world: FlowWorld) => (await world.ask(loadDocument('mirror'), { organisation: 'org:zz/works-nv', here: CITY3, there: CITY1, threshold: 0 }))['mirrorPoints'] as unknown as { pairs: readonly object[] }
    expect((await mirrored(await worldOf([offices]))).pairs).toHaveLength(1)
    expect((await mirrored(await worldOf([offices], [sameAs('site:y/building', 'site:x/clinic')]))).pairs).toEqual([])
  })

  it('whoever names a site first cannot keep it from being what a later source says it is', async () => {
    const first = (kind: string, code: string): Table => ['sites', 'id,name,kind,place_id,industry_code,lat,lon', `site:x/later,Building 9,${kind},${CITY3},${code},52.09,5.12`]
    for (const [before, after] of [[first('office', '6311'), first('hospital', '')], [first('office', '6311'), first('office', '86.10')], [first('hospital', ''), first('office', '6311')]] as const) {
      const world = await worldOf([...HARBOUR_TABLES, before, after, flows('site:x/dc-2,site:x/later,linen,3,t,year')])
      expect(await choke(world, { organisation: GROUP, commodity: 'grain' })).toMatchObject(withheld)
      expect(await world.ask('{ node(id: "site:x/later") { ... on Site { coordinates { lat } } } }')).toEqual({ node: { coordinates: null } })
    }
  })

  it('nor can rows of one file outvote the one that says so', async () => {
    const rows = (...of: readonly (readonly [kind: string, code: string])[]): Table => ['sites', 'id,name,kind,place_id,industry_code,lat,lon', ...of.map(([kind, code]) => `site:x/voted,Building 9,${kind},${CITY3},${code},52.09,5.12`)]
    for (const sites of [rows(['office', '6311'], ['office', '6311'], ['hospital', '6311']), rows(['office', '6311'], ['office', '6311'], ['office', '86.10'])]) {
      const world = await worldOf([...HARBOUR_TABLES, sites, flows('site:x/dc-2,site:x/voted,linen,3,t,year')])
      expect(await choke(world, { organisation: GROUP, commodity: 'grain' })).toMatchObject(withheld)
      expect(await world.ask('{ node(id: "site:x/voted") { ... on Site { coordinates { lat } } } }')).toEqual({ node: { coordinates: null } })
    }
    const sectors: Table = ['organisations', 'name,country,sector', 'Public Works,,cleaning', 'Public Works,,cleaning', 'Public Works,,NACE 36.00']
    for (const tables of [[sectors], [organisation('Public Works', 'cleaning'), organisation('Public Works', 'NACE 36.00')], [organisation('Public Works', 'NACE 36.00'), organisation('Public Works', 'cleaning')]]) {
      expect(await choke(await worldOf([...HARBOUR_TABLES, ...tables, flows('site:x/dc-2,Public Works,linen,3,t,year')]), { organisation: GROUP, commodity: 'grain' })).toMatchObject(withheld)
    }
  })

  it('homes that another row or source calls an office are shown as roughly as homes', async () => {
    const row = (kind: string) => `site:x/elm,Elm House,${kind},${CITY3},52.0987,5.1234`
    const sites = (...kinds: readonly string[]): Table => ['sites', 'id,name,kind,place_id,lat,lon', ...kinds.map(row)]
    const point = async (tables: Tables) => (await worldOf(tables)).ask('{ node(id: "site:x/elm") { ... on Site { coordinates { lat lon } } } }')
    for (const tables of [[sites('office', 'office', 'residential building')], [sites('office'), sites('residential building')], [sites('residential building'), sites('office')]]) {
      expect(await point(tables)).toEqual({ node: { coordinates: { lat: 52.1, lon: 5.12 } } })
    }
    expect(await point([sites('office')])).toEqual({ node: { coordinates: { lat: 52.0987, lon: 5.1234 } } })
  })

  it('so is a second record of them, in its point and in the version of the data', async () => {
    const records = (lat: string): Table => ['sites', 'id,name,kind,place_id,lat,lon', `site:x/elm,Elm House,office,${CITY3},${lat},5.1234`, `site:y/elm,Elm,residential building,${CITY3},,`]
    const QUERY = '{ node(id: "site:x/elm") { ... on Site { coordinates { lat lon } } } about { dataVersion } }'
    const [one, other] = [await worldOf([records('52.0987')], [sameAs('site:x/elm', 'site:y/elm')]), await worldOf([records('52.0981')], [sameAs('site:x/elm', 'site:y/elm')])]
    expect(await one.ask(QUERY)).toMatchObject({ node: { coordinates: { lat: 52.1, lon: 5.12 } } })
    expect(await other.ask(QUERY)).toEqual(await one.ask(QUERY))
  })

  it('what is supplied to a company that runs a site on the way is on the way', async () => {
    const tables: Tables = [...HARBOUR_TABLES, clinic, flows('site:x/dc-2,site:x/clinic,linen,3,t,year', 'Seed Works,Grain Group NV,seed,7,t,year', 'Seed Works,site:x/mill-n,seed,4,t,year', `Grain Group NV,${CITY2},meal,4,t,year`)]
    const world = await worldOf(tables)
    expect(await choke(world, { organisation: 'org:zz/seed-works', commodity: 'seed' })).toMatchObject(withheld)
    expect(await choke(world, { place: CITY2, commodity: 'meal' })).toMatchObject(withheld)
  })

  it.each(['3600Z', '86.10 - Hospital activities', 'NACE 35.13', 'O 84.22'])('a company whose sector is %s is protected as a receiver, as a supplier and in what it runs; a word is no code', async (sector) => {
    const runs: Table = ['sites', 'id,name,kind,place_id,operator', `site:x/pumps,Pumps,factory,${CITY3},Public Works`]
    const asked = { organisation: GROUP, commodity: 'grain' }
    const through = async (of: string, flow: string) => choke(await worldOf([...HARBOUR_TABLES, organisation('Public Works', of), runs, flows(flow)]), asked)
    expect(await through(sector, 'site:x/dc-2,Public Works,linen,3,t,year')).toMatchObject(withheld)
    expect(await through(sector, 'site:x/dc-2,site:x/pumps,linen,3,t,year')).toMatchObject(withheld)
    expect(await through(sector, 'Public Works,site:x/mill-n,grain,3,t,year')).toMatchObject(withheld)
    expect(await through('hospital services', 'site:x/dc-2,site:x/pumps,linen,3,t,year')).toMatchObject({ __typename: 'ChokePoints' })
  })

  it('asking for the rest, with and without, and subtracting: no what-if of the network answers at all', async () => {
    const world = await worldOf([...HARBOUR_TABLES, clinic, flows('site:x/dc-2,site:x/clinic,linen,3,t,year')])
    const sites = ['mill-n', 'mill-s', 'port-a', 'port-b', 'dc-1', 'dc-2'].map((id) => `site:x/${id}`)
    for (const subject of [{ organisation: GROUP }, { place: CITY1 }, { place: CITY2 }, { place: CITY3 }, { place: 'iso3166:NL' }]) {
      for (let set = 1; set < 2 ** sites.length; set += 3) {
        const answer = await whatIf(world, { ...subject, commodity: 'grain', remove: sites.filter((_, at) => (set >> at) & 1) })
        expect(answer['__typename']).toBe('Withheld')
      }
    }
  })
})

describe('keys of withheld figures', () => {
  const tables: Tables = [...HARBOUR_TABLES, clinic, ['flows', 'from,to,commodity,volume,unit,period,capacity,share,valid_from', 'site:x/dc-2,site:x/clinic,linen,37,t,year,41,12 %,2024-05-01', 'site:x/dc-2,site:x/clinic,linen,39,t,year,41,12 %,2025-05-01']]
  const storedKeys = async (world: FlowWorld) => {
    const keys: string[] = []
    const essential = ({ from, to }: StoredStatement) => world.atlas.isEssential(from) || world.atlas.isEssential(to)
    for await (const slice of world.atlas.store.allStatements('SUPPLIES')) keys.push(...slice.filter(essential).map(({ key }) => key))
    return keys
  }
  it('appear nowhere: whoever knows everything else could try figures until the hash fits', async () => {
    const world = await worldOf(tables)
    const hidden = await storedKeys(world)
    expect(hidden.length).toBeGreaterThan(5)
    const answers = [
      ...await Promise.all(['clinic', 'dc-2', 'port-b'].map((site) => world.ask(`{ node(id: "site:x/${site}") { ... on Site { statements(first: 100) { key type commodity } } } }`))),
      await world.ask(loadDocument('changes'), { from: '2020-01-01', to: '2026-11-24', first: 100 }), await world.ask(loadDocument('timeline'), { organisation: GROUP, target: 'site:x/dc-2' }),
    ]
    for (const answer of answers) expect(JSON.stringify(answer)).toContain('"key"')
    for (const key of hidden) expect(answers.filter((answer) => JSON.stringify(answer).includes(key))).toEqual([])
  })

  it('leave a list of changes readable page by page, each once', async () => {
    const world = await worldOf(tables)
    const variables = { from: '2020-01-01', to: '2026-11-24' }
    interface Page { edges: { cursor: string; node: object }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } }
    const all = (await world.ask(loadDocument('changes'), { ...variables, first: 100 }))['changes'] as unknown as Page
    const paged: Page['edges'] = []
    for (let after: string | undefined; ;) {
      const page = (await world.ask(loadDocument('changes'), { ...variables, first: 1, ...(after === undefined ? {} : { after }) }))['changes'] as unknown as Page
      paged.push(...page.edges)
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(all.totalCount).toBeGreaterThan(1)
    expect(paged).toEqual(all.edges)
    expect(new Set(paged.map(({ cursor }) => cursor)).size).toBe(all.totalCount)
  })

  it('are those of what is shown: two that differ only in figures have one', async () => {
    const world = await worldOf(tables)
    const { node } = (await world.ask('{ node(id: "site:x/clinic") { ... on Site { statements(first: 100) { key type validFrom { date } } } } }')) as unknown as { node: { statements: { key: string; type: string }[] } }
    const keys = node.statements.map(({ key }) => key)
    expect(keys).toEqual([...keys].sort())
    const stored = (await world.atlas.store.statementsOf('site:x/clinic', { types: ['SUPPLIES'] }))[0]!
    const tried = Array.from({ length: 60 }, (_, volume) => statementKey({ ...stored, volume } as StoredStatement))
    expect(tried).toContain(stored.key) // the attempt works on what is stored …
    for (const key of keys) expect(tried).not.toContain(key) // … and not on what is shown
  })
})

describe('hashes of what is withheld', () => {
  const CLINIC_AT = (lat: string): Table => ['sites', 'id,name,kind,place_id,lat,lon', `site:x/clinic,North wing,hospital,${CITY3},${lat},5.12`]
  const QUERY = '{ about { dataVersion } imports { nodes { id name fileSha256 read loaded } } node(id: "org:zz/parts-ltd") { ... on Organisation { statementCount statements(first: 100) { key commodity } } } }'
  interface Hashes { readonly about: { dataVersion: string }; readonly imports: { nodes: { id: string; name: string; fileSha256: string }[] }; readonly node: { statementCount: number; statements: object[] } }
  /** More statements of one organisation than are read of a node. */
  const answerFor = async (factor: number, lat: string): Promise<{ world: FlowWorld; answer: Hashes }> => {
    const parts = flows(...Array.from({ length: 520 }, (_, at) => `Parts Ltd,site:x/clinic,part ${at},${factor * (at + 1)},t,year`))
    const world = await worldOf([...HARBOUR_TABLES, CLINIC_AT(lat), parts])
    return { world, answer: (await world.ask(QUERY)) as unknown as Hashes }
  }

  it('are the same whatever it is: of all data, of the file that brought it, and of the statements that are cut off', async () => {
    const [{ answer: one }, { answer: other }] = [await answerFor(1, '52.09'), await answerFor(3, '52.11')]
    expect(one.node.statementCount).toBe(500)
    expect(one.imports.nodes.filter(({ fileSha256 }) => fileSha256 === 'withheld')).toEqual([expect.objectContaining({ name: 'flows.csv', read: 520 })])
    expect({ ...one, imports: withoutSites(one) }).toEqual({ ...other, imports: withoutSites(other) })
  })
  /** The file with the point of the clinic is another one, and nothing in it but that point is kept from readers. */
  const withoutSites = ({ imports: { nodes } }: Hashes) => nodes.filter(({ name }) => name !== 'sites.csv')

  it('an import that brought it is found by the id that is shown, and by no other', async () => {
    const { world, answer: { imports: { nodes } } } = await answerFor(1, '52.09')
    const stored: string[] = []
    for await (const slice of world.atlas.store.allNodes('Import')) stored.push(...slice.map(({ id }) => id))
    const hidden = stored.filter((id) => !nodes.some((one) => one.id === id))
    expect(hidden).toHaveLength(1)
    for (const { id, name } of nodes) expect(await world.ask('query ($id: ID!) { node(id: $id) { id name } }', { id })).toEqual({ node: { id, name } })
    expect(await world.ask('query ($id: ID!) { node(id: $id) { id } }', { id: hidden[0] })).toEqual({ node: null })
  })

  it('where nothing is withheld, the version is that of all facts and imports are shown as they are', async () => {
    const world = await worldOf(HARBOUR_TABLES)
    const { about, imports: { nodes } } = (await world.ask('{ about { dataVersion } imports { nodes { fileSha256 } } }')) as unknown as Hashes
    expect(about.dataVersion).toBe(await graphChecksum(world.atlas.store))
    expect(nodes.every(({ fileSha256 }) => /^[0-9a-f]{64}$/.test(fileSha256))).toBe(true)
  })
})
