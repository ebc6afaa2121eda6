import {
  countExposures, exposuresOfOrganisation, exposuresOfPlace, markExposureRun, readExposureRun, removeOtherExposures, writeExposures,
} from './derived-statements.ts'
import { NAMED_LABELS, NODE_LABELS, allNodes, countNodes, labelsByIds, nodesByIds, searchByPart, searchByPrefix, upsertNodes } from './node-statements.ts'
import {
  END_PAIRS, STATEMENT_TYPES, allStatements, countStatements, findStatements, statementsByKeys, statementsFrom, statementsTo, upsertStatements,
} from './relationship-statements.ts'
import type { RegisteredStatement } from './registered-statement.ts'
import { effectiveShares, sharedActors, shortestWays } from './second-opinions.ts'
import { beginState, countRevision, readRevision, takeTurn } from './state-statements.ts'
import { forgetOnNodes, forgetOnStatements, removeNodes, removeStatements } from './undo-statements.ts'

/** Every statement a database is ever sent, besides the schema. Tests lint, print and run this list. */
export const REGISTRY: readonly RegisteredStatement[] = [
  nodesByIds, labelsByIds, countNodes, countStatements, beginState, takeTurn, countRevision, readRevision, sharedActors, shortestWays, effectiveShares,
  ...NODE_LABELS.flatMap((label) => [upsertNodes(label), allNodes(label), statementsFrom(label), statementsTo(label), forgetOnNodes(label), removeNodes(label)]),
  ...NAMED_LABELS.flatMap((label) => [searchByPrefix(label), searchByPart(label)]),
  ...STATEMENT_TYPES.flatMap((type) => [statementsByKeys(type), allStatements(type), removeStatements(type), forgetOnStatements(type)]),
  ...END_PAIRS.flatMap((pair) => [findStatements(pair), upsertStatements(pair)]),
  writeExposures, removeOtherExposures, countExposures, markExposureRun, readExposureRun, exposuresOfPlace, exposuresOfOrganisation,
]
