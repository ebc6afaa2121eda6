import { describe, expect, it } from 'vitest'
import { bestFirstMatching } from '#analytics/graphs/best-first-matching.ts'
import { gowerSimilarity } from '#analytics/graphs/gower-similarity.ts'
import type { GowerFeature } from '#analytics/graphs/gower-similarity.ts'
import { concentration } from '#analytics/graphs/herfindahl.ts'
import { localCost } from '#analytics/flows/local-cost.ts'
import { moneyByPayee } from '#analytics/places/money-lines.ts'
import { paretoFront } from '#analytics/graphs/pareto-front.ts'
import { siteTerms } from '#analytics/flows/site-terms.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { combinedScore, stingsOf } from '#analytics/flows/sting.ts'
import { nodesReached, unrecordedIn } from '#analytics/ownership/unrecorded.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { MoneyLine, SlowFeature, SlowFigure, SlowOption, SlowPair } from '../oracles/slow-figures.ts'
import { latestFigure, slowConcentration, slowFront, slowGower, slowLocalCost, slowMoney, slowPairing, slowUnrecorded } from '../oracles/slow-figures.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, earnsThrough, locatedIn, partOf, pays, place, publishes, site } from '../worlds/snapshot-world.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

/** `count` cases with consecutive seeds. */
function cases<Case extends object>(first: number, count: number, make: (random: () => number, seed: number) => Case): (Case & { readonly seed: number })[] {
  return Array.from({ length: count }, (_, at) => ({ ...make(seededRandom(first + at), first + at), seed: first + at }))
}
const upTo = (random: () => number, limit: number) => Math.floor(random() * (limit + 1))
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const named = (values: readonly (number | boolean | undefined)[]): Findings => Object.fromEntries(values.flatMap((value, at) => (value === undefined ? [] : [[`${at}`, Number(value)]])))

describe('concentration: 600 lists of up to 200 holders, equal ones, zeros and nothing at all among them (seeds from 250001)', () => {
  const worlds = cases(250_001, 600, (random, seed) => ({
    amounts: Array.from({ length: upTo(random, seed % 3 === 0 ? 200 : 8) }, () => (random() < 0.15 ? 0 : 1 + upTo(random, seed % 4 === 0 ? 2 : 1_000))), percent: pick(random, [75, 75, 50, 90, 100, 1]),
  }))
  type World = (typeof worlds)[number]
  const found = ({ amounts, percent }: World, unit = 1): Findings => {
    const { index, effectiveNumber, holdersForThreshold, total } = concentration(amounts.map((amount) => amount / unit), percent / 100)
    return { index, effectiveNumber, holdersForThreshold, total: total * unit }
  }
  const slow = ({ amounts, percent }: World): Findings => {
    const { index, holders, total } = slowConcentration(amounts, percent)
    return { index, effectiveNumber: index === 0 ? 0 : 1 / index, holdersForThreshold: holders, total }
  }
  it('is what whole numbers give, also where amounts are hundredths that do not add up exactly', () => {
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences((world) => found(world, 100), slow, worlds, 1e-7)).toEqual([])
  })
  it('does not change with the order, another unit, or a holder of nothing', () => {
    expect(differences((world) => found({ ...world, amounts: shuffled(world.amounts.length, seededRandom(world.seed)).map((at) => world.amounts[at]!) }), found, worlds, 0)).toEqual([])
    expect(differences(({ amounts, ...world }) => ({ ...found({ ...world, amounts: [...amounts, 0] }) }), found, worlds)).toEqual([])
  })
  it('halves when every holder is written as two', () => {
    for (const { amounts } of worlds) expect(concentration(amounts.flatMap((amount) => [amount, amount])).index).toBeCloseTo(concentration(amounts).index / 2, 12)
  })
  it('would differ if the largest were left out', () => expect(differences(({ amounts, ...world }) => found({ ...world, amounts: amounts.slice(1) }), slow, worlds).length).toBeGreaterThan(500))
})

