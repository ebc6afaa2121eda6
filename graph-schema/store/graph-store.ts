import type { Exposure, ExposureRun, ExposuresFound } from '#model/derived/exposed-in.ts'
import type { NodeLabel, NodeValue, Statement, StatementType } from '#model/model.ts'
import type { Stored, StoredStatement } from '#model/record.ts'

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

/** Where a statement is: known ends make finding it an index look-up on both engines. */
export interface StatementAddress { readonly key: string; readonly type: StatementType; readonly from: string; readonly to: string }

/** One node or statement with everything stored about it, imports included; what a backup is made of. */
export type StoreRecord =
  | { readonly node: NodeLabel; readonly properties: Stored }
  | { readonly statement: StatementType; readonly from: string; readonly to: string; readonly properties: Stored }

/**
 * The only door to a database. Two engines stand behind it: the embedded Grafeo and a Neo4j server.
 * Every read is a registered, named, typed statement; nothing here takes Cypher text.
 */
export interface GraphStore {
  readonly engine: 'grafeo' | 'neo4j'
  /** Creates constraints and indexes derived from the model; safe to repeat. */
  migrate(): Promise<void>
  /**
   * Checks everything first, then writes in one transaction per 5,000 rows. A node that exists keeps what it has: blanks are filled, another
   * name becomes an alias. A statement that exists gains `importId`. Writing the same batch twice leaves the same graph.
   * What only gains `importId` counts as unchanged.
   * @throws KnownError NOT_STORABLE, UNKNOWN_ENDS, NOT_UNIQUE (the id belongs to a node of another label), WRITE_CONFLICT
   */
  write(batch: Batch, importId: string): Promise<WriteReport>
  /**
   * Removes what only this import brought, in slices of 10,000. A node that a statement of another import names stays;
   * what the import filled in on nodes of others stays too. Interrupted, it can be repeated.
   */
  undo(importId: string): Promise<UndoReport>
  nodes(ids: readonly string[]): Promise<ReadonlyMap<string, NodeValue>>
  /** By key, or faster by address: a key alone makes the embedded engine read all statements (40 ms per 100,000). */
  statements(wanted: readonly (string | StatementAddress)[]): Promise<ReadonlyMap<string, StoredStatement>>
  /** Statements with this node at either end, ordered by key; at most `limit`. */
  statementsOf(id: string, options?: { readonly types?: readonly StatementType[]; readonly limit?: number }): Promise<readonly StoredStatement[]>
  /** Nodes whose nameKey starts with or contains `nameKey`: prefix matches first, then by name and id. */
  search(nameKey: string, options: { readonly labels?: readonly NodeLabel[]; readonly limit: number }): Promise<readonly SearchHit[]>
  /** All nodes of a label in order of id, in slices; memory stays bounded by the slice. */
  allNodes(label: NodeLabel): AsyncIterable<readonly NodeValue[]>
  /** All statements of a type in slices. */
  allStatements(type: StatementType): AsyncIterable<readonly StoredStatement[]>
  counts(): Promise<{ readonly nodes: Readonly<Record<string, number>>; readonly statements: Readonly<Record<string, number>> }>
  /** Counts the changes; another process on the same server sees by it that its snapshot is old. */
  revision(): Promise<number>
  /** Everything, label by label and type by type, for a backup. */
  dump(): AsyncIterable<readonly StoreRecord[]>
  /** Writes records as they were dumped; nodes before the statements between them. For restoring into an empty store. */
  load(records: readonly StoreRecord[]): Promise<void>
  /**
   * Writes what was computed from the facts as EXPOSED_IN relationships and takes the place of an earlier run. The run is
   * marked complete last, so an interrupted one is never read; repeated, it begins anew. The version of the data, the
   * revision and backups do not change by it. A run that is there already writes nothing.
   * @throws KnownError NOT_STORABLE, UNKNOWN_ENDS, WRITE_CONFLICT (another process wrote exposures meanwhile)
   */
  writeExposures(made: ExposureRun, exposures: Iterable<Exposure>): Promise<{ readonly run: string; readonly written: number }>
  /** Exposures of a place or organisation by the complete run for these facts, in order of key; undefined when there is none. */
  exposures(dataVersion: string, of: { readonly end: 'place' | 'organisation'; readonly id: string; readonly limit?: number }): Promise<ExposuresFound | undefined>
  /**
   * What `work` writes stays as a whole, also after a loss of power, or not at all: if `work` fails, or the process ends in the
   * middle of it, the embedded store is as before when it is opened next. Needs as much free room as the store takes, and time
   * to copy it. One at a time, and nothing else is written meanwhile. A Neo4j server keeps what was committed: other processes
   * write to it, too.
   * @throws KnownError FILE_UNREADABLE when there is no room, before `work` begins; what `work` throws
   */
  whole<T>(work: () => Promise<T>): Promise<T>
  /** Returns when everything written so far survives a loss of power. */
  durable(): Promise<void>
  close(): Promise<void>
}
