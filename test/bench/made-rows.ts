import type { NodeValue } from '../../graph-schema/model/model.ts'
import type { StoredStatement } from '../../graph-schema/model/record.ts'
import type { SnapshotSource } from '../../graph-schema/snapshot/build-snapshot.ts'
import { seededRandom } from '../seeded-random.ts'

const SLICE = 1_000
const KEY_BYTES = 12

/** Rows that are made when they are read: as many as `count`, the one at a position by `row`. */
export interface MadeRows<Row> { readonly count: number; readonly row: (at: number) => Row }
/** Statements of one type, each made with the key it is given. */
export interface MadeStatements<T extends StoredStatement['type']> { readonly count: number; readonly row: (at: number, key: string) => Extract<StoredStatement, { readonly type: T }> }

/**
 * A store in memory that makes its rows in slices of a thousand, as an engine does: at no time are all of them alive, so
 * the memory of a process is that of what is made from them. Keys are random, and made beforehand.
 */
export function madeRows(nodes: { readonly [L in NodeValue['label']]?: MadeRows<NodeValue> }, statements: { readonly [T in StoredStatement['type']]?: MadeStatements<T> }): SnapshotSource {
  for (const made of Object.values(nodes)) rehearse(made.count, (at) => made.row(at))
  for (const made of Object.values(statements)) rehearse(made.count, (at) => made.row(at, ''))
  const keys = new Map(Object.entries(statements).map(([type, { count }], at) => [type, randomBytes(KEY_BYTES * count, at + 1)]))
  return {
    async *allNodes(label) { yield* slices(nodes[label]) },
    async *allStatements(type) {
      const made = statements[type]
      const bytes = keys.get(type)
      if (made === undefined || bytes === undefined) return
      yield* slices<StoredStatement>({ count: made.count, row: (at) => made.row(at, bytes.toString('hex', KEY_BYTES * at, KEY_BYTES * (at + 1))) })
    },
  }
}

function* slices<Row>(made: MadeRows<Row> | undefined): Generator<readonly Row[]> {
  if (made === undefined) return
  for (let first = 0; first < made.count; first += SLICE) {
    const slice: Row[] = []
    for (let at = first; at < Math.min(first + SLICE, made.count); at++) slice.push(made.row(at))
    yield slice
  }
}

const REHEARSED = 20_000

/**
 * Makes rows that nobody keeps. The runtime judges by the first thousand objects of a line of code whether they live long;
 * if just then it collects garbage amid a slice, it puts all later ones where garbage is dear, and the reader would pay for it.
 */
function rehearse(count: number, row: (at: number) => unknown): void {
  if (count > 0) for (let at = 0; at < REHEARSED; at++) row(at % count)
}

function randomBytes(length: number, seed: number): Buffer {
  const random = seededRandom(seed)
  const words = new Uint32Array(Math.ceil(length / 4))
  for (let at = 0; at < words.length; at++) words[at] = random() * 2 ** 32
  return Buffer.from(words.buffer, 0, length)
}
