import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { assignmentTotal } from '#analytics/graphs/assignment-total.ts'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { collapseRows } from '#analytics/places/collapse-rows.ts'
import { coverage } from '#analytics/record/coverage.ts'
import type { DirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { directedGraph } from '#analytics/graphs/directed-graph.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import { controlClosure, controllersOf } from '#analytics/control/group-control.ts'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { mirrorCoverage } from '#analytics/mirrors/mirror-coverage.ts'
import { mirrorPoints } from '#analytics/mirrors/mirror-points.ts'
import { networkControlOver } from '#analytics/control/network-control-over.ts'
import { networkControl } from '#analytics/control/network-control.ts'
import { optimalAssignment } from '#analytics/graphs/optimal-assignment.ts'
import { holdersPicture, holdingsPicture } from '#analytics/record/ownership-picture.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { controlBounds } from '#analytics/control/possible-control.ts'
import { relationPaths } from '#analytics/record/relation-paths.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import type { Stake, StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { stakePaths } from '#analytics/ownership/stake-paths.ts'
import { twinPlaces } from '#analytics/twins/twin-places.ts'
import { banzhaf, shapleyShubik } from '#analytics/control/voting-power.ts'
import { holdingsWorld } from '../bench/world.ts'
import { seededRandom } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS } from '../time-to-stop.ts'
import { largeView } from './large-view.ts'

/** A computation is watched for this long: afterwards it is stopped, and what it did until then counts. */
const WATCHED_MS = 400
/** Processor time of this process, so that what else runs on the machine does not count; milliseconds. */
const clock = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1_000 }
const SIZE = 100_000
const PLACES = 40
const HUB = 7

/** 100,000 companies and about 490,000 stakes in them, rings included, a hub with half of 50,000 sites; homes of the hub in every place. */
async function theLargeWorld(): Promise<OwnershipView> {
  const random = seededRandom(1)
  const { from, to } = holdingsWorld(SIZE)
  const left = new Float64Array(SIZE).fill(1)
  const stakes: Stake[] = []
  for (let at = 0; at < from.length; at++) {
    const share = Math.min(left[to[at]!]!, random() < 0.25 ? 0.51 : random() * 0.2)
    left[to[at]!]! -= share
    stakes.push({ holder: from[at]!, held: to[at]!, shareLow: random() < 0.1 ? share / 2 : share, shareHigh: share })
  }
  for (let site = 0; site < SIZE / 2; site++) stakes.push({ holder: site % 2 === 0 ? HUB : Math.floor(random() * SIZE), held: SIZE + site, shareLow: 0.6, shareHigh: 0.6 })
  return largeView({
    organisations: SIZE, sites: SIZE / 2, places: PLACES, stakes, operator: () => Math.floor(random() * SIZE), place: (site) => site % PLACES,
    kind: (site) => (site % 7 === 0 ? 'residential portfolio' : 'port terminal'),
  })
}

