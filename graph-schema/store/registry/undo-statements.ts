import { NODE_LABELS, perLabel } from './node-statements.ts'
import { perType } from './relationship-statements.ts'
import { registered } from './registered-statement.ts'

// Each takes a bounded slice and says how many it changed; the caller repeats it until that is 0.
const parameters = { importId: 'string', limit: 'integer' } as const
const row = { changed: 'integer' } as const

/** Removes statements that only this import brought. */
export const removeStatements = perType((type) => registered({
  id: `undo.removeStatements.${type}`,
  text: `MATCH ()-[o:${type}]->() WHERE $importId IN o.importIds AND size(o.importIds) = 1 WITH o LIMIT $limit DELETE o RETURN count(*) AS changed`,
  parameters, row,
}))

/** Statements of several imports stay, without this one. */
export const forgetOnStatements = perType((type) => registered({
  id: `undo.forgetOnStatements.${type}`,
  text: `MATCH ()-[o:${type}]->() WHERE $importId IN o.importIds WITH o LIMIT $limit SET o.importIds = [x IN o.importIds WHERE x <> $importId] RETURN count(*) AS changed`,
  parameters, row,
}))

export const forgetOnNodes = perLabel(NODE_LABELS, (label) => registered({
  id: `undo.forgetOnNodes.${label}`,
  text: `MATCH (n:${label}) WHERE $importId IN n.importIds WITH n LIMIT $limit SET n.importIds = [x IN n.importIds WHERE x <> $importId] RETURN count(*) AS changed`,
  parameters, row,
}))

/** A node no import vouches for goes, unless a statement of another import still names it. */
export const removeNodes = perLabel(NODE_LABELS, (label) => registered({
  id: `undo.removeNodes.${label}`,
  text: `MATCH (n:${label}) WHERE size(n.importIds) = 0 AND NOT EXISTS { (n)--() } WITH n LIMIT $limit DELETE n RETURN count(*) AS changed`,
  parameters: { limit: 'integer' } as const,
  row,
}))
