import type { NodeValue } from '#model/model.ts'
import { nodeToStored } from '#model/record.ts'
import type { StoredStatement } from '#model/record.ts'

const MODULUS = 2 ** 32

/** A sum of hashes that does not depend on the order of the facts; the same facts give the same text. */
export interface FactsVersion {
  readonly addNode: (node: NodeValue) => void
  readonly addStatement: (statement: StoredStatement) => void
  readonly text: () => string
}

/** FNV-1a over the code units of a text, 32 bits, from a given start. */
function hash(text: string, start: number): number {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Two independent 32-bit sums and the counts; a change detector, not a seal. Imports are left out: undoing and repeating one changes no fact. */
export function factsVersion(): FactsVersion {
  let first = 0
  let second = 0
  let nodes = 0
  let statements = 0
  const add = (text: string) => {
    first = (first + hash(text, 0x811c9dc5)) % MODULUS
    second = (second + hash(text, 0x2f0b4c47)) % MODULUS
  }
  return {
    addNode: (node) => {
      nodes++
      add(`${node.label} ${JSON.stringify(nodeToStored(node))}`)
    },
    addStatement: ({ key, retrievedOn, note }) => {
      statements++
      add(`${key} ${retrievedOn} ${note ?? ''}`)
    },
    text: () => `${nodes}-${statements}-${first.toString(16).padStart(8, '0')}${second.toString(16).padStart(8, '0')}`,
  }
}
