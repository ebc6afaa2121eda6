import { registered } from './registered-statement.ts'

/** The one node about the store itself: version of the model it was written with, and how often it changed. */
export const STATE_LABEL = 'StoreState'
export const STATE_ID = 'store'
const state = `(s:${STATE_LABEL} {id: '${STATE_ID}'})`

export const beginState = registered({
  id: 'state.begin',
  text: `MERGE ${state} SET s.modelVersion = coalesce(s.modelVersion, $modelVersion), s.revision = coalesce(s.revision, 0) RETURN s.modelVersion AS modelVersion`,
  parameters: { modelVersion: 'integer' },
  row: { modelVersion: 'integer' },
})

/**
 * First in every write. On Neo4j the node is the queue of writers in several processes: whoever sets a property holds
 * it until the transaction ends, so what is read after this line cannot change before it is written.
 */
export const takeTurn = registered({
  id: 'state.takeTurn',
  text: `MERGE ${state} SET s.writer = $writer RETURN coalesce(s.revision, 0) AS revision`,
  parameters: { writer: 'string' },
  row: { revision: 'integer' },
})

export const countRevision = registered({
  id: 'state.countRevision',
  text: `MATCH ${state} SET s.revision = coalesce(s.revision, 0) + 1 RETURN s.revision AS revision`,
  parameters: {},
  row: { revision: 'integer' },
})

export const readRevision = registered({
  id: 'state.readRevision',
  text: `MATCH ${state} RETURN s.revision AS revision`,
  parameters: {},
  row: { revision: 'integer' },
})
