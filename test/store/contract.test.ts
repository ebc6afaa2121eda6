import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { NodeValue, OrganisationNode, Statement } from '#model/model.ts'
import { backup } from '#store/backup.ts'
import { restore } from '#store/restore.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { readHolder } from '#store/holder.ts'
import { openStore } from '#store/open-store.ts'
import { ENGINES, removeFolders, temporaryFolder, titleOf } from './engines.ts'
import type { TestEngine } from './engines.ts'
import { HARBOUR, collect, fill, locatedIn, operates, organisation, owns, place, refusal, site, sortedLines } from './small-world.ts'

const none = { created: 0, updated: 0, unchanged: 0 }
/** What cannot happen on an engine is stated, not skipped. */
const NOT_APPLICABLE = (reason: string) => expect(reason).not.toBe('')

describe.each(ENGINES.map((engine) => [titleOf(engine), engine] as const))('%s', (_title, engine) => {
  describe.skipIf(engine.missing !== undefined)('keeps the contract of a store', () => contract(engine))
})

function contract(engine: TestEngine): void {
  let open: GraphStore[] = []
  const empty = async () => {
    const store = await engine.empty()
    open.push(store)
    return store
  }
  afterEach(async () => {
    for (const store of open) await store.close()
    open = []
  })
  afterAll(async () => {
    await engine.cleanUp()
    removeFolders()
  })

  it('leaves the graph unchanged when a batch is written twice', async () => {
    const store = await empty()
    expect(await store.write(HARBOUR, 'imp:1')).toEqual({ nodes: { ...none, created: 4 }, statements: { ...none, created: 5 } })
    const before = [await collect(store.dump()), await store.revision()]
    expect(await store.write(HARBOUR, 'imp:1')).toEqual({ nodes: { ...none, unchanged: 4 }, statements: { ...none, unchanged: 5 } })
    const { nodes, statements } = await store.counts()
    expect({ organisations: nodes['Organisation'], sites: nodes['Site'], places: nodes['Place'], brands: nodes['Brand'] }).toEqual({ organisations: 2, sites: 1, places: 1, brands: 0 })
    expect({ owns: statements['OWNS'], operates: statements['OPERATES'], located: statements['LOCATED_IN'], supplies: statements['SUPPLIES'] }).toEqual({ owns: 3, operates: 1, located: 1, supplies: 0 })
    expect([await collect(store.dump()), await store.revision()]).toEqual(before)
  })

  it('gives back every kind of value as it was written', async () => {
    const store = await empty()
    const owner = organisation('org:a', {
      aliases: ['An alias'], identifiers: ['lei:5493001KJTIIGC8Y1R12'], country: 'NL', legalForm: 'B.V.', website: 'https://example.org/',
    })
    const harbour = place('place:h', { coordinates: { lat: 51.95, lon: 0 }, population: 655_468, languages: ['nl', 'en'], timeZone: 'Europe/Amsterdam' })
    const stake = owns('org:a', 'site:s', {
      share: { min: 0.25, max: 0.5, minExclusive: true }, votes: { min: 0 }, direct: 'direct', note: 'As stated.\nTwice.',
      validFrom: { text: '2019-07', precision: 'month' }, validTo: { text: '2024', precision: 'year' }, asOf: { text: '2026-01-31', precision: 'day' },
    })
    const homes: Statement = { ...locatedIn('site:s', 'place:h'), type: 'LOCATED_IN', capacity: { amount: 12_594, unit: 'homes', measure: 'homes', year: 2024 } }
    await store.write({ nodes: [owner, harbour, site('site:s')], statements: [stake, homes] }, 'imp:1')
    expect([...(await store.nodes(['org:a', 'place:h', 'org:nobody'])).values()]).toEqual([owner, harbour])
    const stored = await store.statementsOf('site:s')
    const byType = new Map(stored.map(({ key, importIds, ...statement }) => [statement.type, [statement, key.length, importIds]]))
    expect(byType).toEqual(new Map([['LOCATED_IN', [homes, 24, ['imp:1']]], ['OWNS', [stake, 24, ['imp:1']]]]))
  })

  it('keeps what a source publishes about a place, and what is earned through a site, until the import is undone', async () => {
    const store = await empty()
    const office: NodeValue = { label: 'Source', id: 'src:office', name: 'Housing statistics', kind: 'register', retrievedOn: '2026-11-23' }
    const said = { grade: 'register', status: 'in force', retrievedOn: '2026-11-23', sourceId: 'src:office' } as const
    const total: Statement = { type: 'STATES_FIGURE', from: 'src:office', to: 'place:harbour', measure: 'total homes', amount: 306_000.5, unit: 'homes', domain: 'housing', year: 2024, definition: 'Dwellings, 1 January', ...said }
    const share: Statement = { type: 'DEPENDS_ON', from: 'org:operator', to: 'site:terminal', revenueShare: 1 / 3, ...said }
    await store.write(HARBOUR, 'imp:1')
    const before = [await collect(store.dump()), await graphChecksum(store)]
    await store.write({ nodes: [...HARBOUR.nodes, office], statements: [total, share] }, 'imp:2')
    const of = async (id: string) => (await store.statementsOf(id)).map(({ key: _key, importIds: _importIds, ...statement }) => statement)
    expect(await of('src:office')).toEqual([total])
    expect(await of('place:harbour')).toContainEqual(total)
    expect(await of('site:terminal')).toContainEqual(share)
    await store.undo('imp:2')
    expect([await collect(store.dump()), await graphChecksum(store)]).toEqual(before)
  })

  it('keeps numbers exact and comparable: 1, 0, a third, and no −0', async () => {
    const store = await empty()
    const shares = [1, 0, 1 / 3, 0.1 + 0.2, 5e-324, 0.49999999999999994]
    await store.write({ nodes: [organisation('org:a'), organisation('org:b', {}), site('site:s', { coordinates: { lat: -0, lon: -0.5 } })],
      statements: shares.map((share) => owns('org:a', 'org:b', { share: { min: share, max: 1 } })) }, 'imp:1')
    const stored = (await store.statementsOf('org:b')).map((statement) => ('share' in statement ? statement.share?.min : undefined))
    expect(stored.sort()).toEqual([...shares].sort())
    expect(stored.every((share) => typeof share === 'number')).toBe(true)
    const [terminal] = await collect(store.allNodes('Site'))
    expect(terminal).toMatchObject({ coordinates: { lat: 0, lon: -0.5 } }) // toMatchObject tells 0 from −0
  })

  it('keeps text of every script, and text that looks like Cypher or a number, as it is', async () => {
    const store = await empty()
    const names = ['Ærø Færge A/S', '中远海运港口', 'موانئ دبي', 'Компания', '🚢👩‍👩‍👧 fleet', 'e\u0301 is not é', "O'Brien \"&\" \\ Söhne", '}) DETACH DELETE n //', '$rows', '007', 'true', 'line\nbreak\tand\u2028more']
    await store.write({ nodes: names.map((name, i) => organisation(`org:${i}`, { name, nameKey: name })), statements: [] }, 'imp:1')
    const read = await collect(store.allNodes('Organisation'))
    expect(new Map(read.map(({ id, name }) => [id, name]))).toEqual(new Map(names.map((name, i) => [`org:${i}`, name])))
    for (const [i, nameKey] of names.entries()) expect((await store.search(nameKey, { limit: 9 })).map(({ id }) => id)).toEqual([`org:${i}`])
  })

  it('lets statements that disagree stand side by side', async () => {
    const store = await empty()
    const nodes = [organisation('org:a'), organisation('org:b')]
    const register = owns('org:a', 'org:b', { share: { min: 0.51, max: 0.51 } })
    const report = owns('org:a', 'org:b', { share: { min: 0.49, max: 0.49 }, sourceId: 'src:report', grade: 'document' })
    const disputed = owns('org:a', 'org:b', { share: { min: 0.51, max: 0.51 }, status: 'disputed' })
    await store.write({ nodes, statements: [register] }, 'imp:1')
    expect((await store.write({ nodes: [], statements: [report, disputed] }, 'imp:2')).statements).toEqual({ ...none, created: 2 })
    const found = await store.statementsOf('org:b')
    expect(found.map(({ sourceId, status }) => `${sourceId} ${status}`).sort()).toEqual(['src:register disputed', 'src:register in force', 'src:report in force'])
  })

  it('keeps what it knows of a node, fills blanks and remembers other names', async () => {
    const store = await empty()
    await store.write({ nodes: [organisation('org:a', { name: 'Maersk', kind: 'shipping line', aliases: ['APMM'] })], statements: [] }, 'imp:1')
    const other = organisation('org:a', { name: 'A.P. Møller - Mærsk A/S', kind: 'company', country: 'DK', aliases: ['Maersk'], identifiers: ['lei:549300D2K6PKKKXVNN73'] })
    expect((await store.write({ nodes: [other], statements: [] }, 'imp:2')).nodes).toEqual({ ...none, updated: 1 })
    expect((await store.nodes(['org:a'])).get('org:a')).toEqual(organisation('org:a', {
      name: 'Maersk', kind: 'shipping line', country: 'DK', aliases: ['A.P. Møller - Mærsk A/S', 'APMM'], identifiers: ['lei:549300D2K6PKKKXVNN73'],
    }))
    expect((await store.write({ nodes: [other], statements: [] }, 'imp:3')).nodes).toEqual({ ...none, unchanged: 1 })
  })

  it('takes the later reading of the same claim, whichever comes first', async () => {
    const read = async (days: readonly string[]) => {
      const store = await empty()
      await store.write({ nodes: [organisation('org:a'), organisation('org:b')], statements: [] }, 'imp:0')
      for (const [i, day] of days.entries()) await store.write({ nodes: [], statements: [owns('org:a', 'org:b', { retrievedOn: day, note: `read ${day}` })] }, `imp:${i}`)
      const found = await store.statementsOf('org:a')
      await store.close()
      open.pop()
      return found.map(({ retrievedOn, note, importIds }) => [retrievedOn, note, importIds])
    }
    const expected = [['2026-11-23', 'read 2026-11-23', ['imp:0', 'imp:1']]]
    expect(await read(['2025-01-01', '2026-11-23'])).toEqual(expected)
    expect(await read(['2026-11-23', '2025-01-01'])).toEqual(expected)
  })

  it('undoes an import: what others brought too, or still name, stays', async () => {
    const store = await empty()
    await store.write(HARBOUR, 'imp:1')
    const firstTwo = { nodes: HARBOUR.nodes.slice(0, 2), statements: HARBOUR.statements.slice(0, 1) }
    await store.write(firstTwo, 'imp:2')
    await store.write({ nodes: [organisation('org:other')], statements: [operates('org:other', 'site:terminal')] }, 'imp:3')
    expect(await store.undo('imp:1')).toEqual({ nodesRemoved: 1, statementsRemoved: 4 }) // the harbour; site:terminal is still named
    expect([...(await store.nodes(HARBOUR.nodes.map(({ id }) => id))).keys()].sort()).toEqual(['org:holding', 'org:operator', 'site:terminal'])
    expect((await store.statementsOf('org:holding')).map(({ to, importIds }) => [to, importIds])).toEqual([['org:operator', ['imp:2']]])
    expect(await store.undo('imp:1')).toEqual({ nodesRemoved: 0, statementsRemoved: 0 })
    expect(await store.undo('imp:3')).toEqual({ nodesRemoved: 2, statementsRemoved: 1 }) // with the last name for it the site goes
    expect(await store.undo('imp:2')).toEqual({ nodesRemoved: 2, statementsRemoved: 1 })
    expect(await collect(store.dump())).toEqual([])
  })

  it('writes 20,000 nodes and 100,000 relationships in batches of 10,000, reads them in order and undoes them', async () => {
    const store = await empty()
    const SIZE = 20_000
    const id = (i: number) => `org:${String(i % SIZE).padStart(5, '0')}`
    for (let start = 0; start < SIZE; start += 10_000) {
      const nodes = Array.from({ length: 10_000 }, (_, i) => organisation(id((start + i) * 7919)))
      expect((await store.write({ nodes, statements: [] }, 'imp:big')).nodes.created).toBe(10_000)
    }
    await store.write({ nodes: [organisation('org:kept')], statements: [owns('org:kept', id(0))] }, 'imp:small')
    for (let start = 0; start < 100_000; start += 10_000) {
      const statements = Array.from({ length: 10_000 }, (_, i) => owns(id(start + i), id((start + i) * 31 + 1), { note: 'n', asOf: { text: String(2000 + Math.floor(start / SIZE)), precision: 'year' } }))
      expect((await store.write({ nodes: [], statements }, 'imp:big')).statements).toEqual({ ...none, created: 10_000 })
    }
    const ids = (await collect(store.allNodes('Organisation'))).map((node) => node.id)
    expect(ids).toEqual([...Array.from({ length: SIZE }, (_, i) => id(i)), 'org:kept'])
    const keys = (await collect(store.allStatements('OWNS'))).map(({ key }) => key)
    expect(new Set(keys).size).toBe(100_001)
    expect(await store.undo('imp:big')).toEqual({ nodesRemoved: SIZE - 1, statementsRemoved: 100_000 }) // one is still named
    const { nodes, statements } = await store.counts()
    expect([nodes['Organisation'], statements['OWNS']]).toEqual([2, 1])
  }, 300_000)

  it('reads a hub of 3,000 statements by key, by address and by node', async () => {
    const store = await empty()
    const sites = Array.from({ length: 3_000 }, (_, i) => site(`site:${String(i).padStart(4, '0')}`))
    await store.write({ nodes: [organisation('org:hub'), ...sites], statements: [...sites.map(({ id }) => operates('org:hub', id)), owns('org:hub', 'org:hub')] }, 'imp:1')
    const all = await collect(store.allStatements('OPERATES'))
    const keys = all.map(({ key }) => key).sort()
    expect((await store.statementsOf('org:hub', { types: ['OPERATES'], limit: 10 })).map(({ key }) => key)).toEqual(keys.slice(0, 10))
    expect((await store.statementsOf('org:hub', { types: ['OWNS'] })).map(({ to }) => to)).toEqual(['org:hub']) // found at both ends, listed once
    expect(await store.statementsOf('org:nobody')).toEqual([])
    expect([...(await store.statements([...keys, 'no such key'])).keys()].sort()).toEqual(keys)
    expect([...(await store.statements(keys.slice(0, 5))).keys()].sort()).toEqual(keys.slice(0, 5))
    expect([...(await store.statements([...all.slice(0, 7), { ...all[8]!, key: 'no such key' }])).keys()].sort()).toEqual(all.slice(0, 7).map(({ key }) => key).sort())
    expect((await store.nodes([])).size + (await store.statements([])).size).toBe(0)
  })

  it('finds names by their beginning first, then by a part, in order of name and id', async () => {
    const store = await empty()
    const named = (id: string, name: string) => organisation(id, { name, nameKey: name.toLowerCase() })
    await store.write({ nodes: [named('org:3', 'Port Authority'), named('org:1', 'Port Authority'), named('org:2', 'Airport'), place('place:1', { name: 'Portland', nameKey: 'portland', country: 'US' })], statements: [] }, 'imp:1')
    expect((await store.search('port', { limit: 10 })).map(({ id }) => id)).toEqual(['org:1', 'org:3', 'place:1', 'org:2'])
    expect((await store.search('port', { limit: 2 })).map(({ id }) => id)).toEqual(['org:1', 'org:3'])
    expect(await store.search('portl', { labels: ['Place'], limit: 10 })).toEqual([{ id: 'place:1', label: 'Place', name: 'Portland', country: 'US', kind: 'city' }])
    expect(await store.search('nowhere', { limit: 10 })).toEqual([])
  })

  const unstorable: readonly (readonly [what: string, node: unknown, property: string])[] = [
    ['a null id', { ...organisation('x'), id: null }, 'id'],
    ['an empty id', organisation('  '), 'id'],
    ['a missing name', { ...organisation('org:a'), name: undefined }, 'name'],
    ['a lone surrogate', organisation('org:a', { name: 'half \ud83d emoji' }), 'name'],
    ['a control character', organisation('org:a', { name: 'bell\u0007' }), 'name'],
    ['a nested list', organisation('org:a', { aliases: [['x']] as never }), 'aliases'],
    ['a mixed list', organisation('org:a', { aliases: ['x', 1] as never }), 'aliases'],
    ['a map', organisation('org:a', { legalForm: { en: 'Ltd' } as never }), 'legalForm'],
    ['a Date', organisation('org:a', { legalForm: new Date(0) as never }), 'legalForm'],
    ['NaN', site('site:a', { coordinates: { lat: NaN, lon: 0 } }), 'lat'],
    ['infinity', place('place:a', { population: Infinity }), 'population'],
    ['a fraction for a whole number', place('place:a', { population: 1.5 }), 'population'],
    ['a whole number beyond 2^53', place('place:a', { population: 2 ** 53 }), 'population'],
    ['a text that fills memory', organisation('org:a', { name: 'x'.repeat(100_001) }), 'name'],
  ]
  it.each(unstorable)('refuses %s before anything is written', async (_what, node, property) => {
    const store = await empty()
    const { code, details } = await refusal(store.write({ nodes: [organisation('org:good'), node as OrganisationNode], statements: [] }, 'imp:1'))
    expect([code, details['property']]).toEqual(['NOT_STORABLE', property])
    expect(await collect(store.dump())).toEqual([])
  })

  it.each(['sourceId', 'grade', 'status', 'retrievedOn'])('refuses a statement without its %s', async (property) => {
    const store = await empty()
    const { [property as 'note']: _left, ...incomplete } = owns('org:a', 'org:b')
    const { code, details } = await refusal(store.write({ nodes: [organisation('org:a'), organisation('org:b')], statements: [incomplete as never] }, 'imp:1'))
    expect([code, details['property']]).toEqual(['NOT_STORABLE', property])
    expect(await collect(store.dump())).toEqual([])
  })

  it('refuses statements with unknown ends, names them, and writes nothing of the batch', async () => {
    const store = await empty()
    const nodes: NodeValue[] = [organisation('org:a'), place('place:p')]
    const { code, details } = await refusal(store.write({ nodes, statements: [owns('org:a', 'org:a'), owns('org:ghost', 'org:a'), owns('org:a', 'site:ghost')] }, 'imp:1'))
    expect([code, details['ids']]).toEqual(['UNKNOWN_ENDS', ['org:ghost', 'site:ghost']])
    const wrongLabel = await refusal(store.write({ nodes, statements: [owns('org:a', 'place:p')] }, 'imp:1'))
    expect([wrongLabel.code, wrongLabel.details['ids']]).toEqual(['UNKNOWN_ENDS', ['place:p']]) // nobody owns a city
    expect(await collect(store.dump())).toEqual([])
  })

  it('refuses an id that belongs to a node of another label', async () => {
    const store = await empty()
    await store.write({ nodes: [organisation('wikidata:Q1')], statements: [] }, 'imp:1')
    expect((await refusal(store.write({ nodes: [place('wikidata:Q1')], statements: [] }, 'imp:2'))).code).toBe('NOT_UNIQUE')
    expect((await refusal(store.write({ nodes: [organisation('x:1'), place('x:1')], statements: [] }, 'imp:2'))).code).toBe('NOT_UNIQUE')
    expect(await store.counts()).toMatchObject({ nodes: { Organisation: 1, Place: 0 } })
  })

  it('loses nothing when many write the same node at once', async () => {
    const store = await empty()
    const stores = engine.kind === 'neo4j' ? [store, await engine.again(), await engine.again()] : [store]
    open.push(...stores.slice(1))
    const names = Array.from({ length: 30 }, (_, i) => `Name ${String(i).padStart(2, '0')}`)
    await store.write({ nodes: [organisation('org:a', { name: 'First' }), organisation('org:b')], statements: [] }, 'imp:0')
    await Promise.all(names.map((name, i) => stores[i % stores.length]!.write({ nodes: [organisation('org:a', { name })], statements: [owns('org:a', 'org:b', { note: name })] }, `imp:${i}`)))
    expect((await store.nodes(['org:a'])).get('org:a')).toMatchObject({ name: 'First', aliases: names })
    expect((await store.statementsOf('org:b')).map(({ importIds }) => importIds.length)).toEqual([30])
    expect(await store.revision()).toBeGreaterThanOrEqual(30)
  })

  it('reads one moment while others write', async () => {
    const store = await empty()
    await store.write({ nodes: Array.from({ length: 2_000 }, (_, i) => organisation(`org:${i}`)), statements: [] }, 'imp:1')
    const [read] = await Promise.all([collect(store.allNodes('Organisation')), store.undo('imp:1')])
    expect([0, 2_000]).toContain(read.length)
  })

  it('says the store is held, and by whom', async () => {
    if (engine.kind === 'neo4j') return NOT_APPLICABLE('A server is shared: several processes use it at once.')
    const dataDir = temporaryFolder()
    const holder = fork(join(import.meta.dirname, 'holding-process.ts'), [dataDir], { execArgv: ['--import', 'tsx'] })
    await once(holder, 'message')
    const { code, message } = await refusal(openStore({ dataDir }))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect([code, message]).toEqual(['STORE_LOCKED', `The store ${join(dataDir, 'atlas.grafeo')} is held by process ${holder.pid} (http://127.0.0.1:4000). Stop it, or use another data folder.`])
    expect(readHolder(dataDir)).toBeUndefined() // it has died
  })

  it('has every acknowledged batch after its process was killed in the middle of writing', async () => {
    if (engine.kind === 'neo4j') return NOT_APPLICABLE('The server is another process; losing a client loses only the open transaction.')
    const dataDir = temporaryFolder()
    for (let round = 0; round < 3; round++) {
      const writer = fork(join(import.meta.dirname, 'holding-process.ts'), [dataDir, 'write'], { execArgv: ['--import', 'tsx'] })
      let acknowledged = 0
      writer.on('message', (count) => { acknowledged = Number(count) })
      while (acknowledged < 5) await once(writer, 'message')
      writer.kill('SIGKILL')
      await once(writer, 'exit')
      const store = await openStore({ dataDir })
      const { nodes, statements } = await store.counts()
      await store.close()
      expect(nodes['Organisation']! % 100).toBe(0) // no torn batch
      expect(nodes['Organisation']).toBeGreaterThanOrEqual(acknowledged * 100)
      expect(statements['OWNS']).toBeGreaterThanOrEqual(acknowledged * 50)
    }
  })

  it('has everything when it is opened again', async () => {
    const store = await empty()
    await store.write(HARBOUR, 'imp:1')
    const before = await collect(store.dump())
    await store.durable()
    await store.close()
    open.pop()
    const reopened = await engine.again()
    open.push(reopened)
    expect(await collect(reopened.dump())).toEqual(before)
    expect((await reopened.write(HARBOUR, 'imp:1')).statements).toEqual({ ...none, unchanged: 5 })
  })

  it('goes into a file, to the embedded engine, and back: the same lines, the same checksum', async () => {
    const folder = temporaryFolder()
    const store = await fill(await empty())
    const { checksum } = await backup(store, join(folder, 'first.ndjson.gz'))
    const embedded = await openStore({ dataDir: folder })
    open.push(embedded)
    await restore(embedded, join(folder, 'first.ndjson.gz'))
    expect((await backup(embedded, join(folder, 'embedded.ndjson'))).checksum).toBe(checksum)
    expect(sortedLines(join(folder, 'embedded.ndjson'))).toEqual(sortedLines(join(folder, 'first.ndjson.gz')))
    expect(await graphChecksum(embedded)).toBe(await graphChecksum(store))
    const home = await empty()
    await restore(home, join(folder, 'embedded.ndjson'))
    expect((await backup(home, join(folder, 'home.ndjson'))).checksum).toBe(checksum)
  })

  it('says the password is wrong', async () => {
    if (engine.server === undefined) return NOT_APPLICABLE('A file has no password.')
    const { code, message } = await refusal(openStore({ dataDir: '', neo4j: { ...engine.server, password: 'not the password' } }))
    expect([code, message]).toEqual(['WRONG_PASSWORD', `The Neo4j server ${engine.server.uri} refuses the login. Check NEO4J_USER and NEO4J_PASSWORD.`])
  })

  it('says which database is missing, and which address is none', async () => {
    if (engine.server === undefined) return NOT_APPLICABLE('A file has neither databases nor an address.')
    expect((await refusal(openStore({ dataDir: '', neo4j: { ...engine.server, database: 'nosuch' } }))).code).toBe('BAD_SETTING')
    expect((await refusal(openStore({ dataDir: '', neo4j: { uri: 'http://127.0.0.1' } }))).code).toBe('BAD_SETTING')
  })
}

describe('A store that cannot be opened', () => {
  it('says within 3 seconds that nothing listens, and that what listens does not answer', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    for (const uri of ['bolt://127.0.0.1:1', 'neo4j://127.0.0.1:1', `bolt://127.0.0.1:${port}`]) {
      const start = performance.now()
      const { code, message } = await refusal(openStore({ dataDir: '', neo4j: { uri, password: 'whatever' } }))
      expect([code, message]).toEqual(['SERVER_UNREACHABLE', `The Neo4j server ${uri} does not answer. Is it running, and is the address right?`])
      expect(performance.now() - start).toBeLessThan(3_500) // 3 s promised; half a second for a busy machine
    }
    silent.close()
  })
})