describe('options no other one beats: 600 lists of up to 60 options on up to three scales, ties and unknown costs among them (seeds from 251001)', () => {
  const worlds = cases(251_001, 600, (random) => {
    const scales = upTo(random, 3)
    const grain = pick(random, [3, 10, 1_000])
    return { options: Array.from({ length: upTo(random, 60) }, (): SlowOption => ({ gain: upTo(random, grain), costs: Array.from({ length: scales }, () => (random() < 0.2 ? undefined : upTo(random, grain))) })) }
  })
  type World = (typeof worlds)[number]
  const slow = ({ options }: World) => named(slowFront(options))
  const found = ({ options }: World, shown?: number) => named(paretoFront(options, shown))
  it('are those of the table of all pairs', () => expect(differences((world) => found(world), slow, worlds, 0)).toEqual([]))
  it('stay the same when only some are asked about, in another order, or when a beaten one is taken away', () => {
    for (const { options, seed } of worlds) {
      const front = paretoFront(options)
      expect(paretoFront(options, 5)).toEqual(front.slice(0, 5))
      const order = shuffled(options.length, seededRandom(seed))
      expect(paretoFront(order.map((at) => options[at]!))).toEqual(order.map((at) => front[at]!))
      const beaten = front.indexOf(false)
      if (beaten >= 0) expect(paretoFront(options.filter((_, at) => at !== beaten))).toEqual(front.filter((_, at) => at !== beaten))
      expect(paretoFront([...options, ...options]), `seed ${seed}`).toEqual([...front, ...front])
    }
  })
  it('would differ if an unknown cost were none', () =>
    expect(differences(({ options, seed }) => found({ seed, options: options.map(({ gain, costs }) => ({ gain, costs: costs.map((cost) => cost ?? 0) })) }), slow, worlds, 0).length).toBeGreaterThan(300))
})

describe('Gower similarity: 600 pairs with up to twelve features, numbers and words, known or not (seeds from 252001)', () => {
  const worlds = cases(252_001, 600, (random) => ({
    features: Array.from({ length: upTo(random, 12) }, (): SlowFeature => {
      const side = <T>(value: T) => (random() < 0.25 ? undefined : value)
      if (random() < 0.4) return { weight: upTo(random, 20), here: side(pick(random, ['a', 'b'])), there: side(pick(random, ['a', 'b'])) }
      const range = upTo(random, 9)
      return { weight: upTo(random, 20), here: side(upTo(random, range)), there: side(upTo(random, range)), range }
    }),
  }))
  type World = (typeof worlds)[number]
  const featureOf = ({ weight, here, there, range }: SlowFeature): GowerFeature => (range === undefined
    ? { kind: 'same', weight: weight / 100, here, there } : { kind: 'range', weight: weight / 100, here: here as number | undefined, there: there as number | undefined, range })
  const said = ({ similarity, coverage }: { readonly similarity: number | undefined; readonly coverage: number }) => named([similarity, coverage])
  const found = ({ features }: World) => said(gowerSimilarity(features.map(featureOf)))
  const slow = ({ features }: World) => said(slowGower(features))
  it('is the mean over units of weight', () => expect(differences(found, slow, worlds)).toEqual([]))
  it('is the same the other way round, in another order, and with every weight doubled', () => {
    expect(differences(({ features, seed }) => found({ seed, features: features.map((one) => ({ ...one, here: one.there, there: one.here })) }), found, worlds)).toEqual([])
    expect(differences(({ features, seed }) => found({ seed, features: shuffled(features.length, seededRandom(seed)).map((at) => ({ ...features[at]!, weight: 2 * features[at]!.weight })) }), found, worlds)).toEqual([])
  })
  it('would differ if what is unknown counted as different', () =>
    expect(differences(({ features, seed }) => found({ seed, features: features.map((one) => (one.range === undefined ? { ...one, here: one.here ?? 'unknown', there: one.there ?? 'other' } : one)) }), slow, worlds).length).toBeGreaterThan(100))
})

