import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { writeArrays } from './arrays.ts'
import type { Bench, Measurement, Neo4jWork, PythonWork, Rival, Side } from './bench.ts'
import { disagreement } from './bench.ts'
import { isNeo4jInstalled, neo4jServerFor } from './neo4j-peer.ts'
import type { Machine, Measured, Result } from './results-table.ts'
import type { Verdict } from './verdict.ts'
import { spreadOf, verdictOn, verdictOnMemory, verdictWithin } from './verdict.ts'

const FOLDER = import.meta.dirname
const CACHE = join(FOLDER, '../../.cache/bench')
const PYTHON = join(CACHE, 'python/bin/python')

/** The commit that is measured; "-dirty" with changes to anything but the record itself, which grows while benches run. */
function commitOf(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: FOLDER, encoding: 'utf8' }).stdout?.trim() ?? ''
  const commit = git('rev-parse', '--short', 'HEAD')
  return commit === '' ? 'unknown' : `${commit}${git('status', '--porcelain', '--', ':/', ':!results.jsonl', ':!RESULTS.md') === '' ? '' : '-dirty'}`
}

export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 2 ** 30), system: `${process.platform} ${release()}`,
    node: process.versions.node, commit: commitOf(), load: loadavg()[0]!, date: new Date().toISOString().slice(0, 10),
  }
}

/** What is not installed for a bench, with the way to install it; undefined: nothing is missing. */
export function missingPeer({ against }: Bench): string | undefined {
  if (!('work' in against)) return undefined
  const { peer, work } = against
  const [isInstalled, what] = typeof work === 'function' ? [existsSync(join(FOLDER, 'node_modules/graphology')), 'npm'] : 'python' in work ? [existsSync(PYTHON), 'python'] : [isNeo4jInstalled(), 'neo4j']
  return isInstalled ? undefined : `${peer} is not installed; run: test/bench/install-peers.sh ${what}`
}

const worldFolder = (bench: Bench, size: number) => join(CACHE, 'worlds', bench.name, String(size))
const pythonWorkOf = ({ against }: Bench): PythonWork | undefined => ('work' in against && typeof against.work !== 'function' && 'python' in against.work ? against.work : undefined)
const neo4jWorkOf = ({ against }: Bench): Neo4jWork | undefined => ('work' in against && typeof against.work !== 'function' && 'graph' in against.work ? against.work : undefined)

/** Sizes measured by one process each: a server has one graph, so that each size gets its own. */
export const groupsOf = (bench: Bench, sizes: readonly number[]): readonly (readonly number[])[] => (neo4jWorkOf(bench) === undefined ? [sizes] : sizes.map((size) => [size]))

function commandFor(bench: Bench, side: Side, sizes: readonly number[]): readonly [string, readonly string[]] {
  const python = pythonWorkOf(bench)
  if (side === 'peer' && python !== undefined) {
    return [PYTHON, [join(FOLDER, 'measure.py'), python.python, ...sizes.flatMap((size) => [worldFolder(bench, size), String(size)])]]
  }
  return [process.execPath, ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8192', join(FOLDER, 'measure.ts'), bench.name, side, ...sizes.map(String)]]
}

/** One process, which measures all sizes in ascending order. */
function measure(bench: Bench, side: Side, sizes: readonly number[]): Measurement[] {
  const [command, args] = commandFor(bench, side, sizes)
  const neo4j = neo4jWorkOf(bench)
  const address = neo4j === undefined ? {} : neo4jServerFor(`${neo4j.graph} ${sizes.join()}`)
  const env = { ...process.env, ...address, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' } // CPU seconds are compared: a pool that spins would count against the peer
  const child = spawnSync(command, args, { encoding: 'utf8', cwd: FOLDER, maxBuffer: 2 ** 26, env })
  if (child.status !== 0) throw new Error(`${bench.name} (${side}, ${sizes.join(', ')} ${bench.unit}) failed:\n${child.stderr}`)
  return child.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Measurement) // written by measure.ts or measure.py a moment ago
}

function assertSame(bench: Bench, first: Measurement, next: Measurement): void {
  const differs = first.input === next.input ? disagreement(first.finding, next.finding) : `inputs ${first.input} and ${next.input}`
  if (differs !== undefined) throw new Error(`${bench.name}, ${first.size} ${bench.unit}: not every process finds the same (${differs}). No time is kept.`)
}

/** @param isServer it keeps what the first round built, so that only the longest building is one */
function measured(taken: readonly Measurement[], isServer = false): Measured {
  const median = (read: (one: Measurement) => number) => spreadOf(taken.map(read)).median
  const build = isServer ? Math.max(...taken.map((one) => one.buildSeconds)) : median((one) => one.buildSeconds)
  return { cpu: spreadOf(taken.map((one) => one.cpuSeconds)), wall: median((one) => one.wallSeconds), build, megabytes: median((one) => one.peakMegabytes), workMegabytes: median((one) => one.workMegabytes) }
}

/**
 * Ours, peer, then peer, ours, and so on, so that a machine that slows down or speeds up favours nobody.
 * @throws Error when a process fails, or does not find what the others found
 */
export function compare(bench: Bench, sizes: readonly number[], rounds: number): Result[] {
  const { against } = bench
  const now = machine()
  for (const size of sizes) {
    const arrays = pythonWorkOf(bench)?.arrays(size)
    if (arrays !== undefined) writeArrays(worldFolder(bench, size), arrays)
  }
  const taken: Record<Side, Measurement[]> = { ours: [], peer: [] }
  const sides: readonly Side[] = 'work' in against ? ['ours', 'peer'] : ['ours']
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
      for (const one of measure(bench, side, sizes)) {
        const first = [...taken.ours, ...taken.peer].find(({ size }) => size === one.size)
        if (first !== undefined) assertSame(bench, first, one)
        taken[side].push(one)
      }
    }
  }
  return sizes.map((size) => {
    const [mine, other] = [taken.ours.filter((one) => one.size === size), taken.peer.filter((one) => one.size === size)]
    const ours = measured(mine)
    const common = { goal: bench.goal, name: bench.name, unit: bench.unit, size, input: mine[0]!.input, rounds, ours, machine: now }
    const isSmaller = size < (against.from ?? 0)
    const judged = (verdict: Verdict): Verdict => (isSmaller ? 'smaller than the goal' : verdict)
    if (!('work' in against)) return { ...common, against: against.what, asked: { seconds: against.seconds }, verdict: judged(verdictWithin(ours.cpu, against.seconds)) }
    const theirs = measured(other, neo4jWorkOf(bench) !== undefined)
    return { ...common, theirs, against: against.peer, asked: askedOf(against), verdict: judged(verdictOnBoth(ours, theirs, against)) }
  })
}

function askedOf({ times, memoryTimes }: Rival): Result['asked'] {
  if (times === undefined) return { seconds: undefined }
  return memoryTimes === undefined ? { times } : { times, memoryTimes }
}

/** Too much memory is too much, however noisy the times. */
function verdictOnBoth(ours: Measured, theirs: Measured, { times, memoryTimes }: Rival): Verdict {
  const onMemory = memoryTimes === undefined ? 'no goal' : verdictOnMemory(ours.workMegabytes, theirs.workMegabytes, memoryTimes)
  return onMemory === 'missed' ? 'missed' : times === undefined ? 'no goal' : verdictOn(ours.cpu, theirs.cpu, times)
}
