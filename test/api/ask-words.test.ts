import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from '#api/atlas.ts'
import { askArguments } from '#api/commands/ask-arguments.ts'
import { askHere } from '#api/commands/put-question.ts'
import { inWords } from '#api/commands/render/in-words.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { MODEL } from '#model/model.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import { brand, brandOf, locatedIn, operates, organisation, owns, place, site, soldIn } from '../worlds/snapshot-world.ts'

const PLACES = ['place:here', 'place:there'] as const
const inBoth = <T>(of: (where: string, at: number) => T): T[] => PLACES.map((where, at) => of(where, at))
const HALLS = PLACES.flatMap((where, at) => [10, 30].map((megawatts) => ({ id: `site:hall-${at}-${megawatts}`, where, megawatts })))
/**
 *   Maybe NV ──40–60 %──▶ Pier NV ──operates──▶ a terminal in each place
 *   Tea Group ──100 %──▶ Tea NV ◀──brand of── Tea ──sold in──▶ both places, in 12 shops there
 *   Fund ──8 %──▶ Pier NV, ──30 %──▶ Tea NV, ──20 %──▶ two halls of 10 and 30 MW in each place
 *   One NV, Two NV ──joint control──▶ Yard NV ──operates──▶ a warehouse in each place, which goes into use in 2020
 */
const NODES: readonly NodeValue[] = [
  { label: 'Source', id: 'src:one', name: 'Harbour news', kind: 'news', retrievedOn: '2026-11-01' }, ...PLACES.map((id) => place(id)),
  ...['Maybe NV', 'Pier NV', 'Tea Group', 'Tea NV', 'Fund', 'One NV', 'Two NV', 'Yard NV'].map((name) => organisation(`org:zz/${name.toLowerCase().replace(' ', '-')}`, { name })),
  brand('brand:tea', { name: 'Tea' }), ...inBoth((_, at) => site(`site:pier-${at}`, 'port terminal', { name: `Pier ${at}` })), ...inBoth((_, at) => site(`site:yard-${at}`, 'warehouse', { name: `Yard ${at}` })),
  ...HALLS.map(({ id }) => site(id, 'data centre')),
]
const STATEMENTS: readonly Statement[] = [
  owns('org:zz/maybe-nv', 'org:zz/pier-nv', [0.4, 0.6]), owns('org:zz/tea-group', 'org:zz/tea-nv', 0.7), owns('org:zz/fund', 'org:zz/pier-nv', 0.08), owns('org:zz/fund', 'org:zz/tea-nv', 0.3),
  ...['one', 'two'].map((name) => owns(`org:zz/${name}-nv`, 'org:zz/yard-nv', 0.5, { interest: 'joint control' })), brandOf('brand:tea', 'org:zz/tea-nv'),
  ...inBoth((where) => soldIn('brand:tea', where, { stores: 12 })),
  ...HALLS.flatMap(({ id, where, megawatts }) => [locatedIn(id, where, { capacity: { amount: megawatts, unit: 'MW', measure: 'capacity', year: 2024 } }), owns('org:zz/fund', id, 0.2)]),
  ...inBoth((where, at) => locatedIn(`site:pier-${at}`, where)), ...inBoth((_, at) => operates('org:zz/pier-nv', `site:pier-${at}`)),
  ...inBoth((where, at) => locatedIn(`site:yard-${at}`, where, { validFrom: '2020' })), ...inBoth((_, at) => operates('org:zz/yard-nv', `site:yard-${at}`, { validFrom: '2020' })),
]
const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-words-'))
const schema = buildSchema(MODEL)
let store: GraphStore
let atlas: Atlas

beforeAll(async () => {
  store = await openStore({ dataDir })
  await store.write({ nodes: NODES, statements: STATEMENTS }, 'imp:words')
  atlas = await readAtlas(store, () => '2026-11-24')
})
afterAll(async () => {
  atlas.stopJobs()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})
async function words(...args: string[]): Promise<string> {
  const asked = askArguments(args)
  const value = await askHere(schema, atlas, asked)
  return inWords(asked, value!)
}
/** The lines of one row of a ranking, from its head to the next one. */
const rowOf = (text: string, name: string): string[] => {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => new RegExp(`^ *\\d+ ${name}`).test(line))
  const length = lines.slice(start).findIndex((line) => line === '')
  return start < 0 ? [] : lines.slice(start, start + length)
}
const SHARED = ['shared', ...PLACES] as const

describe('a ranking in a terminal', () => {
  it('calls control that only the maxima allow possible, not certain, and says how much at most', async () => {
    const row = rowOf(await words(...SHARED), 'Maybe NV')
    expect(row[0]).toContain('score 0.000')
    expect(row).toContain('      Pier 0 (control possible, not certain: majority, at most 100 %)')
    expect(row).toContain('    here: up to 1 of 1 port terminals on record in place:here, 2026')
  })

  it('names a brand by its name, with who controls the organisation it belongs to', async () => {
    const row = rowOf(await words(...SHARED), 'Tea NV · Tea Group')
    expect(row).toContain('      Tea (brand of)')
    expect(row).toContain('    here: 12 of 12 shops on record in place:here, undated figures')
    expect(row.join('\n')).toContain('Harbour news reports that Tea is a brand of Tea NV, undated.')
    const everybody = rowOf(await words(...SHARED, '--collapse', 'false'), 'Tea Group')
    expect(everybody).toContain('      Tea (control: majority)')
  })

  it('says joint control, in equal parts', async () => {
    const row = rowOf(await words(...SHARED), 'One NV')
    expect(row).toContain('      Yard 0 (control: joint, 50 %)')
    expect(row).toContain('    here: 1 of 1 warehouses on record in place:here, 2026; counted as 0.5: joint control in equal parts')
  })

  it('counts shares of holders, and calls nothing control that is none', async () => {
    const row = rowOf(await words(...SHARED, '--list', 'financiers'), 'Fund')
    expect(row).toContain('    here: Shares in 1, together 8 %, of 1 port terminals on record in place:here, 2026')
    expect(row).toContain('    here: Shares in 1 site or brand, together 30 %, of 12 shops on record in place:here, undated figures')
    expect(row).toContain('    here: Shares in 2 sites or brands, together 20 %, of 40 MW capacity on record in place:here, 2024')
    expect(row).toContain('      Pier 0 (operates, 8 %)')
    expect(row).toContain('      Tea (brand of, 30 %)')
  })

  it('has a reason and a date to begin with where the day is before all that is dated', async () => {
    const text = await words(...SHARED, '--domain', 'industry', '--as-of', '2010-01-01')
    expect(text.split('\n')[0]).toBe('Shared adversaries of place:here and place:there: 0 of 0')
    expect(text).toContain('Here: No sites of the domain industry in place:here are on record for 2010-01-01; the first on record is from 2020 on.')
    expect(text).toContain('  2010-01-01 is before the first date on record, 2020-01-01: only what has no date counts.')
  })
})
