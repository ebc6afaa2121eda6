import { integratedHolders } from '../../../graph-schema/analytics/ownership/integrated-ownership.ts'
import type { Stake } from '../../../graph-schema/analytics/ownership/stake-graph.ts'
import { buildSnapshot } from '../../../graph-schema/snapshot/build-snapshot.ts'
import { viewAt } from '../../../graph-schema/snapshot/view-at.ts'
import { seededRandom } from '../../seeded-random.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench } from '../bench.ts'
import { madeRows } from '../made-rows.ts'

export const LEVELS = 11
const QUESTIONS = 100
const HOLDERS = 5
/** Ids of the same length are in order. */
const FIRST = 1_000_000
const RECORDED_ON = '2026-10-01'

/** Eleven levels of companies; each company is held by two from about the same part of the level above, one holding in two hundred is returned. */
export function levelledStakes(stakes: number): { readonly size: number; readonly list: Stake[]; readonly width: number } {
  const random = seededRandom(1)
  const width = Math.max(10, Math.floor(stakes / (2 * (LEVELS - 1))))
  const list: Stake[] = []
  for (let level = 1; level < LEVELS; level++) {
    for (let at = 0; at < width; at++) {
      const held = level * width + at
      const first = (at + Math.floor(random() * 3)) % width
      const second = (first + 1 + Math.floor(random() * 3)) % width
      const shares = [0.5 + random() * 0.2, random() * 0.25]
      for (const [k, above] of [first, second].entries()) list.push({ holder: (level - 1) * width + above, held, shareLow: shares[k]!, shareHigh: shares[k]! })
      if (random() < 0.01 && level > 1) list.push({ holder: held, held: (level - 1) * width + first, shareLow: 0.02, shareHigh: 0.02 })
    }
  }
  return { size: LEVELS * width, list, width }
}

/** The same shape with five holders of each company, as statements of a store; of an eleventh of the nodes nobody is on record. */
function levelledWorld(size: number) {
  const random = seededRandom(1)
  const width = Math.max(20, Math.floor(size / LEVELS))
  const most = LEVELS * width * (HOLDERS + 1)
  const world = { from: new Int32Array(most), to: new Int32Array(most), share: new Float64Array(most) }
  let count = 0
  const add = (from: number, to: number, share: number) => {
    world.from[count] = from
    world.to[count] = to
    world.share[count++] = share
  }
  for (let held = width; held < LEVELS * width; held++) {
    const above = Math.floor(held / width) * width - width
    let holder = held % width
    for (let k = 0; k < HOLDERS; k++) {
      holder = (holder + 1 + Math.floor(random() * 2)) % width
      add(above + holder, held, k === 0 ? 0.5 + random() * 0.2 : random() * 0.07)
    }
    if (random() < 0.01 && above > 0) add(held, above + holder, 0.02)
  }
  return { width, count, ...world }
}

/** The view a server answers from, by way of statements and snapshot. */
async function levelledView({ width, count, from, to, share }: ReturnType<typeof levelledWorld>) {
  const id = (node: number) => `org:${FIRST + node}`
  const source = madeRows({ Organisation: { count: LEVELS * width, row: (at) => ({ label: 'Organisation', id: id(at), name: `Company ${at}`, nameKey: `company ${at}`, kind: 'company' }) } }, {
    OWNS: { count, row: (at, key) => ({ type: 'OWNS', from: id(from[at]!), to: id(to[at]!), interest: 'shareholding', share: { min: share[at]!, max: share[at]! }, sourceId: 'src:one', grade: 'reported', status: 'in force', retrievedOn: RECORDED_ON, importIds: [], key }) },
  })
  return viewAt(await buildSnapshot(source), { asOf: RECORDED_ON, grades: ['reported'], today: RECORDED_ON })
}

export const tenHopsBench: Bench = {
  goal: 'PG-28', name: 'ten-hops', unit: 'companies', sizes: [10_000, 100_000], fullSizes: [1_000_000],
  ours: async (size) => {
    const world = levelledWorld(size)
    const { stakes } = await levelledView(world)
    const first = (LEVELS - 1) * world.width
    integratedHolders(stakes, first) // bounds are kept per graph: a server has answered before
    return {
      input: checksumOf({ from: world.from, to: world.to, share: world.share }),
      run: () => {
        let [holders, ultimate, share] = [0, 0, 0]
        for (let question = 0; question < QUESTIONS; question++) {
          const found = integratedHolders(stakes, first + Math.floor((question * world.width) / QUESTIONS))
          holders += found.holders.length
          for (const one of found.holders) if (one.ultimate) [ultimate, share] = [ultimate + 1, share + one.low]
        }
        return { holders, ultimate, share }
      },
    }
  },
  against: { what: `who owns a company over ten steps, by how much, five statements per company: ${QUESTIONS} companies of the lowest level, one after the other; 5 ms each are allowed. Reading the statements and making the view of a date is the build time`, seconds: 0.005 * QUESTIONS, from: 1_000_000 },
}
