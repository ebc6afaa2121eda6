import { describe, expect, it } from 'vitest'
import { placeAdversaries } from '#analytics/places/place-adversaries.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { Planted, PlainQuestion, PlainScore, PlainWorld } from '../oracles/slow-exposure.ts'
import { certainlyControls, largestBlocks, slowScores } from '../oracles/slow-exposure.ts'
import { nodesOf, randomWorld, viewOf, wideWorld, worldWithBlocks } from '../random-places.ts'

const WORLDS = 520
const BETA = 0.25
const FIRST_WIDE = 210_001
/** Each of 60 to 200 things; see {@link wideWorld}. */
const WIDE = Array.from({ length: 300 }, (_, at) => wideWorld(FIRST_WIDE + at))
/** Where a company is stated to share control of itself, and where a member of one chain is nested in another by a controller of its head. */
const RARE = [63, 226, 1216, 1281, 313, 333, 459, 1058, 1293, 1460, 1702].map((seed) => wideWorld(seed))
/** The same, with shares that one inverse gives: every other one without circles, the rest known exactly. */
const WIDELY_HELD = Array.from({ length: 250 }, (_, at) => wideWorld(FIRST_WIDE + 1_000 + at, { shares: at % 2 === 0 ? 'exact' : 'no circles' }))

type List = NonNullable<PlainQuestion['list']>

function ranking(view: OwnershipView, collapse: boolean, list: List = 'controllers') {
  const at = (id: string) => view.snapshot.indexOf(id)!
  const { rows } = sharedAdversaries(view, at('here'), at('there'), { list, weights: undefined, beta: BETA, collapse })
  const id = (node: number) => view.snapshot.nodes.ids[node]!
  return rows.map((row) => ({ ...row, actor: id(row.actor), controllers: row.controllers.map(id), members: row.members.map(id) }))
}

/** Largest difference between the ranking of a world and the slow one; Infinity where other actors are listed. */
async function difference(world: PlainWorld, planted: Planted = 'none', list: List = 'controllers'): Promise<number> {
  const expected = new Map(slowScores(world, 'here', 'there', { list, beta: BETA, planted }).map((one) => [one.actor, one]))
  const found = ranking(await viewOf(world), false, list)
  if (found.length !== expected.size) return Infinity
  return Math.max(0, ...found.map(({ actor, here, there, ubiquity, score }) => {
    const slow = expected.get(actor)
    if (slow === undefined) return Infinity
    return Math.max(...[here.low - slow.here[0], here.high - slow.here[1], there.low - slow.there[0], there.high - slow.there[1], ubiquity - slow.ubiquity, score - slow.score].map(Math.abs))
  }))
}

const isRing = ({ organisations, stakes }: PlainWorld) => stakes[0]!.holder === organisations[1] && stakes[0]!.held === organisations[0] && stakes[0]!.low === 1
/** How many worlds hold what the ranking may stumble over, in words for the name of a test. */
function mixOf(worlds: readonly PlainWorld[]): string {
  const having = (what: (world: PlainWorld) => boolean) => worlds.filter(what).length
  const sizes = worlds.map((world) => nodesOf(world).length)
  const some = (kind: PlainWorld['stakes'][number]['kind']) => having(({ stakes }) => stakes.some((stake) => stake.kind === kind))
  return `${worlds.length} worlds of ${Math.min(...sizes)} to ${Math.max(...sizes)} nodes, ${having(isRing)} with a ring of 100 %, ${having(({ stakes }) => stakes.some(({ holder, held }) => holder === held))} with own shares, `
    + `${having(({ stakes }) => stakes.some(({ source }) => source !== undefined))} with two sources for one pair, ${having(({ stakes }) => stakes.some(({ kind, low, high }) => kind === 'shares' && low < high))} with ranges, `
    + `${some('joint')} with joint ventures, ${some('group')} with groups, ${some('nominee')} with nominees, ${having((world) => largestBlocks(world).length > 0)} where a largest block may decide, `
    + `${having(({ unlisted }) => unlisted!.size > 0)} with custodians, ${having(({ sites }) => sites.some(({ domain }) => domain === 'other'))} with hospitals, ${having(({ sites }) => sites.some(({ brand }) => brand !== undefined))} with brands`
}

