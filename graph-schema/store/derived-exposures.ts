import { createHash } from 'node:crypto'
import type { Exposure, ExposureRun, ExposuresFound } from '#model/derived/exposed-in.ts'
import { KnownError } from '#model/known-error.ts'
import type { Engine, Run } from './engine.ts'
import {
  countExposures, exposureShape, exposuresOfOrganisation, exposuresOfPlace, markExposureRun, readExposureRun, removeOtherExposures, writeExposures as writeRows,
} from './registry/derived-statements.ts'
import { storable } from './storable.ts'
import { inTurn } from './take-turn.ts'
import { unknownEnds } from './unknown-ends.ts'

const ROWS = 5_000
const SLICE = 10_000
const NO_RUN = ''

/** The same facts, date and grades are the same run. */
const runId = ({ dataVersion, asOf, grades }: ExposureRun): string =>
  `run:${createHash('sha256').update(JSON.stringify([dataVersion, asOf, [...grades].sort()])).digest('hex').slice(0, 16)}`

interface Mark { readonly run: string; readonly dataVersion: string; readonly asOf: string }
const NO_MARK: Mark = { run: NO_RUN, dataVersion: '', asOf: '' }
/** Marks of the time before they had a date are none: their rows are made anew. */
async function markOf(read: Run): Promise<Mark> {
  const [mark] = await read(readExposureRun, {})
  return mark === undefined || mark.asOf === '' ? NO_MARK : mark
}

/** @see GraphStore.writeExposures */
export async function writeExposures(engine: Engine, made: ExposureRun, exposures: Iterable<Exposure>): Promise<{ readonly run: string; readonly written: number }> {
  const run = runId(made)
  const complete = await markOf(engine.read)
  await removeUnread(engine) // what an interrupted run left, this one's own leftovers too
  if (complete.run === run) return { run, written: 0 }
  let written = 0
  for (const chunk of inChunks(exposures)) {
    const rows = chunk.map(({ from, to, ...values }) => {
      const props = { ...values, key: `${run} ${from} ${to} ${values.domain}`, asOf: made.asOf, run, dataVersion: made.dataVersion }
      return { from, to, props: storable(props, exposureShape, `Exposure of ${to} to ${from}`) }
    })
    const [outcome] = await inTurn(engine, (send) => send(writeRows, { rows }))
    if (outcome?.written !== rows.length) throw unknownEnds([...new Set(rows.flatMap(({ from, to }) => [from, to]))]) // removed since the facts were read
    written += rows.length
  }
  const isWhole = await inTurn(engine, async (send) => {
    const [found] = await send(countExposures, { run })
    if (found?.rows !== written) return false
    await send(markExposureRun, { run, dataVersion: made.dataVersion, asOf: made.asOf })
    return true
  })
  if (!isWhole)
    throw new KnownError(
      'WRITE_CONFLICT',
      'Another process wrote or removed exposures at the same time, so this run is not whole and is never read. Run it again.',
      { run },
    )
  await removeUnread(engine)
  return { run, written }
}

function* inChunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < ROWS) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

const mark = (engine: Engine, made: Mark): Promise<unknown> => inTurn(engine, (send) => send(markExposureRun, { run: made.run, dataVersion: made.dataVersion, asOf: made.asOf }))

/** Takes away the rows of all runs but the one that is read; which one that is, is asked every time: another process may have marked its own. */
async function removeUnread(engine: Engine): Promise<void> {
  for (let changed = SLICE; changed === SLICE;) {
    changed = await inTurn(engine, async (send) => {
      const { run } = await markOf(send)
      const [slice] = await send(removeOtherExposures, { run, limit: SLICE })
      return slice?.changed ?? 0
    })
  }
}

/** Takes everything derived out of the store: before facts go that it hangs on. */
export async function dropExposures(engine: Engine): Promise<void> {
  if ((await markOf(engine.read)).run !== NO_RUN) await mark(engine, NO_MARK)
  await removeUnread(engine)
}

/** @see GraphStore.exposures */
export async function readExposures(read: Run, dataVersion: string, id: string, end: 'place' | 'organisation', limit: number): Promise<ExposuresFound | undefined> {
  const complete = await markOf(read)
  if (complete.run === NO_RUN || complete.dataVersion !== dataVersion) return undefined
  const rows = await read(end === 'place' ? exposuresOfPlace : exposuresOfOrganisation, { id, run: complete.run, limit })
  const exposures = rows.map(
    ({ from, to, props: { key: _key, asOf: _asOf, run: _run, dataVersion: _version, ...values } }) =>
      ({ from, to, ...values }) as unknown as Exposure,
  ) // written by this module
  return { run: complete.run, asOf: complete.asOf, exposures }
}
