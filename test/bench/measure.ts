import { readFileSync, writeFileSync } from 'node:fs'
import type { Finding, Measurement } from './bench.ts'
import { BENCHES } from './benches/all.ts'

/** Short work is done again until it has taken this long, and the last time counts: the code is compiled by then. */
const WARM_SECONDS = 0.4
const MOST_REPEATS = 20

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** Memory of this process in MB now, or the most since `forgetPeak`; Linux only, elsewhere what Node knows. */
function megabytes(of: 'now' | 'peak'): number {
  try {
    return Number(new RegExp(`${of === 'now' ? 'VmRSS' : 'VmHWM'}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? NaN) / 1024
  } catch {
    return of === 'now' ? process.memoryUsage.rss() / 2 ** 20 : process.resourceUsage().maxRSS / 1024
  }
}

function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch { /* not Linux: the peak then includes the building */ }
}

const [name, side, ...sizes] = process.argv.slice(2)
const bench = BENCHES.find((one) => one.name === name)
if (bench === undefined || (side !== 'ours' && side !== 'peer')) throw new Error(`No bench ${name} with side ${side}.`)
const rival = 'work' in bench.against && typeof bench.against.work === 'function' ? bench.against.work : undefined
const prepare = side === 'ours' ? bench.ours : rival
if (prepare === undefined) throw new Error(`The peer of ${name} does not run in Node.`)

for (const size of sizes.map(Number)) {
  const beforeBuild = process.cpuUsage()
  const work = await prepare(size)
  const buildSeconds = seconds(process.cpuUsage(beforeBuild))
  globalThis.gc?.()
  forgetPeak()
  const before = megabytes('now')
  let [finding, cpuSeconds, wallSeconds, peakMegabytes]: [Finding, number, number, number] = [{}, 0, 0, 0]
  for (let repeat = 0, spent = 0; repeat < MOST_REPEATS && spent < WARM_SECONDS; repeat++, spent += cpuSeconds) {
    const began = performance.now()
    const used = process.cpuUsage()
    finding = await work.run()
    cpuSeconds = seconds(process.cpuUsage(used))
    wallSeconds = (performance.now() - began) / 1000
    if (repeat === 0) peakMegabytes = megabytes('peak') // once: repeats leave garbage that is nobody's need
  }
  const measurement: Measurement = { size, input: work.input, finding, cpuSeconds, wallSeconds, buildSeconds, peakMegabytes, workMegabytes: Math.max(0, peakMegabytes - before) }
  process.stdout.write(`${JSON.stringify(measurement)}\n`)
}
