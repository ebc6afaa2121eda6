import type { Constraint } from '#derive/constraints.ts'
import type { Parameters, ParametersOf, RegisteredStatement, RowOf, Shape } from './registry/registered-statement.ts'

/** Sends one registered statement and returns its rows. */
export type Run = <P extends Parameters, R extends Shape>(statement: RegisteredStatement<P, R>, parameters: ParametersOf<P>) => Promise<RowOf<R>[]>
/** A statement that can be read piece by piece: the engine sets `skip` and `limit` as suits it. */
export type SlicedStatement<R extends Shape> = RegisteredStatement<{ readonly skip: 'integer'; readonly limit: 'integer' }, R>

/**
 * What a dialect has to supply; everything else is shared. Errors arrive as KnownError, a lost race between two
 * writers as WRITE_CONFLICT.
 */
export interface Engine {
  readonly name: 'grafeo' | 'neo4j'
  /** False where finding relationships by a property means reading them all. */
  readonly hasRelationshipIndex: boolean
  migrate(constraints: readonly Constraint[]): Promise<void>
  /** Reads what is committed, within the time an answer may take. */
  read: Run
  /** One transaction: all of `work` is committed or none of it. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** All rows as of one moment, in slices; memory stays bounded by the slice. */
  stream<R extends Shape>(statement: SlicedStatement<R>): AsyncIterable<RowOf<R>[]>
  /** @see GraphStore.whole */
  whole<T>(work: () => Promise<T>): Promise<T>
  durable(): Promise<void>
  close(): Promise<void>
}
