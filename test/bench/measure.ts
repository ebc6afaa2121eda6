import type { Finding, Side } from './bench.ts'
import { BENCHES } from './benches/all.ts'

/** One measurement, printed as one line of JSON by a process that does nothing else. */
export interface Measurement {
  readonly input: string
  readonly finding: Finding
  readonly cpuSeconds: number
  readonly wallSeconds: number
  /** Building the graph, CPU seconds; not part of the comparison. */
  readonly buildSeconds: number
  readonly peakMegabytes: number
}

const WARM_UP = 500
/** Short work is done again until it has taken this long, and the last time counts: the code is compiled by then. */
const WARM_SECONDS = 1
const MOST_REPEATS = 20

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

const [name, side, size] = process.argv.slice(2)
const bench = BENCHES.find((one) => one.name === name)
if (bench === undefined || (side !== 'ours' && side !== 'peer')) throw new Error(`No bench ${name} with side ${side}.`)
const prepare = bench.sides[side satisfies Side]
await (await prepare(WARM_UP)).run() // both sides get their code compiled on a small world first
const beforeBuild = process.cpuUsage()
const work = await prepare(Number(size))
const buildSeconds = seconds(process.cpuUsage(beforeBuild))
let [finding, cpuSeconds, wallSeconds]: [Finding, number, number] = [{}, 0, 0]
for (let repeat = 0, spent = 0; repeat < MOST_REPEATS && spent < WARM_SECONDS; repeat++, spent += cpuSeconds) {
  const began = performance.now()
  const before = process.cpuUsage()
  finding = await work.run()
  cpuSeconds = seconds(process.cpuUsage(before))
  wallSeconds = (performance.now() - began) / 1000
}
const measurement: Measurement = { input: work.input, finding, cpuSeconds, wallSeconds, buildSeconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(`${JSON.stringify(measurement)}\n`)
