import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { integratedHolders } from '#analytics/ownership/integrated-ownership.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import { relationPaths } from '#analytics/record/relation-paths.ts'
import { row } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { openGrafeo } from '#store/dialects/grafeo.ts'
import { openNeo4j } from '#store/dialects/neo4j.ts'
import { engineStore } from '#store/engine-store.ts'
import type { Engine } from '#store/engine.ts'
import { effectiveShares, sharedActors, shortestWays } from '#store/registry/second-opinions.ts'
import { seededRandom } from '../seeded-random.ts'
import { ENGINES, temporaryFolder, titleOf } from './engines.ts'
import type { TestEngine } from './engines.ts'

const TODAY = '2026-11-24'
const ORGANISATIONS = 14
const SITES = 8
const PLACES = 3
/** On graphs this small no chain without a circle is longer than the eight steps a statement looks. */
const LEVELS = 7

interface World { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] }

/**
 * Companies on seven levels, each holding some of those below it (no circles), sites run by some and held by some, in
 * three places. Every world has ids of its own, so that all can lie in one store.
 */
function randomWorld(seed: number): World {
  const random = seededRandom(seed)
  const id = (kind: string, at: number) => `${kind}:w${seed}-${at}`
  const named = (label: NodeValue['label'], kind: string, of: string, more: object = {}) => ({ label, id: of, name: of, nameKey: of, kind, ...more }) as unknown as NodeValue // a node of the label given
  const provenance = { sourceId: `src:w${seed}`, grade: 'register', status: 'in force', retrievedOn: '2026-11-01' } as const
  const levelOf = Array.from({ length: ORGANISATIONS }, () => Math.floor(random() * LEVELS))
  const statements: Statement[] = []
  for (let held = 0; held < ORGANISATIONS; held++) {
    let left = 1
    for (let holder = 0; holder < ORGANISATIONS; holder++) {
      if (levelOf[holder]! >= levelOf[held]! || random() > 0.3) continue
      const share = Math.round(random() * left * 100) / 100
      if (share === 0) continue // an exact 0 says that a holder has left
      left -= share
      statements.push({ type: 'OWNS', from: id('org', holder), to: id('org', held), interest: 'shareholding', share: { min: share, max: share }, ...provenance })
    }
  }
  for (let site = 0; site < SITES; site++) {
    const [operator, owner] = [Math.floor(random() * ORGANISATIONS), Math.floor(random() * ORGANISATIONS)]
    statements.push({ type: 'LOCATED_IN', from: id('site', site), to: id('place', Math.floor(random() * PLACES)), ...provenance })
    statements.push({ type: 'OPERATES', from: id('org', operator), to: id('site', site), ...provenance })
    if (random() < 0.5) statements.push({ type: 'OWNS', from: id('org', owner), to: id('site', site), interest: 'shareholding', share: { min: 0.4, max: 0.4 }, ...provenance })
  }
  const list = (count: number, make: (at: number) => NodeValue) => Array.from({ length: count }, (_, at) => make(at))
  return {
    nodes: [
      { label: 'Source', id: `src:w${seed}`, name: 'Register', kind: 'register', retrievedOn: '2026-11-01' },
      ...list(ORGANISATIONS, (at) => named('Organisation', 'company', id('org', at))), ...list(SITES, (at) => named('Site', 'port terminal', id('site', at), { precision: 'exact' })), ...list(PLACES, (at) => named('Place', 'city', id('place', at))),
    ],
    statements,
  }
}

const SEEDS = Array.from({ length: 25 }, (_, at) => at + 1)

describe.each(ENGINES.map((engine) => [titleOf(engine), engine] as const))('%s', (_title, engine) => {
  describe.skipIf(engine.missing !== undefined)('asked in its own language says what the arrays say', () => sameAnswers(engine))
})