describe(`exposure and score of ${WORLDS} random worlds of 26 nodes (seeds from 1)`, () => {
  it('are those of the definition', async () => {
    let listed = 0
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = randomWorld(seed)
      expect(await difference(world), `world ${seed}`).toBeLessThan(1e-9)
      listed += slowScores(world, 'here', 'there', { beta: BETA }).length
    }
    expect(listed).toBeGreaterThan(WORLDS) // the worlds are not empty
  })

  it('are those of the definition where largest blocks may decide', async () => {
    let [decided, ignored] = [0, 0]
    for (let seed = 1; seed <= WORLDS / 2; seed++) {
      const world = worldWithBlocks(seed)
      expect(await difference(world), `world ${seed}`).toBeLessThan(1e-9)
      decided += largestBlocks(world).length
      if (largestBlocks(world).length > 0) ignored += (await difference(world, 'no largest blocks')) > 1e-9 ? 1 : 0
    }
    expect(decided).toBeGreaterThan(WORLDS / 2)
    expect(ignored).toBeGreaterThan(10)
  })

  it.each(['known operators only', 'mixed measures', 'no parts of places'] as const)('would differ with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (let seed = 1; seed <= 60; seed++) noticed += (await difference(randomWorld(seed), planted)) > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(10)
  })

  it('do not depend on the order of rows', async () => {
    for (const world of [...Array.from({ length: 40 }, (_, at) => randomWorld(at + 1)), ...WIDE.slice(0, 40)]) {
      for (const list of ['controllers', 'financiers', 'suppliers'] as const) expect(ranking(await viewOf(world, 'reversed'), true, list)).toEqual(ranking(await viewOf(world), true, list))
    }
  })
})

describe(`exposure and score in wide worlds (seeds from ${FIRST_WIDE})`, () => {
  it(`are those of the definition for controllers: ${mixOf(WIDE)}`, async () => {
    let listed = 0
    for (const [at, world] of WIDE.entries()) {
      expect(await difference(world), `seed ${FIRST_WIDE + at}`).toBeLessThan(1e-9)
      listed += slowScores(world, 'here', 'there', { beta: BETA }).length
    }
    expect(listed).toBeGreaterThan(10 * WIDE.length)
  })

  it('are those of the definition where a company is stated to share control of itself', async () => {
    expect(RARE.filter(({ stakes }) => stakes.some(({ holder, held, kind }) => kind === 'joint' && holder === held)).length).toBeGreaterThan(3)
    for (const world of RARE) expect(await difference(world)).toBeLessThan(1e-9)
  })

  it(`are those of the definition for holders of shares: ${mixOf(WIDELY_HELD)} (seeds from ${FIRST_WIDE + 1_000})`, async () => {
    for (const [at, world] of WIDELY_HELD.entries()) expect(await difference(world, 'none', 'financiers'), `seed ${FIRST_WIDE + 1_000 + at}`).toBeLessThan(1e-9)
  })

  it('are those of the definition for suppliers, in the same worlds', async () => {
    let listed = 0
    for (const [at, world] of WIDE.entries()) {
      expect(await difference(world, 'none', 'suppliers'), `seed ${FIRST_WIDE + at}`).toBeLessThan(1e-9)
      listed += slowScores(world, 'here', 'there', { list: 'suppliers', beta: BETA }).length
    }
    expect(listed).toBeGreaterThan(2 * WIDE.length)
  })

  it.each(['known operators only', 'mixed measures', 'no parts of places', 'no largest blocks', 'everybody is listed', 'brands in larger places'] as const)('would differ with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (const world of WIDE.slice(0, 60)) noticed += (await difference(world, planted)) > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(5)
  })

  it('would differ if shares were control', async () => {
    const scores = (world: PlainWorld, list: List) => new Map(slowScores(world, 'here', 'there', { list, beta: BETA }).map(({ actor, score }) => [actor, score]))
    const isOther = (world: PlainWorld) => { const control = scores(world, 'controllers'); return [...scores(world, 'financiers')].some(([actor, score]) => Math.abs(score - (control.get(actor) ?? 0)) > 1e-9) }
    expect(WIDELY_HELD.slice(0, 60).filter(isOther).length).toBeGreaterThan(50)
  })
})

