import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Bench, Side } from './bench.ts'
import { disagreement } from './bench.ts'
import { BENCHES } from './benches/all.ts'
import type { Measurement } from './measure.ts'
import type { Machine, Result } from './results-table.ts'
import { resultsTable } from './results-table.ts'
import { spreadOf, verdictOn } from './verdict.ts'

const FOLDER = import.meta.dirname
const RECORD = join(FOLDER, 'results.jsonl')
const TABLE = join(FOLDER, 'RESULTS.md')
const LEAST_ROUNDS = 5
const USAGE = `npm run bench [-- NAME or GOAL …] [--rounds n] [--size nodes] [--full]
  benches: ${BENCHES.map(({ goal, name }) => `${name} (${goal})`).join(', ')}
  fewer than ${LEAST_ROUNDS} rounds and --size are for trying out: they are printed and not recorded.`

interface Options { readonly names: readonly string[]; readonly rounds: number; readonly size: number | undefined; readonly full: boolean }

/** The options, or what is wrong with them. */
function optionsOf(args: readonly string[]): Options | string {
  const numberAfter = (flag: string): number | undefined => (args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : undefined)
  const isCount = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value > 0)
  const names = args.filter((arg, at) => !arg.startsWith('--') && !['--rounds', '--size'].includes(args[at - 1] ?? ''))
  const unknown = [...args.filter((arg) => arg.startsWith('--') && !['--rounds', '--size', '--full'].includes(arg)), ...names.filter((name) => !BENCHES.some((bench) => bench.name === name || bench.goal === name))]
  const [rounds, size] = [numberAfter('--rounds'), numberAfter('--size')]
  if (unknown.length > 0) return `Unknown: ${unknown.join(', ')}.`
  if (!isCount(rounds) || !isCount(size)) return '--rounds and --size need a whole number.'
  return { names, rounds: rounds ?? LEAST_ROUNDS, size, full: args.includes('--full') }
}

function machine(): Machine {
  const git = spawnSync('git', ['describe', '--always', '--dirty'], { cwd: FOLDER, encoding: 'utf8' })
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 2 ** 30), system: `${process.platform} ${release()}`,
    node: process.versions.node, commit: git.stdout?.trim() || 'unknown', load: loadavg()[0]!, date: new Date().toISOString().slice(0, 10),
  }
}

function measure(bench: Bench, side: Side, size: number): Measurement {
  const child = spawnSync(process.execPath, ['--import', 'tsx', '--max-old-space-size=8192', join(FOLDER, 'measure.ts'), bench.name, side, String(size)], { encoding: 'utf8', cwd: FOLDER, maxBuffer: 2 ** 26 })
  if (child.status !== 0) throw new Error(`${bench.name} (${side}, ${size} nodes) failed:\n${child.stderr}`)
  return JSON.parse(child.stdout) as Measurement // written by measure.ts a moment ago
}

/** Ours, peer, peer, ours in each round, so that a machine that slows down or speeds up favours nobody. */
function compare(bench: Bench, size: number, rounds: number): Result {
  const taken: Record<Side, Measurement[]> = { ours: [], peer: [] }
  const now = machine()
  for (let round = 0; round < rounds; round++) {
    for (const side of ['ours', 'peer', 'peer', 'ours'] as const) {
      const measurement = measure(bench, side, size)
      taken[side].push(measurement)
      const [one, other] = [taken.ours[0]!, taken.peer[0]]
      if (other === undefined) continue
      const differs = one.input === measurement.input && other.input === one.input ? disagreement(one.finding, measurement.finding) : `inputs ${one.input} and ${measurement.input}`
      if (differs !== undefined) throw new Error(`${bench.name}, ${size} nodes: the two sides do not find the same (${differs}). No time is kept.`)
    }
  }
  const median = (side: Side, read: (one: Measurement) => number) => spreadOf(taken[side].map(read)).median
  const both = (read: (one: Measurement) => number) => ({ ours: median('ours', read), theirs: median('peer', read) })
  const ours = spreadOf(taken.ours.map(({ cpuSeconds }) => cpuSeconds))
  const theirs = spreadOf(taken.peer.map(({ cpuSeconds }) => cpuSeconds))
  return {
    goal: bench.goal, name: bench.name, peer: bench.peer, times: bench.times, size, input: taken.ours[0]!.input, rounds, ours, theirs,
    wall: both((one) => one.wallSeconds), build: both((one) => one.buildSeconds), megabytes: both((one) => one.peakMegabytes),
    verdict: verdictOn(ours, theirs, bench.times), machine: now,
  }
}

function recorded(): Result[] {
  return existsSync(RECORD) ? readFileSync(RECORD, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Result) : [] // our own file
}

/** A new result takes the place of the old one of the same bench and size. */
function record(result: Result): void {
  const results = [...recorded().filter(({ name, size }) => name !== result.name || size !== result.size), result]
  writeFileSync(RECORD, results.map((one) => `${JSON.stringify(one)}\n`).join(''))
  writeFileSync(TABLE, resultsTable(results))
}

function main(): void {
  const options = optionsOf(process.argv.slice(2))
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`)
    process.exitCode = 1
    return
  }
  const { names, rounds, size, full } = options
  console.log(JSON.stringify(machine()))
  for (const bench of BENCHES.filter(({ name, goal }) => names.length === 0 || names.includes(name) || names.includes(goal))) {
    for (const nodes of size === undefined ? [...bench.sizes, ...(full ? bench.fullSizes : [])] : [size]) {
      const result = compare(bench, nodes, rounds)
      console.log(JSON.stringify(result))
      console.log(`${bench.goal} ${bench.name}, ${nodes} nodes: ${(result.theirs.min / result.ours.min).toFixed(1)} / ${(result.theirs.median / result.ours.median).toFixed(1)} times the peer (asked: ${bench.times}), ${result.verdict}`)
      if (rounds >= LEAST_ROUNDS && size === undefined) record(result)
    }
  }
}

main()