describe('pairs chosen best first: 500 lists of up to 300 pairs of 40 (seeds from 255001)', () => {
  const worlds = cases(255_001, 500, (random, seed) => ({
    pairs: Array.from({ length: upTo(random, seed % 4 === 0 ? 300 : 30) }, (): SlowPair => ({ a: upTo(random, 39), b: upTo(random, 39), weight: upTo(random, seed % 2 === 0 ? 4 : 1_000) - 1 })),
  }))
  type World = (typeof worlds)[number]
  const found = ({ pairs }: World): Findings => {
    const { partner, total } = bestFirstMatching(40, pairs)
    return { total, ...Object.fromEntries([...partner].flatMap((other, node) => (other < 0 ? [] : [[`${node}`, other]]))) }
  }
  const slow = ({ pairs }: World): Findings => {
    const chosen = slowPairing(pairs)
    return { total: chosen.reduce((sum, { weight }) => sum + weight, 0), ...Object.fromEntries(chosen.flatMap(({ a, b }) => [[`${a}`, b], [`${b}`, a]])) }
  }
  it('are those found by looking through all again and again, whatever their order', () => {
    expect(differences(found, slow, worlds, 0)).toEqual([])
    expect(differences(({ pairs, seed }) => found({ seed, pairs: shuffled(pairs.length, seededRandom(seed)).map((at) => pairs[at]!) }), found, worlds, 0)).toEqual([])
    expect(differences(({ pairs, seed }) => found({ seed, pairs: pairs.slice(1) }), slow, worlds, 0).length).toBeGreaterThan(300)
  })
})

describe('what nobody on record holds, and what stands above or below, in networks of up to 200 nodes', () => {
  const worlds = randomWorlds('unrecorded shares up to 200 nodes', 256_001, 500, { upTo: 200 })
  const found = ({ size, stakes }: OwnershipWorld): Findings => {
    const graph = stakeGraph(size, stakes)
    return Object.fromEntries(Array.from({ length: size }, (_, node) => { const { low, high } = unrecordedIn(graph, node); return [[`${node} low`, low], [`${node} high`, high]] as const }).flat())
  }
  const slow = ({ size, stakes }: OwnershipWorld): Findings => Object.fromEntries(Array.from({ length: size }, (_, node) => {
    const { low, high } = slowUnrecorded(stakes.filter(({ held }) => held === node))
    return [[`${node} low`, low], [`${node} high`, high]] as const
  }).flat())
  it('is what the minima and the largest shares leave', () => {
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences((world) => found({ ...world, stakes: world.stakes.slice(1) }), slow, worlds).length).toBeGreaterThan(200)
  })
  it('above a node is everything that can be reached over stakes that carry a share', () => {
    for (const { seed, size, stakes } of worlds) {
      const [graph, start] = [stakeGraph(size, stakes), seed % size]
      const carrying = stakes.filter((stake) => Math.max(stake.shareLow, Math.min(stake.shareHigh, 1 - stakes.filter((other) => other !== stake && other.held === stake.held).reduce((sum, { shareLow }) => sum + shareLow, 0))) > 1e-12)
      for (const [direction, near, far] of [['UP', 'held', 'holder'], ['DOWN', 'holder', 'held']] as const) {
        const reached = new Set([start])
        for (let before = 0; before !== reached.size;) { before = reached.size; for (const stake of carrying) if (reached.has(stake[near])) reached.add(stake[far]) }
        expect([...nodesReached(graph, start, direction).nodes].sort((a, b) => a - b), `seed ${seed}`).toEqual([...reached].sort((a, b) => a - b))
      }
    }
  })
})