/** What must hold for the rows of a collapsed ranking, checked pair by pair. */
function faults(world: PlainWorld, scores: readonly PlainScore[], rows: readonly { readonly actor: string; readonly controllers: readonly string[] }[]): string[] {
  const footprint = new Map(scores.map((one) => [one.actor, one.footprint]))
  const above = (upper: string, lower: string) => certainlyControls(world, upper, lower)
  const heads = rows.map(({ actor }) => actor)
  const found: string[] = []
  for (const { actor, controllers } of rows) {
    for (const controller of controllers) {
      if (!above(controller, actor)) found.push(`${controller} does not control ${actor}`)
      if (footprint.get(controller) !== footprint.get(actor)) found.push(`${controller} accounts for something else than ${actor}`)
    }
    controllers.forEach((controller, i) => controllers.slice(i + 1).forEach((farther) => {
      if (above(controller, farther) && !above(farther, controller)) found.push(`${farther} is nearer than ${controller}`)
    }))
    for (const lower of scores.map((one) => one.actor)) {
      const isLower = above(actor, lower) && !above(lower, actor) && footprint.get(lower) === footprint.get(actor)
      const isNestedElsewhere = rows.some((row) => [row.actor, ...row.controllers].some((one) => above(one, lower) && footprint.get(one) !== footprint.get(lower)))
      if (isLower && !isNestedElsewhere) found.push(`${lower} accounts for all of the row of ${actor} and stands lower`)
    }
    for (const head of heads) if (head !== actor && above(head, actor) && !above(actor, head)) found.push(`${actor} is listed beside its controller ${head}`)
  }
  for (const { actor } of scores) {
    if (!heads.some((head) => head === actor || above(head, actor) || above(actor, head) || heads.some((other) => above(actor, other)) || rows.some(({ controllers }) => controllers.some((controller) => above(controller, actor)))))
      found.push(`${actor} is in no row`)
  }
  return found
}

describe('one row per control chain, in random worlds', () => {
  it.each([[`${WORLDS} of 26 nodes`, Array.from({ length: WORLDS }, (_, at) => randomWorld(at + 1))], [`${WIDE.length} of 60 to 200 nodes`, WIDE], ['rare ones', RARE]])('keeps every chain once, headed by its lowest actor: %s', async (_name, worlds) => {
    let collapsed = 0
    for (const [at, world] of worlds.entries()) {
      const scores = slowScores(world, 'here', 'there', { beta: BETA })
      const rows = ranking(await viewOf(world), true)
      expect(faults(world, scores, rows), `world ${at}`).toEqual([])
      collapsed += scores.length - rows.length
    }
    expect(collapsed).toBeGreaterThan(worlds.length / 5)
  })

  it('keeps every chain once for one place by itself, with the exposure of the place to it: 311 worlds of 60 to 200 nodes', async () => {
    for (const world of [...WIDE, ...RARE]) {
      const view = await viewOf(world)
      const scores = slowScores(world, 'here', 'here', { beta: BETA })
      const id = (node: number) => view.snapshot.nodes.ids[node]!
      const rows = placeAdversaries(view, view.snapshot.indexOf('here')!).map(({ head, controllers, exposure }) => ({ actor: id(head), controllers: controllers.map(id), exposure }))
      expect(faults(world, scores, rows)).toEqual([])
      for (const { actor, exposure } of rows) {
        const [low, high] = scores.find((one) => one.actor === actor)!.here
        expect([Math.abs(exposure.low - low) < 1e-9, Math.abs(exposure.high - high) < 1e-9]).toEqual([true, true])
      }
    }
  })

  it('would name a row that is headed too high, and one listed twice', () => {
    const world: PlainWorld = { organisations: ['a', 'b'], stakes: [{ holder: 'a', held: 'b', low: 1, high: 1, kind: 'shares' }], within: new Map(), places: ['here', 'there'],
      sites: ['here', 'there'].map((where) => ({ id: `s ${where}`, place: where, domain: 'port', operators: ['b'], figure: undefined })) }
    const scores = slowScores(world, 'here', 'there', { beta: BETA })
    expect(faults(world, scores, [{ actor: 'a', controllers: [] }])).toEqual(['b accounts for all of the row of a and stands lower'])
    expect(faults(world, scores, [{ actor: 'a', controllers: [] }, { actor: 'b', controllers: [] }])).toContain('b is listed beside its controller a')
    expect(faults(world, scores, [{ actor: 'b', controllers: ['a'] }])).toEqual([])
  })
})
