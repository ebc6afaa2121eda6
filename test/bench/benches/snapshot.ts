import { viewOf } from '../../../graph-schema/snapshot/view-at.ts'
import type { SnapshotSource } from '../../../graph-schema/snapshot/build-snapshot.ts'
import { buildSnapshot } from '../../../graph-schema/snapshot/build-snapshot.ts'
import { SNAPSHOT_LABELS } from '../../../graph-schema/snapshot/node-table.ts'
import { SNAPSHOT_TYPES } from '../../../graph-schema/snapshot/statement-table.ts'
import type { Bench, Finding } from '../bench.ts'
import { RECORDED_ON, recordedWorld } from '../recorded-world.ts'

const SIZES = { unit: 'nodes', sizes: [10_000, 100_000], fullSizes: [1_000_000] } as const

/** Sum of what is stated in a column. */
export const sumOfStated = (column: Float64Array): number => {
  let total = 0
  for (const value of column) if (!Number.isNaN(value)) total += value
  return total
}

/** Asks for all rows, as a snapshot does, and does nothing with them. */
async function madeAndDropped(source: SnapshotSource): Promise<Finding> {
  let [nodes, statements] = [0, 0]
  for (const label of SNAPSHOT_LABELS) for await (const slice of source.allNodes(label)) nodes += slice.length
  for (const type of SNAPSHOT_TYPES) for await (const slice of source.allStatements(type)) statements += slice.length
  return { nodes, statements }
}

export const snapshotBench: Bench = {
  ...SIZES, goal: 'PG-5', name: 'snapshot-from-rows',
  ours: (size) => {
    const { source, checksum } = recordedWorld(size)
    return {
      input: checksum,
      run: async () => {
        const { nodes, statements } = await buildSnapshot(source)
        return { nodes: nodes.count, statements: statements.count, share: sumOfStated(statements.shareMin) }
      },
      besides: () => madeAndDropped(source),
    }
  },
  against: { what: 'rows in memory to a snapshot in typed arrays, five statements per node; the rows are made on the way, a thousand at a time, and what making and dropping them takes alone is taken off. Collecting garbage beyond that is counted, and all memory', seconds: 10, from: 1_000_000 },
}

export const viewBench: Bench = {
  ...SIZES, goal: 'PG-5', name: 'view-of-a-date',
  ours: async (size) => {
    const { source, checksum } = recordedWorld(size)
    const snapshot = await buildSnapshot(source)
    return {
      input: checksum,
      run: () => {
        const { stakes, operations, locations, supplies, figures } = viewOf(snapshot, { asOf: RECORDED_ON, grades: ['reported'], today: RECORDED_ON })
        return { stakes: stakes.holder.length, share: sumOfStated(stakes.shareLow), links: operations.count + locations.count + supplies.count, figures: figures.size }
      },
    }
  },
  against: { what: 'what the statements of a snapshot say together at one date, ready for questions: stakes, links and figures, five statements per node; making the snapshot is the build time', seconds: 15, from: 1_000_000 },
}