/** Ten worlds that do not touch share one view: views by the thousand would take more memory than they are worth. */
const byTen = <World>(worlds: readonly World[]): World[][] => Array.from({ length: Math.ceil(worlds.length / 10) }, (_, at) => worlds.slice(10 * at, 10 * at + 10))
const viewOf = async (...[nodes, statements]: Parameters<typeof aWorld>): Promise<OwnershipView> => viewAt(await aWorld(nodes, statements), { asOf: TODAY, grades: ['reported'], today: TODAY })

describe('money by payee: 500 lists of up to 150 lines (seeds from 253001)', () => {
  const worlds = cases(253_001, 500, (random, seed) => ({
    lines: Array.from({ length: 1 + upTo(random, seed % 5 === 0 ? 149 : 25) }, (): MoneyLine => ({
      payer: `payer ${upTo(random, 3)}`, payee: `payee ${upTo(random, 5)}`, kind: random() < 0.5 ? 'payment' : 'holding', currency: pick(random, ['EUR', 'USD', 'GBP']),
      cents: upTo(random, 1_000_000) - (random() < 0.1 ? 900_000 : 0), day: random() < 0.15 ? undefined : `2024-${pick(random, ['01', '06', '12'])}-31`.replace('06-31', '06-30'),
    })),
  }))
  type World = (typeof worlds)[number]
  async function found(together: readonly World[], isTurned: boolean): Promise<ReadonlyMap<number, Findings>> {
    const statements = together.flatMap(({ seed, lines }) => lines.map(({ payer, payee, kind, currency, cents, day }, at) =>
      pays(`${seed} ${payer}`, `${seed} ${payee}`, cents / 100, { kind, currency, reference: `line ${at}`, ...(day === undefined ? {} : { asOf: day }) })))
    const view = await viewOf([], isTurned ? shuffled(statements.length, seededRandom(together[0]!.seed)).map((at) => statements[at]!) : statements)
    const { nodes: { ids }, texts } = view.snapshot
    const all = moneyByPayee(view, () => true).flatMap(({ payee, sums }) => sums.map(({ kind, currency, amount }) => [`${ids[payee]} ${texts[kind]} ${texts[currency]}`, amount * 100] as const))
    return new Map(together.map(({ seed }) => [seed, Object.fromEntries(all.filter(([name]) => name.startsWith(`${seed} `)).map(([name, amount]) => [name.replace(`${seed} `, ''), amount]))]))
  }
  it('is that of whole cents, whatever the order of the lines', async () => {
    const [given, turned] = [new Map<number, Findings>(), new Map<number, Findings>()]
    for (const together of byTen(worlds)) {
      for (const [seed, findings] of await found(together, false)) given.set(seed, findings)
      for (const [seed, findings] of await found(together, true)) turned.set(seed, findings)
    }
    expect(differences(({ seed }) => given.get(seed)!, ({ lines }) => slowMoney(lines), worlds, 1e-6)).toEqual([])
    expect(differences(({ seed }) => turned.get(seed)!, ({ seed }) => given.get(seed)!, worlds, 0)).toEqual([])
    expect(differences(({ seed }) => given.get(seed)!, ({ lines }) => slowMoney(lines.map((line) => ({ ...line, kind: 'payment' }))), worlds, 1e-6).length).toBeGreaterThan(500)
    expect(differences(({ seed }) => given.get(seed)!, ({ lines }) => slowMoney(lines.map((line) => ({ ...line, day: undefined }))), worlds, 1e-6).length).toBeGreaterThan(500) // every day of a holding added up
  }, 60_000)
})

