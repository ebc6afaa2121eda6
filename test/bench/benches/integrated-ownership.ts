import type { HoldingsBlock } from '../../../graph-schema/analytics/many-owners/holdings-block.ts'
import { integratedHoldingsOfMany } from '../../../graph-schema/analytics/many-owners/integrated-holdings-of-many.ts'
import type { StakeGraph } from '../../../graph-schema/analytics/ownership/stake-graph.ts'
import { stakeGraph } from '../../../graph-schema/analytics/ownership/stake-graph.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Work } from '../bench.ts'
import { sampled } from '../bench.ts'

const RESIDUAL = 1e-12
const SEED = 1
/** Companies, of all, that hold each other. */
const CROSS_HOLDING = 0.52
/** The goal speaks of so many owners; fewer are shown beside. */
const OWNERS_OF_GOAL = 1_000
/** How far a range reaches to both sides of a share, as a part of it. */
const RANGE = 0.1

type Stakes = Arrays & { readonly owners: Int32Array; readonly holder: Int32Array; readonly held: Int32Array; readonly share: Float64Array }

/**
 * Companies 0 … size − 1 with 1.5 stakes of other companies on average, and owners size … above whom nobody stands, one
 * of them in every company, the first ones in many. Half of the companies have two holders among themselves, one by
 * what it holds already (a heavy tail), one at random: three of ten companies are one component. The others have one
 * holder. Recorded shares in a company add up to 90 %.
 */
function stakesOf(size: number, owners: number): Stakes {
  const random = seededRandom(SEED)
  const below = (limit: number) => Math.floor(random() * limit)
  const cross = Math.floor(CROSS_HOLDING * size)
  const [holder, held, share]: [number[], number[], number[]] = [[], [], []]
  const byHoldings: number[] = [] // a company once for each of its holdings
  for (let company = 0; company < size; company++) {
    const popular = (others: number) => (byHoldings.length > 0 && random() < 0.5 ? byHoldings[below(byHoldings.length)]! : below(Math.max(1, others)))
    const holders = new Set(company < cross ? [popular(company), below(cross)] : [popular(company)])
    holders.delete(company)
    if (company < cross) byHoldings.push(...holders)
    holders.add(size + Math.floor(owners * random() ** 2))
    const parts = [...holders].map(() => 0.1 + random())
    const total = parts.reduce((sum, part) => sum + part, 0)
    for (const [at, one] of [...holders].entries()) {
      holder.push(one)
      held.push(company)
      share.push((0.9 * parts[at]!) / total)
    }
  }
  return { owners: Int32Array.from({ length: owners }, (_, at) => size + at), holder: Int32Array.from(holder), held: Int32Array.from(held), share: Float64Array.from(share) }
}

/** Σ over the owners of what each has of a company at the minima, and of what it has at the most. */
interface Owned { readonly low: Float64Array; readonly high: Float64Array }

/** Sums rows of eight, as a caller would who adds up a block. */
function addUp({ nodes, low, high, residual }: HoldingsBlock, owned: Owned): void {
  if (residual.some((one) => !(one <= RESIDUAL))) throw new Error(`Residuals ${residual.join(', ')}.`)
  const sum = (values: Float64Array, at: number) => values[at]! + values[at + 1]! + values[at + 2]! + values[at + 3]! + values[at + 4]! + values[at + 5]! + values[at + 6]! + values[at + 7]!
  for (let at = 0; at < nodes.length; at++) owned.low[nodes[at]!]! += sum(low, 8 * at)
  if (high !== low) for (let at = 0; at < nodes.length; at++) owned.high[nodes[at]!]! += sum(high, 8 * at)
}

/** Condensing the graph is part of the work: every run gets a graph nothing is kept of. */
function holdingsWork(size: number, stakes: Stakes, graph: StakeGraph): Work {
  return {
    input: checksumOf(stakes),
    run: () => {
      const owned = { low: new Float64Array(graph.size), high: new Float64Array(graph.size) }
      integratedHoldingsOfMany({ ...graph }, stakes.owners, (block) => addUp(block, owned))
      const companies = owned.low.subarray(0, size)
      return { sum: companies.reduce((sum, one) => sum + one, 0), ...sampled('owned of', size, (company) => companies[company]!) }
    },
  }
}

function graphOf(size: number, { owners, holder, held, share }: Stakes, bounds: (share: number) => { shareLow: number; shareHigh: number }): StakeGraph {
  return stakeGraph(size + owners.length, Array.from(holder, (one, at) => ({ holder: one, held: held[at]!, ...bounds(share[at]!) })))
}

function bench(name: string, owners: number, python: string, mode: string, sizes: Pick<Bench, 'sizes' | 'fullSizes'>): Bench {
  return {
    goal: 'PG-12', name: `integrated-ownership-${name}`, unit: 'companies', ...sizes,
    ours: (size) => {
      const stakes = stakesOf(size, owners)
      return holdingsWork(size, stakes, graphOf(size, stakes, (share) => ({ shareLow: share, shareHigh: share })))
    },
    against: { peer: `SciPy 1.17.1, ${mode}, ${owners.toLocaleString('en')} owners, residual at most 1e-12`, times: owners >= OWNERS_OF_GOAL ? 10 : undefined, from: 100_000, work: { python, arrays: (size) => stakesOf(size, owners) } },
  }
}

const JACOBI = 'sparse Jacobi, 16 owners as one dense block'
export const ownershipJacobi = bench('jacobi', 100, 'ownership_jacobi', JACOBI, { sizes: [2_000, 10_000], fullSizes: [100_000] })
export const ownershipJacobiOfMany = bench('jacobi-1000', 1_000, 'ownership_jacobi', JACOBI, { sizes: [2_000], fullSizes: [100_000] })
export const ownershipBicgstab = bench('bicgstab', 100, 'ownership_bicgstab', 'bicgstab per owner', { sizes: [2_000], fullSizes: [10_000, 100_000] })
export const ownershipLu = bench('splu', 100, 'ownership_lu', 'splu and solve', { sizes: [2_000], fullSizes: [10_000] }) // elimination fills in as the component grows: the largest size is left to the iterations

const minimumOf = (share: number) => share * (1 - RANGE)

/** Lower and upper bounds from ranges, against ourselves: what the minima alone take as exact shares. */
export const ownershipRanges: Bench = {
  goal: 'PG-12', name: 'integrated-ownership-ranges', unit: 'companies', sizes: [2_000, 10_000], fullSizes: [100_000],
  ours: (size) => {
    const stakes = stakesOf(size, 100)
    return holdingsWork(size, stakes, graphOf(size, stakes, (share) => ({ shareLow: minimumOf(share), shareHigh: share * (1 + RANGE) })))
  },
  against: {
    peer: 'ourselves with the minima as exact shares, 100 owners; bounds may take three times as long', times: 1 / 3,
    work: (size) => {
      const stakes = stakesOf(size, 100)
      return holdingsWork(size, stakes, graphOf(size, stakes, (share) => ({ shareLow: minimumOf(share), shareHigh: minimumOf(share) })))
    },
  },
}
