import { createHash, hash } from 'node:crypto'
import type { NodeValue } from '#model/model.ts'
import { nodeToStored } from '#model/record.ts'
import type { StoredStatement } from '#model/record.ts'
import type { GraphStore } from './graph-store.ts'
import { NODE_LABELS } from './registry/node-statements.ts'
import { STATEMENT_TYPES } from './registry/relationship-statements.ts'

const WORDS = 8

/**
 * Checksum of a set of records that does not depend on their order: the sum of their SHA-256 hashes, word by word
 * modulo 2³², and their number. Finds damage and differences; it is no protection against somebody who forges data.
 * Space O(1), about half a microsecond per record of a hundred characters.
 */
export class SetChecksum {
  readonly #sum = new Uint32Array(WORDS) // wraps at 2³² by itself
  #size = 0

  add(record: string): void {
    const bytes = hash('sha256', record, 'latin1') // one character per byte: much cheaper to make than a buffer
    for (let i = 0; i < WORDS; i++) this.#sum[i]! += bigEndianWord(bytes, 4 * i)
    this.#size++
  }

  /** 64 hexadecimal digits. */
  digest(): string {
    return createHash('sha256').update(`${this.#size}:${this.#sum.join(',')}`).digest('hex')
  }
}

const bigEndianWord = (bytes: string, at: number): number =>
  (bytes.charCodeAt(at) << 24) | (bytes.charCodeAt(at + 1) << 16) | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3)

/**
 * Version of the data: the same facts give the same digest on every engine, in every order and by whatever imports.
 * Imports themselves are left out: reading a file again is no new fact.
 */
export class FactsChecksum {
  readonly #facts = new SetChecksum()

  addNode(node: NodeValue): void {
    if (node.label === 'Import') return
    const properties = Object.entries(nodeToStored(node)).sort(([a], [b]) => (a < b ? -1 : 1))
    this.#facts.add(JSON.stringify([node.label, properties]))
  }

  /** The key stands for the claim; the other two are what it leaves out. */
  addStatement({ key, retrievedOn, note = '' }: StoredStatement): void {
    this.#facts.add(`["${key}","${retrievedOn}",${note === '' ? '""' : JSON.stringify(note)}]`) // key and day need no escape
  }

  digest(): string {
    return this.#facts.digest()
  }
}

/** Checksum of all facts in a store. Reads everything once. */
export async function graphChecksum(store: GraphStore): Promise<string> {
  const facts = new FactsChecksum()
  for (const label of NODE_LABELS) {
    for await (const nodes of store.allNodes(label)) nodes.forEach((node) => facts.addNode(node))
  }
  for (const type of STATEMENT_TYPES) {
    for await (const statements of store.allStatements(type)) statements.forEach((statement) => facts.addStatement(statement))
  }
  return facts.digest()
}
