import DataLoader from 'dataloader'
import type { NodeValue, StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { Atlas } from './atlas.ts'
import { publicNode } from './public-node.ts'
import { publicStatement } from './public-statement.ts'

/** Most statements of one node an answer lists; what is left out is counted, never hidden. */
export const STATEMENTS_OF_A_NODE = 500
/** Most that are read where some of them may be withheld: the store cuts by the full key, which must not decide what is shown. */
const STATEMENTS_READ = 10_000

export interface Loaders {
  /** By an id as readers write it: accents apart from their letters or not, ids are stored in one form (NFC). */
  readonly node: (id: string) => Promise<NodeValue | undefined>
  readonly nodes: (ids: readonly string[]) => Promise<NodeValue[]>
  readonly statements: (keys: readonly string[]) => Promise<StoredStatement[]>
  readonly statement: (key: string) => Promise<StoredStatement | undefined>
  /** Statements with this node at either end. */
  readonly statementsOf: (id: string, types?: readonly StatementType[]) => Promise<readonly StoredStatement[]>
}

type AtlasPart = Pick<Atlas, 'store' | 'addressOf' | 'importOf' | 'isEssential' | 'isProtected' | 'roughestKind' | 'withholdsFigures'>

/** Batches the look-ups of one request, and rounds or withholds what readers may not see exactly. */
export function createLoaders({ store, addressOf, importOf, isEssential, isProtected, roughestKind, withholdsFigures }: AtlasPart, onAsk: () => void): Loaders {
  const nodes = new DataLoader<string, NodeValue | undefined>(async (ids) => {
    onAsk()
    const found = await store.nodes(ids)
    return ids.map((id) => {
      const node = found.get(id)
      return node === undefined || node.label === 'Import' ? importOf(id) : publicNode(node, { isProtected, roughestKind })
    }) // an import may have another id for readers
  }, { maxBatchSize: 1_000 })
  const statements = new DataLoader<string, StoredStatement | undefined>(async (keys) => {
    onAsk()
    const found = await store.statements(keys.map(addressOf))
    return keys.map((key) => { const statement = found.get(key); return statement && publicStatement(statement, isEssential) })
  }, { maxBatchSize: 1_000 })
  const of = new DataLoader<string, readonly StoredStatement[]>((asked) => {
    onAsk()
    return Promise.all(asked.map(async (key) => {
      const { id, types } = JSON.parse(key) as { id: string; types?: StatementType[] }
      const statements = await store.statementsOf(id, {
        limit: withholdsFigures ? STATEMENTS_READ : STATEMENTS_OF_A_NODE,
        ...(types ? { types } : {}),
      })
      const shown = new Map(statements.map((statement) => publicStatement(statement, isEssential)).map((statement) => [statement.key, statement])) // two that differ only in what is left out are one
      return [...shown.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).slice(0, STATEMENTS_OF_A_NODE) // an order by the full key would narrow down what is left out
    }))
  })
  const present = <T>(values: readonly (T | undefined | Error)[], asked: readonly string[]): T[] => values.map((value, i) => {
    if (value instanceof Error) throw value
    if (value === undefined) throw new Error(`The snapshot names ${asked[i]}, which the store no longer has.`)
    return value
  })
  return {
    node: (id) => nodes.load(id.normalize('NFC')),
    nodes: async (ids) => present(await nodes.loadMany(ids), ids),
    statement: (key) => statements.load(key),
    statements: async (keys) => present(await statements.loadMany(keys), keys),
    statementsOf: (id, types) => of.load(JSON.stringify({ id, types })),
  }
}
