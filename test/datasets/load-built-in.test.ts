import { afterEach, describe, expect, it } from 'vitest'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import { CLOCK, emptyStore } from './loaded-store.ts'

const left: (() => Promise<void>)[] = []
afterEach(async () => { for (const remove of left.splice(0)) await remove() })

describe('loading the built-in data sets', () => {
  it('accounts for every row and loads all of them, one import each, places first', async () => {
    const { store, remove } = await emptyStore()
    left.push(remove)
    const texts: string[] = []
    const reports = await loadBuiltIn(store, { clock: CLOCK, onProgress: ({ text }) => { if (text.endsWith('reading, 0 rows')) texts.push(text) } })
    expect(texts).toEqual(['places', 'ports', 'data centres', 'landlords', 'brands'].map((name, i) => `Loading built-in data ${i + 1} of 5, ${name}: reading, 0 rows`))
    expect(reports.map(({ read, loaded, rejected, skipped }) => [read === loaded, rejected, skipped])).toEqual(Array(5).fill([true, 0, 0]))
    expect((await store.counts()).nodes).toMatchObject({ Import: 5, Site: 2540 })
  })
  it('does nothing the second time, in a blink, and comes to the same graph in two steps', async () => {
    const { store, remove } = await emptyStore()
    left.push(remove)
    await loadBuiltIn(store, { clock: CLOCK, only: ['brands'] })
    const counts = await store.counts()
    expect(await loadBuiltIn(store, { clock: CLOCK, only: ['brands'] })).toEqual([])
    expect(await store.counts()).toEqual(counts)
    const [places] = await loadBuiltIn(store, { clock: CLOCK, only: ['brands', 'places'] })
    expect(places!.preset).toMatch(/^built-in places [0-9a-f]{12}$/)
  })
  it('takes an older edition back before the new one comes', async () => {
    const { store, remove } = await emptyStore()
    left.push(remove)
    const source = { label: 'Source' as const, id: 'src:old', name: 'Old edition', kind: 'dataset' as const, retrievedOn: '2020-01-01' }
    const old = { label: 'Import' as const, id: 'imp:old', name: 'brands', preset: 'built-in brands 000000000000', importedAt: '2020-01-01T00:00:00Z', fileSha256: '0', read: 1, loaded: 1, rejected: 0, skipped: 0 }
    await store.write({ nodes: [source, old, { label: 'Organisation', id: 'org:zz/gone', name: 'Gone', nameKey: 'gone', kind: 'company' }], statements: [] }, 'imp:old')
    await loadBuiltIn(store, { clock: CLOCK, only: ['brands'] })
    expect([...(await store.nodes(['org:zz/gone', 'imp:old', 'org:de/rewe-group'])).keys()]).not.toContain('imp:old')
    expect((await store.nodes(['org:de/rewe-group'])).size).toBe(1)
  })
})