describe('local cost and sting: 500 worlds of up to 60 sites in up to eight places (seeds from 254001)', () => {
  const worlds = cases(254_001, 500, (random) => {
    const places = Array.from({ length: 2 + upTo(random, 6) }, (_, at) => `place ${at}`)
    const within = new Map(places.flatMap((one, at) => (at > 0 && random() < 0.5 ? [[one, places[upTo(random, at - 1)]!] as const] : [])))
    const sites = Array.from({ length: 1 + upTo(random, 59) }, (_, at) => ({ id: `site ${at}`, place: pick(random, places) }))
    const figure = (about: string, measure: string, most: number, unit: string, chance: number): SlowFigure[] =>
      [2021, 2022, 2024].filter(() => random() < chance / 2).map((year) => ({ about, measure, amount: 1 + upTo(random, most), year, unit }))
    const figures = [
      ...sites.flatMap(({ id }) => [...figure(id, 'jobs', 500, 'jobs', 0.7), ...figure(id, 'homes served', 900, 'homes', 0.3), ...figure(id, 'power', 90, 'MW', 0.3), ...figure(id, 'time to survive', 90, 'days', 0.5), ...figure(id, 'time to restore', 200, 'days', 0.5)]),
      ...places.flatMap((id) => [
        ...figure(id, 'total jobs', 9_000, 'jobs', 0.8), ...figure(id, 'total homes', 9_000, 'homes', 0.5), ...figure(id, 'total power', 300, 'MW', 0.5),
        ...['EUR', 'USD'].flatMap((unit, at) => [{ about: id, measure: 'funds and pledges', amount: 1 + upTo(random, 900), year: 2020 + 2 * at, unit }, { about: id, measure: 'expected cost', amount: 1 + upTo(random, 900), year: 2023, unit }].filter(() => random() < 0.5)),
      ]),
    ]
    const earned = sites.flatMap(({ id }) => ['A', 'B', 'C'].filter(() => random() < 0.3).map((by) => ({ by, id, percent: 1 + upTo(random, 60) })))
    return { places, within, sites, figures, earned, still: sites.filter(() => random() < 0.5), asked: places.slice(0, 1 + upTo(random, 2)) }
  })
  type World = (typeof worlds)[number]
  const isInside = ({ within }: Pick<World, 'within'>) => (one: string, area: string): boolean => one === area || (within.has(one) && isInside({ within })(within.get(one)!, area))
  const read = (together: readonly World[]): Promise<OwnershipView> => viewOf(
    together.flatMap(({ seed, places, sites }) => [...places.map((id) => place(`${seed} ${id}`)), ...sites.map(({ id }) => site(`${seed} ${id}`, 'factory'))]),
    together.flatMap(({ seed, within, sites, figures, earned }) => [
      ...[...within].map(([smaller, larger]) => partOf(`${seed} ${smaller}`, `${seed} ${larger}`)), ...sites.map(({ id, place: where }) => locatedIn(`${seed} ${id}`, `${seed} ${where}`)),
      ...figures.map(({ about, measure, amount, unit, year }) => publishes('src:office', `${seed} ${about}`, measure as Parameters<typeof publishes>[2], amount, unit, { asOf: `${year}` })), // measures of the generator above
      ...earned.map(({ by, id, percent }) => earnsThrough(`${seed} ${by}`, `${seed} ${id}`, percent / 100)),
    ]),
  )
  const views = Promise.all(byTen(worlds).map(async (together) => { const view = await read(together); return together.map(({ seed }) => [seed, view] as const) })).then((all) => new Map(all.flat()))

  it('jobs, homes and power, the largest part of a place, and the cover of the first place that states it', async () => {
    const viewBy = await views
    const found = ({ seed, still, asked }: World): Findings => {
      const view = viewBy.get(seed)!
      const at = (id: string) => view.snapshot.indexOf(`${seed} ${id}`)!
      const { jobs, homes, powerMw, dependence, cover } = localCost(view, still.map(({ id }) => at(id)), asked.map(at))
      return Object.fromEntries(Object.entries({ jobs, homes, powerMw, dependence: dependence?.share, cover: cover?.fraction }).filter((entry): entry is [string, number] => entry[1] !== undefined))
    }
    const slow = (world: World): Findings => slowLocalCost(world.figures, world.still, world.asked, isInside(world))
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences(({ still, ...world }) => found({ ...world, still: still.slice(1) }), slow, worlds).length).toBeGreaterThan(200)
    expect(differences(found, (world) => slow({ ...world, within: new Map() }), worlds).length).toBeGreaterThan(50) // larger places count what lies in them
  }, 60_000)

  it('how long a standstill is not felt, and can last, and what lies between', async () => {
    const viewBy = await views
    const told = (survive: number | undefined, restore: number | undefined, window: number | undefined) => named([survive, restore, window])
    const found = ({ seed, sites }: World): Findings => Object.assign({}, ...sites.map(({ id }) => {
      const view = viewBy.get(seed)!
      const { timeToSurvive, timeToRestore, biteWindow } = siteTerms(view, view.snapshot.indexOf(`${seed} ${id}`)!)
      return Object.fromEntries(Object.entries(told(timeToSurvive, timeToRestore, biteWindow)).map(([name, days]) => [`${id} ${name}`, days]))
    }))
    const slow = ({ sites, figures }: World): Findings => Object.assign({}, ...sites.map(({ id }) => {
      const [survive, restore] = [latestFigure(figures, id, 'time to survive')?.amount, latestFigure(figures, id, 'time to restore')?.amount]
      return Object.fromEntries(Object.entries(told(survive, restore, survive === undefined || restore === undefined ? undefined : restore > survive ? restore - survive : 0)).map(([name, days]) => [`${id} ${name}`, days]))
    }))
    expect(differences(found, slow, worlds, 0)).toEqual([])
    expect(differences(found, ({ figures, ...world }) => slow({ ...world, figures: [...figures].filter(({ year }) => year !== 2024) }), worlds, 0).length).toBeGreaterThan(500)
  }, 60_000)

  it('sting: at least the largest part, at most their sum, the largest first; the score only where all three are known', async () => {
    const viewBy = await views
    const found = ({ seed, still }: World): Findings => {
      const view = viewBy.get(seed)!
      const stings = stingsOf(view, still.map(({ id }) => view.snapshot.indexOf(`${seed} ${id}`)!))
      stings.slice(1).forEach(({ share }, at) => expect(share.low).toBeLessThanOrEqual(stings[at]!.share.low))
      return Object.fromEntries(stings.flatMap(({ organisation, share }) => [[`${view.snapshot.nodes.ids[organisation]!.replace(`${seed} `, '')} low`, share.low], [`${view.snapshot.nodes.ids[organisation]!.replace(`${seed} `, '')} high`, share.high]]))
    }
    const slow = ({ earned, still }: World): Findings => Object.fromEntries(['A', 'B', 'C'].flatMap((by) => {
      const parts = earned.filter((one) => one.by === by && still.some(({ id }) => id === one.id)).map(({ percent }) => percent).sort((a, b) => a - b)
      return parts.length === 0 ? [] : [[`${by} low`, parts.at(-1)! / 100], [`${by} high`, Math.min(100, parts.reduce((sum, part) => sum + part, 0)) / 100]]
    }))
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences(({ still, ...world }) => found({ ...world, still: still.slice(1) }), slow, worlds).length).toBeGreaterThan(200)
    for (const { seed } of worlds) {
      const random = seededRandom(seed)
      const [loss, sting, part] = [random(), random(), random()]
      const score = combinedScore({ low: loss / 2, high: loss }, { low: sting / 2, high: sting }, part)!
      expect([score.low * 4, score.high].every((value) => Math.abs(value - (loss * sting - loss * sting * part)) < 1e-12)).toBe(true)
      expect([combinedScore(undefined, { low: 1, high: 1 }, 0), combinedScore({ low: 1, high: 1 }, undefined, 0), combinedScore({ low: 1, high: 1 }, { low: 1, high: 1 }, undefined)]).toEqual([undefined, undefined, undefined])
    }
  }, 60_000)
})
