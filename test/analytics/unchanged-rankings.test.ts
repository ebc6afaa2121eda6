import { describe, expect, it } from 'vitest'
import { coverage } from '#analytics/record/coverage.ts'
import { mirrorPoints } from '#analytics/mirrors/mirror-points.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import { twinPlaces } from '#analytics/twins/twin-places.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { PlainWorld } from '../oracles/slow-exposure.ts'
import { randomWorld, statementsOf } from '../random-places.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, organisation, place, sameAs, site } from '../worlds/snapshot-world.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

const FIRST_SEED = 300
const WORLDS = Array.from({ length: 50 }, (_, at) => ({ seed: FIRST_SEED + at, world: randomWorld(FIRST_SEED + at) }))
type Seeded = (typeof WORLDS)[number]

const nodesOf = (world: PlainWorld, kind = 'city'): NodeValue[] => [
  ...world.places.map((id) => place(id, { kind })), place('district', { kind: 'district' }), ...world.organisations.map((id) => organisation(id)),
  ...world.sites.map(({ id, domain }) => site(id, domain === 'port' ? 'port terminal' : 'data centre')),
]
const read = async (nodes: readonly NodeValue[], statements: readonly Statement[]): Promise<OwnershipView> => viewAt(await aWorld(nodes, statements), { asOf: TODAY, grades: ['reported'], today: TODAY })

/** Everything the rankings say about the places here and there, by name; `named` gives the names they had before a change. */
function answers(view: OwnershipView, world: PlainWorld, named: (id: string) => string = (id) => id): Findings {
  const at = (id: string) => view.canonical[view.snapshot.indexOf(id)!]!
  const name = (node: number) => named(view.snapshot.nodes.ids[node]!)
  const findings: Findings = {}
  const ids = new Map(view.snapshot.nodes.ids.map((id, node) => [named(id), node]))
  const [here, there] = [at(view.snapshot.nodes.ids[ids.get('here')!]!), at(view.snapshot.nodes.ids[ids.get('there')!]!)]
  for (const list of ['controllers', 'financiers'] as const) {
    const { rows } = sharedAdversaries(view, here, there, { list, weights: undefined, beta: 0.25, collapse: false })
    for (const row of rows) {
      const numbers = { hereLow: row.here.low, hereHigh: row.here.high, thereLow: row.there.low, thereHigh: row.there.high, ubiquity: row.ubiquity, score: row.score, scoreHigh: row.scoreHigh }
      for (const [what, value] of Object.entries(numbers)) findings[`${list}, ${name(row.actor)}, ${what}`] = value
    }
    findings[`${list}, rows of chains`] = sharedAdversaries(view, here, there, { list, weights: undefined, beta: 0.25, collapse: true }).rows.length
  }
  const options = { weights: undefined, beta: 0.25, top: 10, threshold: 0.6, fit: { languages: false, timeZones: undefined } } as const
  for (const row of twinPlaces(view, placeIndexOf(view), here, 10, options).rows) findings[`twin ${name(row.there)}`] = row.score
  const mapped = coverage(view, here, undefined)
  Object.assign(findings, { sites: mapped.sites, withOperator: mapped.withOperator, withOwner: mapped.withOwner })
  for (const id of world.organisations) {
    const { pairs } = mirrorPoints(view, view.canonical[ids.get(id)!]!, here, there)
    findings[`mirrors of ${id}`] = pairs.reduce((sum, { similarity }) => sum + similarity, 0)
  }
  return findings
}

/** Half of what an organisation has, by turns, is said about a second record of it. */
function splitRecord(world: PlainWorld, id: string): { readonly world: PlainWorld; readonly judgement: Statement } {
  const second = `${id} again`
  let turn = 0
  const one = (name: string) => (name === id && turn++ % 2 === 0 ? second : name)
  return {
    judgement: sameAs(second, id),
    world: {
      ...world, organisations: [...world.organisations, second],
      stakes: world.stakes.map((stake) => ({ ...stake, holder: one(stake.holder), held: one(stake.held) })),
      sites: world.sites.map((each) => ({ ...each, operators: each.operators.map(one) })),
    },
  }
}

async function expectUnchanged(change: (seeded: Seeded) => Promise<readonly [view: OwnershipView, named?: (id: string) => string]>, tolerance = 1e-9): Promise<void> {
  const [before, after] = [new Map<number, Findings>(), new Map<number, Findings>()]
  for (const seeded of WORLDS) {
    before.set(seeded.seed, answers(await read(nodesOf(seeded.world), statementsOf(seeded.world)), seeded.world))
    const [view, named] = await change(seeded)
    after.set(seeded.seed, answers(view, seeded.world, named))
  }
  expect(differences(({ seed }) => after.get(seed)!, ({ seed }) => before.get(seed)!, WORLDS, tolerance)).toEqual([])
}

describe(`rankings, twins, mirrors and coverage of ${WORLDS.length} worlds (seeds from ${FIRST_SEED}) do not change`, () => {
  it('when every statement is made by a second source, too', () =>
    expectUnchanged(async ({ world }) => [await read(nodesOf(world), [...statementsOf(world), ...statementsOf(world, 'src:two')])]))

  it('when an organisation has two records that are judged to be the same', () =>
    expectUnchanged(async ({ seed, world }) => {
      const { world: split, judgement } = splitRecord(world, `o${seed % 9}`)
      return [await read(nodesOf(split), [...statementsOf(split), judgement]), (id) => id.replace(' again', '')]
    }))

  it('when rows come in another order', () =>
    expectUnchanged(async ({ seed, world }) => {
      const random = seededRandom(seed)
      const [nodes, statements] = [nodesOf(world), statementsOf(world)]
      return [await read(shuffled(nodes.length, random).map((at) => nodes[at]!), shuffled(statements.length, random).map((at) => statements[at]!))]
    }, 0))

  it('when everything has another name', () =>
    expectUnchanged(async ({ seed, world }) => {
      const ids = nodesOf(world).map(({ id }) => id)
      const order = shuffled(ids.length, seededRandom(seed))
      const [to, from] = [new Map(ids.map((id, at) => [id, `n${100 + order[at]!}`])), new Map(ids.map((id, at) => [`n${100 + order[at]!}`, id]))]
      const renamed = (id: string) => to.get(id) ?? id
      return [await read(nodesOf(world).map((node) => ({ ...node, id: renamed(node.id) })), statementsOf(world).map((one) => ({ ...one, from: renamed(one.from), to: renamed(one.to) }))), (id) => from.get(id) ?? id]
    }))

  it('when another world of places of another kind stands beside it', () =>
    expectUnchanged(async ({ seed, world }) => {
      const other = randomWorld(seed + 1_000)
      const moved = (id: string) => `other ${id}`
      return [await read(
        [...nodesOf(world), ...nodesOf(other, 'region').map((node) => ({ ...node, id: moved(node.id) }))],
        [...statementsOf(world), ...statementsOf(other).map((one) => ({ ...one, from: moved(one.from), to: moved(one.to) }))],
      )]
    }))

  it('but they do when a statement is lost', async () => {
    await expect(expectUnchanged(async ({ world }) => [await read(nodesOf(world), statementsOf(world).slice(0, -1))])).rejects.toThrow('to deeply equal')
  })
})