function sameAnswers(test: TestEngine): void {
  const folder = temporaryFolder()
  let engine: Engine
  let snapshot: Snapshot
  beforeAll(async () => {
    if (test.kind === 'neo4j') await (await test.empty()).close() // whatever an earlier suite left is gone
    engine = test.server === undefined ? openGrafeo(join(folder, 'atlas.grafeo')) : await openNeo4j(test.server)
    const store = engineStore(engine)
    await store.migrate()
    const worlds = SEEDS.map(randomWorld)
    await store.write({ nodes: worlds.flatMap(({ nodes }) => nodes), statements: worlds.flatMap(({ statements }) => statements) }, 'imp:worlds')
    snapshot = await buildSnapshot(store)
  })
  afterAll(async () => {
    await engine.close()
    await test.cleanUp()
    rmSync(folder, { recursive: true, force: true })
  })
  const view = () => viewAt(snapshot, { asOf: TODAY, grades: ['register'], today: TODAY })
  const node = (id: string): number => snapshot.indexOf(id)!
  const idOf = (at: number): string => snapshot.nodes.ids[at]!

  it.each(SEEDS)('effective shares over all chains (world %i)', async (seed) => {
    for (let held = 0; held < ORGANISATIONS; held++) {
      const id = `org:w${seed}-${held}`
      const rows = await engine.read(effectiveShares, { id })
      const solved = new Map(integratedHolders(view().stakes, node(id)).holders.map((holder) => [idOf(holder.node), holder.low]))
      expect(rows.map((one) => one.id)).toEqual([...solved.keys()].sort())
      for (const { id: holder, share } of rows) expect(Math.abs(share - solved.get(holder)!)).toBeLessThan(1e-9)
    }
  })

  it.each(SEEDS)('shortest ways from everybody to every site (world %i)', async (seed) => {
    let found = 0
    for (let organisation = 0; organisation < ORGANISATIONS; organisation++) {
      for (let site = 0; site < SITES; site += 3) {
        const [from, to] = [`org:w${seed}-${organisation}`, `site:w${seed}-${site}`]
        const rows = await engine.read(shortestWays, { from, to, limit: 500 })
        const { paths, complete } = relationPaths(view(), node(from), node(to), { limit: 500 })
        expect(complete).toBe(true)
        const shortest = paths.filter(({ length }) => length === paths[0]!.length).map((steps) => [from, ...steps.map((step) => idOf(step.to))].join(' '))
        // Who holds and runs a site has two relations to it and one way over the same nodes.
        expect([...new Set(rows.map(({ ids }) => ids.join(' ')))].sort()).toEqual([...new Set(shortest)].sort())
        found += rows.length
      }
    }
    expect(found).toBeGreaterThan(0)
  })

  it.each(SEEDS)('actors above sites in both places (world %i)', async (seed) => {
    const { stakes, operations, locations } = view()
    const above = (place: string): Set<string> => {
      const reached = new Set(Array.from(row(locations.byTo, node(place)), (link) => locations.from[link]!))
      for (const at of reached) { // grows while it is read
        for (const link of row(operations.byTo, at)) reached.add(operations.from[link]!)
        for (let entry = stakes.heldStart[at]!; entry < stakes.heldStart[at + 1]!; entry++) reached.add(stakes.holder[entry]!)
      }
      return new Set([...reached].map(idOf).filter((id) => id.startsWith('org:')))
    }
    for (const [a, b] of [[0, 1], [1, 2], [0, 2]] as const) {
      const [here, there] = [`place:w${seed}-${a}`, `place:w${seed}-${b}`]
      const rows = await engine.read(sharedActors, { here, there })
      const elsewhere = above(there)
      expect(rows.map(({ id }) => id)).toEqual([...above(here)].filter((id) => elsewhere.has(id)).sort())
      const { rows: ranked } = sharedAdversaries(view(), node(here), node(there), { list: 'financiers', weights: undefined, beta: 0, collapse: false })
      expect(ranked.map(({ actor }) => idOf(actor)).sort()).toEqual(rows.map(({ id }) => id)) // whoever has a share over some chain, however small
    }
  })
}
