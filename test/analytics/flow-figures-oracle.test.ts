import { describe, expect, it } from 'vitest'
import { chokePoints } from '#analytics/flows/choke-points.ts'
import { functionConcentration, supplierConcentration } from '#analytics/flows/flow-concentration.ts'
import { flowPositions } from '#analytics/flows/flow-positions.ts'
import { flowScope } from '#analytics/flows/flow-scope.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { Concentration } from '#analytics/graphs/herfindahl.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { SlowLink, SlowScope } from '../oracles/slow-choke-points.ts'
import { slowEnds } from '../oracles/slow-choke-points.ts'
import { slowConcentration } from '../oracles/slow-figures.ts'
import { slowPassing, slowPositions, slowShares, slowSubstitutability } from '../oracles/slow-flow-figures.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, operates, organisation, site } from '../worlds/snapshot-world.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { FlowWorld } from './random-flows.ts'
import { flowsOf, linkOf } from './random-flows.ts'

/** Every other world states a volume on every link, the others on about half; sizes up to `most`. */
function withVolumes(seed: number, most: number): FlowWorld {
  const world = flowsOf(seed, most)
  if (seed % 4 < 2) return world
  const random = seededRandom(seed + 7)
  const links = world.links.map(({ from, to, capacity }): SlowLink => {
    const low = Math.floor(random() * 20)
    return { from, to, ...(capacity ? { capacity } : {}), volume: { low, high: random() < 0.8 ? low : low + Math.floor(random() * 5) } }
  })
  return { ...world, links }
}
const scopeOf = ({ links, inside, wantedInside }: SlowScope): FlowScope => flowScope('grain', links.map((link) => linkOf(link)), inside, wantedInside)
const WORLDS = Array.from({ length: 600 }, (_, at) => withVolumes(260_001 + at, at % 3 === 0 ? 200 : 25))
/** Up to eight things of a world, the same ones for the same seed. */
const sampleOf = ({ seed, links }: FlowWorld): number[] => { const nodes = [...new Set(links.flatMap(({ from, to }) => [from, to]))]; return shuffled(nodes.length, seededRandom(seed)).slice(0, 8).map((at) => nodes[at]!) }

describe('shares of what arrives, as stated: 600 networks of up to 200 things with rings, loops and missing volumes (seeds from 260001)', () => {
  const found = (world: FlowWorld, sample = sampleOf(world)): Findings => {
    const scope = scopeOf(world)
    const { points } = chokePoints(scope, sample.map((node) => scope.nodes.indexOf(node)), { capacities: new Map() })
    return Object.fromEntries(points.flatMap(({ site: at, throughput }) => (throughput === undefined ? [] : [[`${scope.nodes[at]} low`, throughput.low], [`${scope.nodes[at]} high`, throughput.high]])))
  }
  const slow = (world: FlowWorld): Findings => slowShares(world, sampleOf(world))

  it('are those of the definition', () => {
    expect(differences((world) => found(world), slow, WORLDS)).toEqual([])
    expect(WORLDS.filter((world) => Object.keys(slow(world)).length > 0).length).toBeGreaterThan(200)
  })
  it('do not change with the order of the links, or with every amount doubled', () => {
    expect(differences((world) => found({ ...world, links: shuffled(world.links.length, seededRandom(world.seed)).map((at) => world.links[at]!) }, sampleOf(world)), (world) => found(world), WORLDS)).toEqual([])
    const twice = (world: FlowWorld): FlowWorld => ({ ...world, links: world.links.map((link) => (link.volume ? { ...link, volume: { low: 2 * link.volume.low, high: 2 * link.volume.high } } : link)) })
    expect(differences((world) => found(twice(world)), (world) => found(world), WORLDS)).toEqual([])
  })
  it('give what can be replaced, 1 − D / T', () => {
    for (const world of WORLDS.slice(0, 300)) {
      const scope = scopeOf(world)
      for (const { loss, throughput, substitutability } of chokePoints(scope, sampleOf(world).map((node) => scope.nodes.indexOf(node)), { capacities: new Map() }).points) {
        const expected = loss && throughput && slowSubstitutability(loss, throughput)
        expect(substitutability?.low ?? -1, `seed ${world.seed}`).toBeCloseTo(expected?.low ?? -1, 9)
        expect(substitutability?.high ?? -1, `seed ${world.seed}`).toBeCloseTo(expected?.high ?? -1, 9)
      }
    }
  })
  it('would differ with a link less, or if only what comes in counted', () => {
    expect(differences((world) => found({ ...world, links: world.links.slice(1) }), slow, WORLDS).length).toBeGreaterThan(300)
    const passing = ({ links, ...world }: FlowWorld): Findings => slow({ ...world, links: links.map((link) => (link.volume ? { ...link, volume: { low: link.volume.low, high: link.volume.low } } : link)) })
    expect(differences((world) => found(world), passing, WORLDS).length).toBeGreaterThan(100)
  })
})

