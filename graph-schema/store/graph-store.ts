import type { NodeLabel, NodeValue, Statement, StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'

/** What one import writes together; ends of statements must be in the store or in `nodes`. */
export interface Batch {
  readonly nodes: readonly NodeValue[]
  readonly statements: readonly Statement[]
}

/** Created + updated + unchanged = written, for nodes and statements alike. */
export interface WriteCounts { readonly created: number; readonly updated: number; readonly unchanged: number }
export interface WriteReport { readonly nodes: WriteCounts; readonly statements: WriteCounts }
export interface UndoReport { readonly nodesRemoved: number; readonly statementsRemoved: number }
export interface SearchHit { readonly id: string; readonly label: NodeLabel; readonly name: string; readonly country: string | undefined; readonly kind: string }

/**
 * The only door to a database. Two engines stand behind it: the embedded Grafeo and a Neo4j server.
 * Every read is a registered, named, typed statement; nothing here takes Cypher text.
 */
export interface GraphStore {
  readonly engine: 'grafeo' | 'neo4j'
  /** Creates constraints and indexes derived from the model; safe to repeat. */
  migrate(): Promise<void>
  /**
   * Writes in one transaction per 1,000–10,000 rows. A node that exists keeps what it has: blanks are filled, another
   * name becomes an alias. A statement that exists gains `importId`. Writing the same batch twice leaves the same graph.
   * @throws KnownError NOT_STORABLE, UNKNOWN_ENDS, WRITE_CONFLICT
   */
  write(batch: Batch, importId: string): Promise<WriteReport>
  /** Removes what only this import brought, in bounded transactions. */
  undo(importId: string): Promise<UndoReport>
  nodes(ids: readonly string[]): Promise<ReadonlyMap<string, NodeValue>>
  statements(keys: readonly string[]): Promise<ReadonlyMap<string, StoredStatement>>
  /** Statements with this node at either end, ordered by key; at most `limit`. */
  statementsOf(id: string, options?: { readonly types?: readonly StatementType[]; readonly limit?: number }): Promise<readonly StoredStatement[]>
  /** Nodes whose nameKey starts with or contains `nameKey`: prefix matches first, then by name and id. */
  search(nameKey: string, options: { readonly labels?: readonly NodeLabel[]; readonly limit: number }): Promise<readonly SearchHit[]>
  /** All nodes of a label in order of id, in slices; memory stays bounded by the slice. */
  allNodes(label: NodeLabel): AsyncIterable<readonly NodeValue[]>
  /** All statements of a type in slices. */
  allStatements(type: StatementType): AsyncIterable<readonly StoredStatement[]>
  counts(): Promise<{ readonly nodes: Readonly<Record<string, number>>; readonly statements: Readonly<Record<string, number>> }>
  /** Returns when everything written so far survives a loss of power. */
  durable(): Promise<void>
  close(): Promise<void>
}
