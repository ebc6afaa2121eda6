import { registered } from './registered-statement.ts'

// Asked of the engine alone, over what is stored and without dates or grades: what the arrays compute has to agree with
// them where both mean the same. Every path is bounded, from a bound start, one variable length per MATCH; a walk over
// eight steps passes no relationship twice, which on graphs without circles is every chain of up to eight.

/** Organisations from which stakes or operation lead to a site in both places within six steps. */
export const sharedActors = registered({
  id: 'second.sharedActors',
  text: 'MATCH (:Place {id: $here})<-[:LOCATED_IN]-(:Site)<-[:OWNS|OPERATES*1..6]-(x:Organisation) WITH collect(DISTINCT x.id) AS xs'
    + ' MATCH (:Place {id: $there})<-[:LOCATED_IN]-(:Site)<-[:OWNS|OPERATES*1..6]-(y:Organisation) WHERE y.id IN xs RETURN DISTINCT y.id AS id ORDER BY id',
  parameters: { here: 'string', there: 'string' },
  row: { id: 'string' },
})

/** All shortest ways from an organisation to a site over stakes and operation, at most eight steps: the ids on the way. */
export const shortestWays = registered({
  id: 'second.shortestWays',
  text: 'MATCH (a:Organisation {id: $from}) MATCH (b:Site {id: $to}) MATCH p = allShortestPaths((a)-[:OWNS|OPERATES*..8]->(b)) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT $limit',
  parameters: { from: 'string', to: 'string', limit: 'integer' },
  row: { ids: 'strings' },
})

/** Every chain of up to eight stakes into an organisation with the product of its minima: their sum per holder is the effective share. */
export const effectiveShares = registered({
  id: 'second.effectiveShares',
  text:
    'MATCH p = (n:Organisation {id: $id})<-[:OWNS*1..8]-(x:Organisation) WITH x.id AS id, reduce(share = 1.0, r IN relationships(p) | share * coalesce(r.shareMin, 0.0)) AS share' +
    ' RETURN id, sum(share) AS share ORDER BY id',
  parameters: { id: 'string' },
  row: { id: 'string', share: 'float' },
})