describe('positions in the flows of two goods: 500 networks of up to 200 things (seeds from 261001)', () => {
  interface TwoGoods { readonly seed: number; readonly goods: readonly [SlowScope, SlowScope] }
  const worlds = Array.from({ length: 500 }, (_, at): TwoGoods => {
    const grain = withVolumes(261_001 + at, at % 8 === 0 ? 200 : 30)
    const other = withVolumes(262_001 + at, grain.size)
    const flour: SlowScope = { ...grain, links: other.links.slice(0, grain.links.length) }
    return { seed: 261_001 + at, goods: [{ ...grain, wantedInside: false }, { ...flour, wantedInside: false }] }
  }).filter(({ goods }) => goods.every(({ links }) => links.length > 0))
  const found = ({ goods }: TwoGoods): Findings => {
    const of = flowPositions(goods.flatMap(({ links }, at) => links.map((link) => linkOf(link, ['grain', 'flour'][at]!))), goods[0].inside, () => new Map())
    return Object.fromEntries([...of].flatMap(([node, { depthFromSource, depthToMarket, suppliers, receivers, dominatesMarket, flowShare }]) =>
      Object.entries({ 'from a source': depthFromSource, 'to a market': depthToMarket, suppliers, receivers, dominates: Number(dominatesMarket), share: flowShare })
        .flatMap(([name, value]) => (value === undefined ? [] : [[`${node} ${name}`, value]]))))
  }
  const slow = ({ goods }: TwoGoods): Findings => slowPositions(goods)
  it('are those of the definition, and would differ with a link less', () => {
    expect(worlds.length).toBeGreaterThan(350)
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences(({ seed, goods: [grain, flour] }) => found({ seed, goods: [{ ...grain, links: grain.links.slice(1) }, flour] }), slow, worlds.slice(0, 100)).length).toBeGreaterThan(200)
  })
})

