import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BENCHES } from './benches/all.ts'
import { compare, groupsOf, machine, missingPeer } from './compare.ts'
import { stopNeo4jServer } from './neo4j-peer.ts'
import type { Result } from './results-table.ts'
import { exponentOf, resultsTable, short, timesOf } from './results-table.ts'

const RECORD = join(import.meta.dirname, 'results.jsonl')
const TABLE = join(import.meta.dirname, 'RESULTS.md')
const LEAST_ROUNDS = 5
const USAGE = `npm run bench [-- NAME or GOAL …] [--rounds n] [--size n] [--full]
  benches: ${BENCHES.map(({ goal, name }) => `${name} (${goal})`).join(', ')}
  fewer than ${LEAST_ROUNDS} rounds, and sizes that are not the bench's own, are for trying out: they are printed and not recorded.`

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

function recorded(): Result[] {
  return existsSync(RECORD) ? readFileSync(RECORD, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Result) : [] // our own file
}

/** New results take the place of the old ones of the same bench and size; those of benches that are gone go too. */
function record(results: readonly Result[]): void {
  const isOld = (one: Result) => results.some(({ name, size }) => name === one.name && size === one.size) || !BENCHES.some(({ name }) => name === one.name)
  const all = [...recorded().filter((one) => !isOld(one)), ...results]
  writeFileSync(RECORD, all.map((one) => `${JSON.stringify(one)}\n`).join(''))
  writeFileSync(TABLE, resultsTable(all))
}

function inWords({ goal, name, size, unit, ours, theirs, verdict }: Result): string {
  const [time, memory] = [`${short(ours.cpu.median)} s, ${Math.round(ours.megabytes)} MB`, theirs === undefined ? '' : ` (peer ${short(theirs.cpu.median)} s, ${Math.round(theirs.megabytes)} MB: ${timesOf(theirs.cpu.median / ours.cpu.median)} times)`]
  return `${goal} ${name}, ${size.toLocaleString('en')} ${unit}: ${time}${memory}, ${verdict}`
}

/** Rounds of all sizes at once take one process per side; with --full each size has its own, so that none waits for the largest. */
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
    const missing = missingPeer(bench)
    if (missing !== undefined) {
      console.error(`${bench.goal} ${bench.name} is left out. ${missing}`)
      continue
    }
    const groups = size !== undefined ? [[size]] : [...groupsOf(bench, bench.sizes), ...(full ? bench.fullSizes.map((one) => [one]) : [])]
    const results = groups.flatMap((sizes) => {
      const found = compare(bench, sizes, rounds)
      for (const one of found) console.log(inWords(one))
      if (rounds >= LEAST_ROUNDS && sizes.every((one) => bench.sizes.includes(one) || bench.fullSizes.includes(one))) record(found)
      return found
    })
    const growth = exponentOf(results.map((one) => ({ size: one.size, seconds: one.ours.cpu.min })))
    if (growth !== undefined) console.log(`  ours grows as size^${growth.toFixed(2)}`)
  }
}

process.on('exit', stopNeo4jServer)
process.on('SIGINT', () => process.exit(130)) // without it this process would be gone before its server; the measuring process ends by the same key
main()
