import { performance } from 'node:perf_hooks'
import { parse } from 'graphql'
import { MODEL } from '#model/model.ts'
import { openFilledStore, todayOf } from './commands/open-atlas.ts'
import { loadDocument } from './commands/load-document.ts'
import { readAtlas } from './read-atlas.ts'
import { buildSchema } from './schema/build-schema.ts'
import { readSettings } from './settings.ts'
import { startServer } from './server.ts'
import { createLog } from './log.ts'
import { weighQuery } from './limits/weigh-query.ts'

const settings = readSettings({ DATA_DIR: '/tmp/mp-api/data', PORT: '0', MIRRORPOINT_ANSWER_MS: '60000' })
let t = performance.now()
const store = await openFilledStore(settings, (l) => console.log(l))
console.log('filled', Math.round(performance.now() - t)); t = performance.now()
const atlas = await readAtlas(store, todayOf(settings))
console.log('atlas', Math.round(performance.now() - t), 'rss', Math.round(process.memoryUsage().rss / 1e6))
const schema = buildSchema(MODEL)
const server = await startServer({ settings, atlas: () => atlas, log: createLog('error') })
const ids: string[] = []
for await (const slice of store.allNodes('Organisation')) for (const { id } of slice) if (ids.length < 60) ids.push(id)
const cases: [string, string, object][] = [
  ['about', loadDocument('about'), {}],
  ['search', loadDocument('search'), { text: 'apm', first: 20 }],
  ['search100', loadDocument('search'), { text: 'a', first: 100 }],
  ['place', loadDocument('place'), { id: 'unlocode:NLRTM' }],
  ['place100', loadDocument('place'), { id: 'iso3166:US', first: 100 }],
  ['shared port', loadDocument('shared'), { here: 'unlocode:NLRTM', there: 'unlocode:USLAX', domain: 'PORT' }],
  ['shared port2', loadDocument('shared'), { here: 'unlocode:NLRTM', there: 'unlocode:USLAX', domain: 'PORT' }],
  ['shared NL US', loadDocument('shared'), { here: 'iso3166:NL', there: 'iso3166:US', first: 20 }],
  ['shared NL US all', loadDocument('shared'), { here: 'iso3166:NL', there: 'iso3166:US', first: 100, collapse: false }],
  ['shared CN US 100', loadDocument('shared'), { here: 'iso3166:CN', there: 'iso3166:US', first: 100 }],
  ['shared DE US fin', loadDocument('shared'), { here: 'iso3166:DE', there: 'iso3166:US', list: 'FINANCIERS' }],
  ['paths', loadDocument('paths'), { from: 'org:dk/ap-moller-holding-as', to: 'smdg:USLAX/P400' }],
  ['coverage', loadDocument('coverage'), {}],
  ['sources', loadDocument('sources'), { first: 100 }],
  ['orgs statements', '{ places(first: 1) { totalCount } nodes(ids: ' + JSON.stringify(ids) + ') { ... on Organisation { statements(first: 100) { key type status grade sentence asOf share { low high } from { id name } to { id name } source { title publisher url licence retrievedOn } } } } }', {}],
  ['sites of places', '{ places(first: 20, withData: PORT) { nodes { sites(first: 40) { id name coordinates { lat lon } operators { id name } owners { id name } } } } }', {}],
  ['place coverage', '{ places(first: 100, withData: PORT) { nodes { name siteCount domains coverage { sentence sites withOwner } } } }', {}],
  ['places100', '{ places(first: 100) { nodes { id name kind siteCount domains parents { name } } } }', {}],
  ['6 rankings', '{' + [0,1,2,3,4,5].map((i) => `r${i}: sharedAdversaries(here: "iso3166:NL", there: "iso3166:US", first: 100) { ... on SharedAdversaries { items { rank organisation { name } here { low high siteCount byDomain { sentence } } there { low high } } } }`).join(' ') + '}', {}],
]
for (const [name, query, variables] of cases) {
  const weight = weighQuery(schema, parse(query), undefined, variables as Record<string, unknown>)
  const ms: number[] = []
  let bytes = 0; let text = ''; let status = 0
  for (let i = 0; i < 3; i++) {
    const s = performance.now()
    const r = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
    text = await r.text(); bytes = text.length; status = r.status
    ms.push(Math.round(performance.now() - s))
  }
  console.log(name.padEnd(20), 'cost', Math.round(weight?.cost ?? -1), 'fields', weight?.fields, 'depth', weight?.depth, 'ms', ms.join('/'), 'bytes', bytes, status, status === 200 ? '' : text.slice(0, 300), /"__typename":"(NotFound|InvalidInput|TooLarge|Unavailable)"/.exec(text)?.[0] ?? '')
}
await server.close(); await store.close()
