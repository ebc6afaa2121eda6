import type { Spread, Verdict } from './verdict.ts'
import { LEAST_MEGABYTES } from './verdict.ts'

export interface Machine { readonly cpu: string; readonly cores: number; readonly memoryGigabytes: number; readonly system: string; readonly node: string; readonly commit: string; readonly load: number; readonly date: string }

/** What was measured of one side: CPU seconds of the work, and medians of the rest. */
export interface Measured {
  readonly cpu: Spread
  readonly wall: number
  readonly build: number
  /** Most memory of the whole process, and of the work beyond what was there before it. */
  readonly megabytes: number
  readonly workMegabytes: number
}

/** One line of the record, one bench at one size. */
export interface Result {
  readonly goal: string
  readonly name: string
  readonly unit: string
  /** The peer and its mode, or what is measured without one. */
  readonly against: string
  /** Asked: so many times faster than the peer, maybe with so many times less memory, or at most so many CPU seconds. */
  readonly asked: { readonly times: number; readonly memoryTimes?: number } | { readonly seconds: number | undefined }
  readonly size: number
  readonly input: string
  readonly rounds: number
  readonly ours: Measured
  readonly theirs?: Measured | undefined
  readonly verdict: Verdict
  readonly machine: Machine
}

export const short = (seconds: number): string => seconds.toFixed(seconds >= 10 ? 1 : seconds >= 0.1 ? 2 : seconds >= 0.001 ? 4 : 6)
/** A ratio, with the digits it takes to tell a slow one from nothing. */
export const timesOf = (ratio: number): string => ratio.toFixed(ratio >= 1 ? 1 : ratio >= 0.1 ? 2 : 3)
const megabytesOf = (megabytes: number): string => (megabytes < LEAST_MEGABYTES ? `< ${LEAST_MEGABYTES}` : String(Math.round(megabytes)))
const percent = (share: number): string => `${Math.round(share * 100)} %`
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Exponent k of time ∝ size^k that fits best (least squares of the logarithms); undefined for fewer than two sizes. */
export function exponentOf(points: readonly { readonly size: number; readonly seconds: number }[]): number | undefined {
  if (new Set(points.map(({ size }) => size)).size < 2) return undefined
  const logs = points.map(({ size, seconds }) => ({ x: Math.log(size), y: Math.log(seconds) }))
  const mean = (read: (one: { x: number; y: number }) => number) => logs.reduce((sum, one) => sum + read(one), 0) / logs.length
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)]
  return mean((one) => (one.x - x) * (one.y - y)) / mean((one) => (one.x - x) ** 2)
}

function wanted(asked: Result['asked']): string {
  if (!('times' in asked)) return asked.seconds === undefined ? '–' : `≤ ${asked.seconds} s` // seconds that are undefined are no key in the record
  return `≥ ${Number.isInteger(asked.times) ? asked.times : timesOf(asked.times)} times${asked.memoryTimes === undefined ? '' : `, work in ≤ 1/${asked.memoryTimes} of its MB`}`
}

function resultLine({ goal, name, unit, size, ours, theirs, asked, verdict, machine }: Result): string {
  const both = (read: (one: Measured) => string) => [ours, ...(theirs ? [theirs] : [])].map(read).join(', ')
  const times = theirs === undefined ? '–' : `${timesOf(theirs.cpu.min / ours.cpu.min)} / ${timesOf(theirs.cpu.median / ours.cpu.median)}`
  return line([
    goal, name, `${size.toLocaleString('en')} ${unit}`, `${short(ours.cpu.min)} / ${short(ours.cpu.median)}`, theirs === undefined ? '–' : `${short(theirs.cpu.min)} / ${short(theirs.cpu.median)}`,
    both(({ wall }) => short(wall)), times, wanted(asked), both(({ cpu }) => percent(cpu.spread)), both(({ megabytes }) => megabytesOf(megabytes)), both(({ workMegabytes }) => megabytesOf(workMegabytes)), verdict, machine.commit,
  ])
}

/** Growth of each bench over the sizes on record. */
function growthLines(rows: readonly Result[]): string[] {
  return [...new Set(rows.map(({ name }) => name))].flatMap((name) => {
    const own = rows.filter((row) => row.name === name)
    const fitted = (read: (row: Result) => number | undefined) => exponentOf(own.flatMap((row) => { const seconds = read(row); return seconds === undefined ? [] : [{ size: row.size, seconds }] }))?.toFixed(2) ?? '–'
    return own.length < 2 ? [] : [line([name, own.map(({ size }) => size.toLocaleString('en')).join(', '), fitted(({ ours }) => ours.cpu.min), fitted(({ theirs }) => theirs?.cpu.min)])]
  })
}

/** Each machine once, with the load it had when its benches began. */
function machineLines(rows: readonly Result[]): string[] {
  const nameOf = ({ machine: { date, cpu, cores, memoryGigabytes, system, node }, rounds }: Result) => `- ${date}: ${cpu}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}, ${rounds} rounds`
  return [...new Set(rows.map(nameOf))].map((name) => {
    const loads = rows.filter((row) => nameOf(row) === name).map(({ machine }) => machine.load)
    return `${name}, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} when a bench began`
  })
}

/** The page of results; made from the record alone, so that nothing in it is written by hand. */
export function resultsTable(results: readonly Result[]): string {
  const rows = [...results].sort((a, b) => a.goal.localeCompare(b.goal, 'en', { numeric: true }) || a.name.localeCompare(b.name, 'en') || a.size - b.size)
  const head = ['Goal', 'Bench', 'Size', 'Ours, CPU s (min / median)', 'Peer, CPU s (min / median)', 'Wall s (ours, peer)', 'Times (min / median)', 'Asked', 'Spread (ours, peer)', 'Process MB (ours, peer)', 'Work MB (ours, peer)', 'Verdict', 'Commit']
  const growth = growthLines(rows)
  return [
    '# Results of the benchmarks', '',
    'Generated by `npm run bench`; do not edit. How it is measured: `test/bench/README.md`.', '',
    line(head), line(head.map(() => '---')), ...rows.map(resultLine),
    ...(growth.length === 0 ? [] : ['', '## Growth', '', 'Exponent k of CPU seconds ∝ size^k, fitted to the smallest times at the sizes above.', '', line(['Bench', 'Sizes', 'Ours', 'Peer']), line(['---', '---', '---', '---']), ...growth]),
    '', '## Peers and machines', '',
    ...[...new Set(rows.map(({ name, against }) => `- ${name}: ${against}`))],
    ...machineLines(rows),
    '',
  ].join('\n')
}