describe('concentration of operators and suppliers: 500 networks of up to 200 things (seeds from 263001)', () => {
  const KINDS = ['mill', 'factory', 'port', 'port terminal', 'warehouse', 'hospital'] as const
  /** Kinds that are one function; a hospital is its own. */
  const CLASS_OF = { mill: 'C', factory: 'C', port: '5222', 'port terminal': '5222', warehouse: '5210', hospital: 'hospital' } as const
  const worlds = Array.from({ length: 500 }, (_, at) => {
    const flows = withVolumes(263_001 + at, at % 4 === 0 ? 200 : 30)
    const random = seededRandom(flows.seed + 3)
    const things = Array.from({ length: flows.size }, (__, node) => ({
      id: `n${String(node).padStart(3, '0')}`, kind: random() < 0.15 ? undefined : KINDS[Math.floor(random() * KINDS.length)]!,
      operators: ['A', 'B', 'C', 'D'].filter(() => random() < 0.3), capacity: random() < 0.9 ? Math.floor(random() * 50) : undefined,
    }))
    return { ...flows, things }
  })
  type World = (typeof worlds)[number]
  const said = (name: string, { index, holdersForThreshold, total }: Concentration, by: string): Findings => ({ [`${name} by ${by}`]: index, [`${name} holders`]: holdersForThreshold, [`${name} total`]: total })
  async function found(world: World): Promise<Findings> {
    const view = viewAt(await aWorld(
      world.things.map(({ id, kind }) => (kind === undefined ? organisation(id) : site(id, kind))), world.things.flatMap(({ id, kind, operators }) => (kind === undefined ? [] : operators.map((one) => operates(one, id)))),
    ), { asOf: TODAY, grades: ['reported'], today: TODAY })
    const at = (node: number) => view.snapshot.indexOf(world.things[node]!.id)!
    const scope = flowScope('grain', world.links.map((link) => linkOf({ ...link, from: at(link.from), to: at(link.to) })), new Set([...world.inside].map(at)), world.wantedInside)
    const capacities = new Map(world.things.flatMap(({ capacity }, node) => (capacity === undefined || !scope.nodes.includes(at(node)) ? [] : [[scope.nodes.indexOf(at(node)), capacity] as const])))
    const suppliers = scope.markets.flatMap((market) => { const one = supplierConcentration(view, scope, market); return one === undefined ? [] : [said(`to ${view.snapshot.nodes.ids[scope.nodes[market]!]}`, one, one.measuredBy)] })
    return Object.assign({}, ...functionConcentration(view, scope, capacities).map((one) => said(`${one.name}, ${one.sites} sites`, one, one.measuredBy)), ...suppliers)
  }
  function slow(world: World): Findings {
    const { things, links } = world
    const known = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
    const holder = (node: number) => (things[node]!.kind !== undefined && things[node]!.operators.length === 1 ? things[node]!.operators[0]! : things[node]!.id)
    const findings: Findings = {}
    const tell = (name: string, by: string, parts: readonly (readonly [string, number])[]) => {
      const { index, holders, total } = slowConcentration([...new Set(parts.map(([one]) => one))].map((one) => parts.reduce((sum, [other, amount]) => sum + (other === one ? amount : 0), 0)), 75)
      if (total > 0) Object.assign(findings, { [`${name} by ${by}`]: index, [`${name} holders`]: holders, [`${name} total`]: total })
    }
    for (const code of new Set(Object.values(CLASS_OF))) {
      const sites = known.filter((node) => things[node]!.kind !== undefined && CLASS_OF[things[node]!.kind!] === code)
      const kinds = [...new Set(sites.map((node) => things[node]!.kind!))]
      const name = `${kinds.length === 1 ? kinds[0] : `class ${code}`}, ${sites.length} sites`
      const passing = sites.map((node) => slowPassing(world, node)?.low)
      const amounts = passing.includes(undefined) ? sites.map((node) => things[node]!.capacity) : passing
      if (sites.length > 0 && !amounts.includes(undefined)) tell(name, passing.includes(undefined) ? 'capacity' : 'volume', sites.map((node, at) => [holder(node), amounts[at]!]))
    }
    for (const market of slowEnds(world).markets) {
      const incoming = links.filter(({ to }) => to === market)
      if (incoming.every(({ volume }) => volume !== undefined)) tell(`to ${things[market]!.id}`, 'volume', incoming.map(({ from, volume }) => [holder(from), volume!.low]))
    }
    return findings
  }
  it('are those of plain sums, whatever the order of the links, and would differ with a link less', async () => {
    const [given, turned, less] = [new Map<number, Findings>(), new Map<number, Findings>(), new Map<number, Findings>()]
    for (const world of worlds) {
      given.set(world.seed, await found(world))
      if (turned.size < 100) turned.set(world.seed, await found({ ...world, links: shuffled(world.links.length, seededRandom(world.seed)).map((at) => world.links[at]!) }))
      if (less.size < 100) less.set(world.seed, await found({ ...world, links: world.links.slice(1) }))
    }
    expect(differences(({ seed }) => given.get(seed)!, slow, worlds)).toEqual([])
    expect(differences(({ seed }) => turned.get(seed)!, ({ seed }) => given.get(seed)!, worlds.slice(0, 100))).toEqual([])
    expect(differences(({ seed }) => less.get(seed)!, slow, worlds.slice(0, 100)).length).toBeGreaterThan(50)
    expect(worlds.filter(({ seed }) => Object.keys(given.get(seed)!).length > 0).length).toBeGreaterThan(300)
  }, 60_000)
})
