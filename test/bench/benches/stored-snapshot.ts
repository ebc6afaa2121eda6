import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeToStored, statementToStored } from '../../../graph-schema/model/record.ts'
import { SNAPSHOT_LABELS } from '../../../graph-schema/snapshot/node-table.ts'
import { buildSnapshot } from '../../../graph-schema/snapshot/build-snapshot.ts'
import { SNAPSHOT_TYPES } from '../../../graph-schema/snapshot/statement-table.ts'
import type { GraphStore } from '../../../graph-schema/store/graph-store.ts'
import { openStore } from '../../../graph-schema/store/open-store.ts'
import type { Bench, Work } from '../bench.ts'
import { NEO4J } from '../neo4j-peer.ts'
import type { RecordedWorld } from '../recorded-world.ts'
import { recordedWorld } from '../recorded-world.ts'
import { sumOfStated } from './snapshot.ts'

/** Writes the world in the slices it is made in, nodes first; a store that has nodes has it from an earlier round. */
async function fill(store: GraphStore, { source }: RecordedWorld): Promise<void> {
  if ((await store.counts()).nodes['Organisation'] !== 0) return
  for (const label of SNAPSHOT_LABELS) {
    for await (const slice of source.allNodes(label)) await store.load(slice.map((node) => ({ node: label, properties: nodeToStored(node) })))
  }
  for (const type of SNAPSHOT_TYPES) {
    for await (const slice of source.allStatements(type)) await store.load(slice.map((one) => ({ statement: type, from: one.from, to: one.to, properties: statementToStored(one) })))
  }
}

/** A snapshot from what the store gives; the version of its facts is the same on every engine. */
function reading(store: GraphStore, { checksum }: RecordedWorld): Work {
  return {
    input: checksum,
    run: async () => {
      const { nodes, statements, version } = await buildSnapshot(store)
      return { nodes: nodes.count, statements: statements.count, share: sumOfStated(statements.shareMin), version: Number.parseInt(version.slice(0, 12), 16) }
    },
    close: () => store.close(),
  }
}

/** Reading everything on record from the embedded engine, and beside it the same from a server. */
export const storedSnapshotBench: Bench = {
  goal: 'PG-5', name: 'snapshot-from-store', unit: 'nodes', sizes: [2_000], fullSizes: [10_000, 50_000],
  ours: async (size) => {
    const world = recordedWorld(size)
    const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-bench-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const store = await openStore({ dataDir: folder })
    await fill(store, world)
    return reading(store, world)
  },
  against: {
    peer: `${NEO4J}, the same snapshot through the same store, of its process alone; the wall time has our driver and our columns in it. Ours reads the embedded engine`, times: undefined,
    work: {
      graph: 'stored snapshot',
      onNeo4j: async (size) => {
        const { BENCH_NEO4J_URI: uri, BENCH_NEO4J_PASSWORD: password } = process.env
        const world = recordedWorld(size)
        const store = await openStore({ dataDir: '', neo4j: { uri: uri ?? '', user: 'neo4j', password: password ?? '' } })
        await fill(store, world)
        return reading(store, world)
      },
    },
  },
}
