import { ExposedIn } from '#model/derived/exposed-in.ts'
import { storedShape } from '#model/record.ts'
import { registered } from './registered-statement.ts'
import type { PropertyShape } from './registered-statement.ts'
import { STATE_ID, STATE_LABEL } from './state-statements.ts'

export const exposureShape: PropertyShape = storedShape(ExposedIn.properties)
const arrow = `-[o:${ExposedIn.name}]->`
const state = `(s:${STATE_LABEL} {id: '${STATE_ID}'})`

/** Created, not merged: a run writes each row once, and what an interrupted one left is removed before. */
export const writeExposures = registered({
  id: 'exposure.write',
  text: `UNWIND $rows AS r MATCH (a:${ExposedIn.from} {id: r.from}) MATCH (b:${ExposedIn.to} {id: r.to}) CREATE (a)${arrow}(b) SET o += r.props RETURN count(*) AS written`,
  parameters: { rows: { rows: { from: 'string', to: 'string', props: { map: exposureShape } } } },
  row: { written: 'integer' },
})

/** Removes rows of all runs but one, a slice at a time; repeated until it changes nothing. */
export const removeOtherExposures = registered({
  id: 'exposure.removeOthers',
  text: `MATCH (a:${ExposedIn.from})${arrow}(b:${ExposedIn.to}) WHERE o.run <> $run WITH o LIMIT $limit DELETE o RETURN count(*) AS changed`,
  parameters: { run: 'string', limit: 'integer' },
  row: { changed: 'integer' },
})

/** How many rows of a run there are. */
export const countExposures = registered({
  id: 'exposure.count',
  text: `MATCH (a:${ExposedIn.from})${arrow}(b:${ExposedIn.to}) WHERE o.run = $run RETURN count(*) AS rows`,
  parameters: { run: 'string' },
  row: { rows: 'integer' },
})

/** Last in a run: until then nobody reads its rows. Empty texts: no run is complete. */
export const markExposureRun = registered({
  id: 'exposure.mark',
  text: `MERGE ${state} SET s.exposureRun = $run, s.exposureDataVersion = $dataVersion, s.exposureAsOf = $asOf RETURN s.exposureRun AS run`,
  parameters: { run: 'string', dataVersion: 'string', asOf: 'string' },
  row: { run: 'string' },
})

export const readExposureRun = registered({
  id: 'exposure.readMark',
  text: `MATCH ${state} RETURN coalesce(s.exposureRun, '') AS run, coalesce(s.exposureDataVersion, '') AS dataVersion, coalesce(s.exposureAsOf, '') AS asOf`,
  parameters: {},
  row: { run: 'string', dataVersion: 'string', asOf: 'string' },
})

const parameters = { id: 'string', run: 'string', limit: 'integer' } as const
const row = { from: 'string', to: 'string', props: { map: exposureShape } } as const
const columns = 'a.id AS from, b.id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit'

export const exposuresOfPlace = registered({
  id: 'exposure.ofPlace',
  text: `MATCH (b:${ExposedIn.to} {id: $id}) MATCH (a:${ExposedIn.from})${arrow}(b) WHERE o.run = $run RETURN ${columns}`,
  parameters, row,
})

export const exposuresOfOrganisation = registered({
  id: 'exposure.ofOrganisation',
  text: `MATCH (a:${ExposedIn.from} {id: $id}) MATCH (a)${arrow}(b:${ExposedIn.to}) WHERE o.run = $run RETURN ${columns}`,
  parameters, row,
})
