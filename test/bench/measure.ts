import type { Bench, Finding, Measurement, Side, Work } from './bench.ts'
import { BENCHES } from './benches/all.ts'
import type { Meter } from './meter.ts'
import { meterOf, ownMeter } from './meter.ts'
import { neo4jClient } from './neo4j-client.ts'

/** One side, ready to prepare its work at any size. */
interface Measured {
  readonly prepare: (size: number) => Work | Promise<Work>
  readonly meter: Meter
  /** Brings compiled code to where it stays, after the first time the work was done. */
  readonly warmUp: (work: Work, first: Timed) => Promise<void>
  /** CPU seconds of the first time from which on it is the measurement; undefined: never. */
  readonly longSeconds: number | undefined
  /** Shorter work is measured as often as takes this many CPU seconds, and the mean counts. */
  readonly countedSeconds: number
  close(): Promise<void>
}

const MOST_REPEATS = 10_000
const WARM_SECONDS = 0.4
/** A Java server compiles what it has done thousands of times, beside its work: it is warm when so many counts in a row were not this much faster than the best before. */
const STEADY = { counts: 5, faster: 0.95, mostSeconds: 30 } as const

async function measuredSide({ name, ours, against }: Bench, side: Side): Promise<Measured> {
  const warmUp: Measured['warmUp'] = async (work, { cpuSeconds }) => void await repeated(work, ownMeter, WARM_SECONDS - cpuSeconds)
  const here = { meter: ownMeter, warmUp, longSeconds: WARM_SECONDS, countedSeconds: 0.1, close: async () => undefined }
  if (side === 'ours') return { ...here, prepare: ours }
  if (!('work' in against)) throw new Error(`${name} has no peer.`)
  const { work } = against
  if (typeof work === 'function') return { ...here, prepare: work }
  if ('python' in work) throw new Error(`The peer of ${name} does not run in Node.`)
  const { BENCH_NEO4J_URI: uri, BENCH_NEO4J_PASSWORD: password, BENCH_NEO4J_PID: pid } = process.env
  const server = await neo4jClient(uri ?? '', password ?? '')
  const meter = meterOf(Number(pid))
  const countedSeconds = 0.5 // fifty ticks of its clock
  return { prepare: (size) => work.onNeo4j(size, server), meter, warmUp: (one) => untilSteady(one, meter, countedSeconds), longSeconds: undefined, countedSeconds, close: server.close }
}

async function untilSteady(work: Work, meter: Meter, countedSeconds: number): Promise<void> {
  const began = meter.cpuSeconds()
  for (let best = Infinity, steady = 0; steady < STEADY.counts && meter.cpuSeconds() - began < STEADY.mostSeconds;) {
    const { cpuSeconds, repeats } = await repeated(work, meter, countedSeconds)
    steady = cpuSeconds / repeats < STEADY.faster * best ? 0 : steady + 1
    best = Math.min(best, cpuSeconds / repeats)
  }
}

interface Timed { readonly finding: Finding; readonly cpuSeconds: number; readonly wallSeconds: number; readonly repeats: number }

/** Does the work until it has taken `seconds`, at least once; the times are sums. */
async function repeated({ run }: Work, meter: Meter, seconds: number): Promise<Timed> {
  const [began, used] = [performance.now(), meter.cpuSeconds()]
  for (let repeats = 1; ; repeats++) {
    const finding = await run()
    const cpuSeconds = meter.cpuSeconds() - used
    if (cpuSeconds >= seconds || repeats === MOST_REPEATS) return { finding, cpuSeconds, wallSeconds: (performance.now() - began) / 1000, repeats }
  }
}

/**
 * Memory is that of the first time: repeats leave garbage that is nobody's need. What the work needs beyond what was
 * there is the larger of two figures, and at least one of them sees it: how far the process grew, which misses what fits
 * into memory that building left free; and how much more the runtime has given out, which misses what a collection took back.
 */
async function measure({ prepare, meter, warmUp, longSeconds, countedSeconds }: Measured, size: number): Promise<Measurement> {
  const beforeBuild = meter.cpuSeconds()
  const work = await prepare(size)
  const buildSeconds = meter.cpuSeconds() - beforeBuild
  globalThis.gc?.()
  meter.forgetPeak()
  const before = { resident: meter.megabytes('now'), allocated: meter.allocated() ?? 0 }
  const first = await repeated(work, meter, 0)
  const allocated = (meter.allocated() ?? 0) - before.allocated
  const peakMegabytes = meter.megabytes('peak')
  let counted = first
  if (longSeconds === undefined || first.cpuSeconds < longSeconds) {
    await warmUp(work, first)
    counted = await repeated(work, meter, countedSeconds)
  }
  const besides = await timeBesides(work, meter, countedSeconds)
  await work.close?.()
  return {
    size, input: work.input, finding: counted.finding, buildSeconds,
    cpuSeconds: counted.cpuSeconds / counted.repeats - besides.cpuSeconds, wallSeconds: counted.wallSeconds / counted.repeats - besides.wallSeconds,
    peakMegabytes, workMegabytes: Math.max(0, peakMegabytes - before.resident, allocated),
  }
}

/**
 * What has to be taken off one time of the work. It is measured afterwards, when its code is compiled, with nothing left to
 * collect and nothing kept: so less is taken off than it took amid the work, never more.
 */
async function timeBesides({ besides, ...work }: Work, meter: Meter, seconds: number): Promise<Pick<Timed, 'cpuSeconds' | 'wallSeconds'>> {
  if (besides === undefined) return { cpuSeconds: 0, wallSeconds: 0 }
  globalThis.gc?.()
  const { cpuSeconds, wallSeconds, repeats } = await repeated({ ...work, run: besides }, meter, seconds)
  return { cpuSeconds: cpuSeconds / repeats, wallSeconds: wallSeconds / repeats }
}

const [name, side, ...sizes] = process.argv.slice(2)
const bench = BENCHES.find((one) => one.name === name)
if (bench === undefined || (side !== 'ours' && side !== 'peer')) throw new Error(`No bench ${name} with side ${side}.`)
const measured = await measuredSide(bench, side)
try {
  for (const size of sizes) process.stdout.write(`${JSON.stringify(await measure(measured, Number(size)))}\n`)
} finally {
  await measured.close()
}
