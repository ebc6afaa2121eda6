import { integratedHoldings } from '../../../graph-schema/analytics/integrated-ownership.ts'
import { stakeGraph } from '../../../graph-schema/analytics/stake-graph.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench } from '../bench.ts'
import { sampled } from '../bench.ts'

const RESIDUAL = 1e-12
/** Owners asked about: one in a hundred companies has one, at least ten. */
const ownersOf = (companies: number) => Math.max(10, Math.min(100, Math.floor(companies / 100)))

type Stakes = Arrays & { readonly owners: Int32Array; readonly holder: Int32Array; readonly held: Int32Array; readonly share: Float64Array }

/**
 * Companies 0 … size − 1 with 1.5 stakes of other companies on average, a third of them in one large ring of
 * cross-holdings, and owners size … above whom nobody stands, each with a stake in 2 of 100 companies. Shares in a
 * company add up to at most 90 %.
 */
function stakesOf(size: number, seed = 1): Stakes {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const owners = ownersOf(size)
  const [holder, held, share]: [number[], number[], number[]] = [[], [], []]
  for (let company = 0; company < size; company++) {
    const inRing = company < size / 3
    const holders = new Set(inRing ? [below(Math.ceil(size / 3)), (company + 1) % Math.ceil(size / 3)] : [below(company)])
    holders.delete(company)
    if (random() < 0.02 * owners) holders.add(size + below(owners))
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

function bench(name: string, python: string, mode: string, sizes: Pick<Bench, 'sizes' | 'fullSizes'>): Bench {
  return {
    goal: 'PG-12', name: `integrated-ownership-${name}`, unit: 'companies', ...sizes,
    ours: (size) => {
      const { owners, holder, held, share } = stakesOf(size)
      const graph = stakeGraph(size + owners.length, Array.from(holder, (one, at) => ({ holder: one, held: held[at]!, shareLow: share[at]!, shareHigh: share[at]! })))
      return {
        input: checksumOf({ owners, holder, held, share }),
        run: () => {
          const owned = new Float64Array(size)
          for (const owner of owners) {
            const { holdings, residual } = integratedHoldings(graph, owner)
            if (!(residual <= RESIDUAL)) throw new Error(`Residual ${residual} of owner ${owner}.`)
            for (const { node, low } of holdings) owned[node]! += low
          }
          return { sum: owned.reduce((sum, one) => sum + one, 0), ...sampled('owned of', size, (company) => owned[company]!) }
        },
      }
    },
    against: { peer: `SciPy 1.17.1, ${mode}, all owners, residual at most 1e-12`, times: 10, from: 100_000, work: { python, arrays: stakesOf } },
  }
}

/** What the peers are asked: the same shares, by two iterations and by elimination. Ours also brackets ranges and takes self-holdings out. */
export const ownershipJacobi = bench('jacobi', 'ownership_jacobi', 'sparse Jacobi with a dense column per owner', { sizes: [500, 1_500], fullSizes: [10_000, 100_000] })
export const ownershipBicgstab = bench('bicgstab', 'ownership_bicgstab', 'bicgstab per owner', { sizes: [500, 1_500], fullSizes: [10_000, 100_000] })
export const ownershipLu = bench('splu', 'ownership_lu', 'splu and solve', { sizes: [500, 1_500], fullSizes: [10_000] }) // elimination fills in as the ring grows: the largest size is left to the iterations
