import { describe, expect, it } from 'vitest'
import { coverage } from '#analytics/record/coverage.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { Statement } from '#model/model.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { slowCoverage } from '../oracles/slow-coverage.ts'
import type { PlainWorld } from '../oracles/slow-exposure.ts'
import { randomWorld, statementsOf } from '../random-places.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, manages, organisation, owns, place, site } from '../worlds/snapshot-world.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

const WORLDS = 520
const FIRST_SEED = 150_001
const KINDS = ['port terminal', 'data centre']
const AREAS = ['here', 'there', 'third', 'fourth', 'district', undefined]

interface CoveredWorld { readonly seed: number; readonly world: PlainWorld; readonly statements: readonly Statement[]; readonly kindOf: ReadonlyMap<string, string> }

/** Every 26th world of 173 nodes, the others of 26: many sites without operator or owner, managers, sources read on many days; two operators nobody else is connected with. */
function coveredWorld(seed: number): CoveredWorld {
  const random = seededRandom(seed)
  const world = randomWorld(seed, seed % 26 === 0 ? 8 : 1)
  const sites = world.sites.map(({ id }) => id)
  const some = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
  const anySite = () => sites[Math.floor(random() * sites.length)]!
  const more = [...some(3, () => manages('lone manager', anySite())), ...some(2, () => manages('owner of sites', anySite())), owns('owner of sites', sites[0]!, 0.01)]
  const day = () => `2026-${String(6 + Math.floor(random() * 5)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  const statements = [...statementsOf(world), ...more].map((one): Statement => ({ ...one, retrievedOn: day() }))
  return { seed, world, statements, kindOf: new Map(world.sites.map(({ id, domain }) => [id, domain === 'port' ? KINDS[0]! : KINDS[1]!])) }
}

async function viewFor({ world, kindOf }: CoveredWorld, statements: readonly Statement[]): Promise<OwnershipView> {
  const nodes = [...world.places.map((id) => place(id)), place('district', { kind: 'district' }), ...world.organisations.map((id) => organisation(id)), ...[...kindOf].map(([id, kind]) => site(id, kind))]
  return viewAt(await aWorld(nodes, statements), { asOf: TODAY, grades: ['reported'], today: TODAY })
}

/** All areas and kinds of a world; "unconnected" by name, and whether those with most sites come first. */
function found({ kindOf }: CoveredWorld, view: OwnershipView): Findings {
  const { snapshot } = view
  const findings: Findings = {}
  for (const area of AREAS) {
    for (const kind of [undefined, ...KINDS]) {
      const [first] = [...kindOf].filter(([, one]) => one === kind).map(([id]) => snapshot.nodes.domain[snapshot.indexOf(id)!]!)
      if (kind !== undefined && first === undefined) continue
      const { sites, withOperator, withOwner, byDomain, oldestSource, unconnected } = coverage(view, area === undefined ? undefined : snapshot.indexOf(area)!, first)
      const name = `${area ?? 'everywhere'}, ${kind ?? 'all'}`
      Object.assign(findings, { [`${name}: sites`]: sites, [`${name}: with operator`]: withOperator, [`${name}: with owner`]: withOwner })
      if (oldestSource !== undefined) findings[`${name}: oldest`] = oldestSource
      for (const { operator, sites: count } of unconnected) findings[`${name}: ${snapshot.nodes.ids[operator]} alone`] = count
      findings[`${name}: out of order`] = unconnected.filter(({ sites: count }, at) => count > (unconnected[at - 1]?.sites ?? Infinity)).length
      for (const part of ['sites', 'withOperator', 'withOwner'] as const) findings[`${name}: ${part} of domains`] = [...byDomain.values()].reduce((sum, one) => sum + one[part], 0)
    }
  }
  return findings
}

function expected({ kindOf }: CoveredWorld, statements: readonly Statement[]): Findings {
  const findings: Findings = {}
  for (const area of AREAS) {
    for (const kind of [undefined, ...KINDS]) {
      if (kind !== undefined && ![...kindOf.values()].includes(kind)) continue
      const { sites, withOperator, withOwner, oldest, unconnected } = slowCoverage(statements, kindOf, area, kind)
      const name = `${area ?? 'everywhere'}, ${kind ?? 'all'}`
      Object.assign(findings, { [`${name}: sites`]: sites.length, [`${name}: with operator`]: withOperator, [`${name}: with owner`]: withOwner, [`${name}: out of order`]: 0 })
      Object.assign(findings, { [`${name}: sites of domains`]: sites.length, [`${name}: withOperator of domains`]: withOperator, [`${name}: withOwner of domains`]: withOwner })
      if (oldest !== undefined) findings[`${name}: oldest`] = dayNumber(oldest)
      for (const line of unconnected) findings[`${name}: ${line.split(': ')[0]} alone`] = Number(line.split(': ')[1])
    }
  }
  return findings
}

describe(`coverage of ${WORLDS} random worlds, 20 of them with 173 nodes (seeds ${FIRST_SEED} to ${FIRST_SEED + WORLDS - 1})`, () => {
  let unconnected = 0
  it.each([0, 1, 2, 3])('is what counting by definition gives, in every place, of every kind; quarter %i', async (quarter) => {
    for (let seed = FIRST_SEED + quarter; seed < FIRST_SEED + WORLDS; seed += 4) {
      const world = coveredWorld(seed)
      const findings = found(world, await viewFor(world, world.statements))
      expect(differences(() => findings, () => expected(world, world.statements), [world])).toEqual([])
      unconnected += Object.keys(findings).filter((name) => name.endsWith('alone')).length
    }
  })

  it('met operators that nobody is connected with', () => expect(unconnected).toBeGreaterThan(500))

  it('would be noticed if a statement were not read, or parts of places not counted', async () => {
    let [lost, apart] = [0, 0]
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
      const world = coveredWorld(seed)
      const findings = found(world, await viewFor(world, world.statements))
      lost += differences(() => findings, () => expected(world, world.statements.slice(0, -3)), [world]).length > 0 ? 1 : 0
      apart += differences(() => findings, () => expected(world, world.statements.filter(({ type }) => type !== 'PART_OF')), [world]).length > 0 ? 1 : 0
    }
    expect(lost).toBeGreaterThan(10)
    expect(apart).toBeGreaterThan(20)
  })

  it('stays when rows are mixed and statements doubled by another source', async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 60; seed++) {
      const world = coveredWorld(seed)
      const before = found(world, await viewFor(world, world.statements))
      const mixed = shuffled(world.statements.length, seededRandom(seed)).map((at) => world.statements[at]!)
      expect(found(world, await viewFor(world, mixed)), `seed ${seed}`).toEqual(before)
      const doubled = [...world.statements, ...mixed.map((one) => ({ ...one, sourceId: 'src:two' }))]
      expect(found(world, await viewFor(world, doubled)), `seed ${seed}`).toEqual(before)
    }
  })
})
