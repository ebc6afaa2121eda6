import { createHash } from 'node:crypto'
import type { NodeValue, Statement } from '../../../graph-schema/model/model.ts'
import type { StoredStatement } from '../../../graph-schema/model/record.ts'
import { statementKey } from '../../../graph-schema/model/statement-key.ts'
import { buildSnapshot } from '../../../graph-schema/snapshot/build-snapshot.ts'
import { organisation, owns, source } from '../../worlds/snapshot-world.ts'
import type { Bench } from '../bench.ts'
import { holdingsWorld } from '../world.ts'

const SLICE = 1_000

function* slices<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += SLICE) yield rows.slice(at, at + SLICE)
}

const stored = (one: Statement): StoredStatement => ({ ...one, key: statementKey(one), importIds: ['imp:bench'] })

export const snapshotBench: Bench = {
  goal: 'PG-5', name: 'snapshot-from-rows', unit: 'companies', sizes: [1_000, 5_000], fullSizes: [50_000, 200_000],
  ours: (size) => {
    const { from, to } = holdingsWorld(size)
    const id = (node: number) => `org:bench/${node}`
    const nodes: Partial<Record<NodeValue['label'], readonly NodeValue[]>> = { Organisation: Array.from({ length: size }, (_, node) => organisation(id(node))), Source: [source('src:one')] }
    const statements = Array.from(from, (holder, at) => stored(owns(id(holder), id(to[at]!), ((at % 19) + 1) / 100)))
    return {
      input: createHash('sha256').update(statements.map(({ key }) => key).join()).digest('hex').slice(0, 16),
      run: async () => {
        const { nodes: { count }, statements: found } = await buildSnapshot({
          async *allNodes(label) { yield* slices(nodes[label] ?? []) },
          async *allStatements(type) { yield* type === 'OWNS' ? slices(statements) : [] },
        })
        return { nodes: count, statements: found.count, share: found.shareMin.subarray(0, found.count).reduce((sum, one) => sum + one, 0) }
      },
    }
  },
  against: { what: 'rows in memory, five stakes per company, to a snapshot in typed arrays; the rows themselves are not counted as work', seconds: undefined },
}
