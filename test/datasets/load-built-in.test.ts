import { afterEach, describe, expect, it } from 'vitest'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import { CLOCK, emptyStore } from './loaded-store.ts'

const left: (() => Promise<void>)[] = []
afterEach(async () => { for (const remove of left.splice(0)) await remove() })

describe('loading the built-in data sets', () => {
  it('goes places first whatever the order asked for, says so, and does nothing the second time', async () => {
    const { store, remove } = await emptyStore()
    left.push(remove)
    const texts: string[] = []
    const reports = await loadBuiltIn(store, { clock: CLOCK, only: ['brands', 'places'], onProgress: ({ text }) => { if (text.endsWith('reading, 0 rows')) texts.push(text) } })
    expect(texts).toEqual(['Loading built-in data 1 of 2, places: reading, 0 rows', 'Loading built-in data 2 of 2, brands: reading, 0 rows'])
    expect(reports.map(({ preset }) => preset.replace(/[0-9a-f]{12}$/, '…'))).toEqual(['built-in places …', 'built-in brands …'])
    const counts = await store.counts()
    expect(await loadBuiltIn(store, { clock: CLOCK, only: ['brands', 'places'] })).toEqual([])
    expect(await store.counts()).toEqual(counts)
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
