import { openStore } from '#store/open-store.ts'
const t = async (name: string, f: () => Promise<any>) => { const s = performance.now(); try { await f() } catch (e: any) { console.log(e.code, e.message, e.cause?.message) } console.log(name, (performance.now() - s).toFixed(0)) }
let store: any
await t('open', async () => { store = await openStore({ dataDir: '/tmp/gs', neo4j: { uri: process.env.U!, password: 'correct-horse' } }) })
const org = (id: string, name: string) => ({ label: 'Organisation', id, name, nameKey: name.toLowerCase(), kind: 'company' }) as any
const own = (from: string, to: string, min: number) => ({ type: 'OWNS', from, to, sourceId: 'src:1', grade: 'REGISTER', status: 'in force', retrievedOn: '2026-01-01', interest: 'shareholding', share: { min, max: min } }) as any
const batch = { nodes: [org('a', 'Alpha'), org('b', 'Beta')], statements: [own('a', 'b', 1), own('a', 'b', 0.5)] }
await t('write', () => store.write(batch, 'imp:1'))
await t('nodes', () => store.nodes(['a']))
await t('nodes', () => store.nodes(['a']))
await t('of', () => store.statementsOf('a'))
await t('keys', () => store.statements(['a']))
await t('search', () => store.search('a', { limit: 20 }))
await t('counts', () => store.counts())
await t('undo', () => store.undo('imp:1'))
await t('close', () => store.close())