const share = (holder: number, held: number, part: number): Stake => ({ holder, held, shareLow: part, shareHigh: part })
const chain = (size: number) => stakeGraph(size, Array.from({ length: size - 1 }, (_, holder) => share(holder, holder + 1, 0.51)))
/** Every node holds every later one: 2^(size − 2) chains from the first to the last. */
const mesh = (size: number) => stakeGraph(size, Array.from({ length: size }, (_, holder) => Array.from({ length: size - holder - 1 }, (__, step) => share(holder, holder + step + 1, 0.5 / size))).flat())
/** A component that no order of elimination makes small, with bounds apart. */
function entangled(size: number): StakeGraph {
  const random = seededRandom(3)
  return stakeGraph(size, Array.from({ length: size }, (_, held) => {
    const holders = new Set([(held + 1) % size, ...Array.from({ length: 12 }, () => Math.floor(random() * size))])
    return [...holders].filter((holder) => holder !== held).map((holder): Stake => ({ holder, held, shareLow: 0.06, shareHigh: 0.07, shareLowExclusive: true }))
  }).flat())
}
/** 50,000 direct holders, a fifth of them held by others among them. */
const manyHolders = (size: number) => stakeGraph(size + 1, [...Array.from({ length: size }, (_, at) => share(at + 1, 0, 1 / size)), ...Array.from({ length: size / 5 }, (_, at) => share(at + 1, at + size / 2, 0.6))])
const weights = (size: number, levels: number) => {
  const random = seededRandom(5)
  return Array.from({ length: size }, () => Float64Array.from({ length: size }, () => (levels === 0 ? random() : Math.floor(random() * levels) / levels)))
}
const { holding, here, there, places } = { holding: 99_999, here: 3 * SIZE / 2, there: 3 * SIZE / 2 + 2, places: Array.from({ length: PLACES }, (_, at) => 3 * SIZE / 2 + at) }
const wholeShare = (node: number) => ({ actor: node, below: new Set(Array.from({ length: Math.min(400, 4_000 - node) }, (_, at) => node + at + 1)), footprint: new Map([[1, [1, 1] as const]]) })
const TWINS = { weights: undefined, beta: 0.25, top: 10, threshold: 0.6, fit: { languages: false, timeZones: undefined } } as const
const SHARED = { weights: undefined, beta: 0.25, collapse: true } as const

let view: OwnershipView
let holdings: DirectedGraph
/** The same world, of which nothing has been remembered. */
const unknown = (): OwnershipView => ({ ...view, stakes: { ...view.stakes } })
const graphs = { chain: chain(6_000), mesh: mesh(60), entangled: entangled(6_000), manyHolders: manyHolders(50_000) }
const again = (graph: StakeGraph): StakeGraph => ({ ...graph })
const [loose, tied] = [weights(1_000, 0), weights(600, 3)]
const sameFootprints = Array.from({ length: 4_000 }, (_, at) => wholeShare(at))
const inRows = Float64Array.from({ length: 1_000_000 }, (_, cell) => loose[Math.floor(cell / 1_000)]![cell % 1_000]!)

