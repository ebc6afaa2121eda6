import type { Run } from './engine.ts'
import { NODE_LABELS, countNodes } from './registry/node-statements.ts'
import { STATEMENT_TYPES, countStatements } from './registry/relationship-statements.ts'

export interface StoreCounts { readonly nodes: Readonly<Record<string, number>>; readonly statements: Readonly<Record<string, number>> }

// Grafeo leaves out the row of a label it has never seen, where Neo4j counts 0.
const totals = (names: readonly string[], rows: readonly { readonly name: string; readonly total: number }[]): Record<string, number> =>
  ({ ...Object.fromEntries(names.map((name) => [name, 0])), ...Object.fromEntries(rows.map(({ name, total }) => [name, total])) })

/** How many nodes of each label and statements of each type there are. */
export const storeCounts = async (read: Run): Promise<StoreCounts> =>
  ({ nodes: totals(NODE_LABELS, await read(countNodes, {})), statements: totals(STATEMENT_TYPES, await read(countStatements, {})) })