/** Method by method, something that takes long (most of them seconds, some for ever). */
const methods: Record<string, (cancellation: Cancellation) => unknown> = {
  'controlClosure, a chain': (cancellation) => controlClosure(graphs.chain, cancellation),
  'controllersOf, a chain': (cancellation) => controllersOf(graphs.chain, graphs.chain.size - 1, cancellation),
  'controlBounds, the large world': (cancellation) => controlBounds(unknown().stakes, cancellation),
  'footingsOf, portfolios': (cancellation) => footingsOf(unknown(), cancellation),
  'coverage, everywhere': (cancellation) => coverage(unknown(), undefined, undefined, cancellation),
  'integratedHolders, the large world': (cancellation) => integratedHolders(again(view.stakes), holding, { cancellation }),
  'integratedHoldings, the large world': (cancellation) => integratedHoldings(again(view.stakes), HUB, { cancellation }),
  'integratedHolders, an entangled component': (cancellation) => integratedHolders(again(graphs.entangled), 5, { cancellation }),
  'integratedHolders, iterated': (cancellation) => integratedHolders(again(graphs.entangled), 5, { reduceLarge: false, cancellation }),
  'networkControlOver, the large world': (cancellation) => networkControlOver(again(view.stakes), holding, cancellation),
  'networkControl, the large world': (cancellation) => networkControl(holdings, new Float64Array(holdings.size).fill(1), { cancellation }),
  'integratedHoldingsOfMany, the large world': (cancellation) => integratedHoldingsOfMany(again(view.stakes), Array.from({ length: 500 }, (_, owner) => owner), () => undefined, { cancellation }),
  'holdersPicture, 50,000 direct holders': (cancellation) => holdersPicture(again(graphs.manyHolders), 0, 0.25, cancellation),
  'holdingsPicture, the hub': (cancellation) => holdingsPicture(again(view.stakes), HUB, 0.25, cancellation),
  'shapleyShubik, sampled': (cancellation) => shapleyShubik({ votes: new Float64Array(3_000).fill(1) }, { samples: 1_000_000, cancellation }),
  'banzhaf, sampled': (cancellation) => banzhaf({ votes: new Float64Array(3_000).fill(1) }, { samples: 1_000_000, cancellation }),
  'stakePaths, a mesh': (cancellation) => stakePaths(graphs.mesh, 0, graphs.mesh.size - 1, { limit: 1e9, maxVisits: Infinity, cancellation }),
  'stakePaths, the large world': (cancellation) => stakePaths(view.stakes, 0, holding, { limit: 1e5, maxVisits: Infinity, cancellation }),
  'relationPaths, the large world': (cancellation) => relationPaths(view, 0, holding, { limit: 1e5, maxSteps: 1e6, cancellation }),
  'optimalAssignment, 1,000 × 1,000': (cancellation) => optimalAssignment(loose, { cancellation }),
  'optimalAssignment, many ties': (cancellation) => optimalAssignment(tied, { cancellation }),
  'assignmentTotal, 1,000 × 1,000': (cancellation) => assignmentTotal(1_000, cancellation)(inRows, 1_000, 1_000),
  'mirrorPoints, the hub': (cancellation) => mirrorPoints(view, HUB, here, there, { cancellation }),
  'mirrorCoverage, the hub': (cancellation) => mirrorCoverage(view, [HUB], here, there, { weights: undefined, threshold: 0.6, cancellation }, () => true),
  'sharedAdversaries, controllers': (cancellation) => sharedAdversaries(unknown(), here, there, { ...SHARED, list: 'controllers', cancellation }),
  'sharedAdversaries, financiers': (cancellation) => sharedAdversaries(unknown(), here, there, { ...SHARED, list: 'financiers', cancellation }),
  'collapseRows, one footprint': (cancellation) => collapseRows(sameFootprints, cancellation),
  'buildPlaceIndex, the large world': (cancellation) => buildPlaceIndex(unknown(), cancellation),
  'twinPlaces, the large world': (cancellation) => { const fresh = unknown(); return places.map((place) => twinPlaces(fresh, buildPlaceIndex(fresh, cancellation), place, 20, { ...TWINS, cancellation })) },
}

describe('asked to stop', () => {
  beforeAll(async () => {
    view = await theLargeWorld()
    holdings = directedGraph(view.stakes.size, view.stakes.holder, view.stakes.held, view.stakes.votesLow)
  }, 60_000)

  it.each(Object.entries(methods))('%s stops within 200 ms, whenever it is asked', (name, method) => {
    let longest = 0
    const began = clock()
    let before = began
    const watched = new Cancellation({
      deadline: 0, // as long as the clock below says −1, the time is not over
      now: () => {
        const now = clock()
        longest = Math.max(longest, now - before)
        before = now
        return now - began > WATCHED_MS ? 0 : -1
      },
    })
    try { method(watched) } catch (thrown) { if (!(thrown instanceof Cancelled)) throw thrown }
    longest = Math.max(longest, clock() - before)
    console.info(`${name}: looked after ${longest.toFixed(0)} ms at the latest, in ${(clock() - began).toFixed(0)} ms of processor time`)
    expect(longest).toBeLessThan(STOPPED_WITHIN_MS)
  }, 30_000)

  it('by a flag that another thread sets, each of them does', async () => {
    for (const [name, method] of Object.entries(methods)) {
      const flag = new SharedArrayBuffer(4)
      const worker = new Worker('const { workerData } = require("node:worker_threads"); setTimeout(() => Atomics.store(new Int32Array(workerData), 0, 1), 40)', { eval: true, workerData: flag })
      await new Promise((resolve) => worker.once('online', resolve))
      const cancellation = new Cancellation({ flag })
      expect(() => { for (;;) method(cancellation) }, name).toThrow('asked to stop')
      await worker.terminate()
    }
  }, 60_000)
})
