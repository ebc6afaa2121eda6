import { readFileSync, writeFileSync } from 'node:fs'

/** Reads what a process has used: this one, or a server that works for it. */
export interface Meter {
  /** CPU seconds since the process began, user and system, all threads. */
  cpuSeconds(): number
  /** Resident memory in MB now, or the most since `forgetPeak`. */
  megabytes(of: 'now' | 'peak'): number
  forgetPeak(): void
  /** MB that the runtime counts as given out, garbage included; undefined where it cannot be asked. */
  allocated(): number | undefined
}

/** Linux counts the time of other processes in hundredths of a second, on every architecture. */
const TICKS_PER_SECOND = 100

/** Memory of a process as Linux tells it; throws elsewhere. */
function linuxMegabytes(process: 'self' | number, of: 'now' | 'peak'): number {
  return Number(new RegExp(`${of === 'now' ? 'VmRSS' : 'VmHWM'}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? NaN) / 1024
}

/** This process. Only Linux can forget a peak: elsewhere it includes the building. */
export const ownMeter: Meter = {
  cpuSeconds: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  megabytes: (of) => {
    try {
      return linuxMegabytes('self', of)
    } catch {
      return of === 'now' ? process.memoryUsage.rss() / 2 ** 20 : process.resourceUsage().maxRSS / 1024
    }
  },
  forgetPeak: () => {
    try {
      writeFileSync('/proc/self/clear_refs', '5')
    } catch { /* not Linux */ }
  },
  allocated: () => {
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 2 ** 20
  },
}

/** A process of the same user; Linux only. */
export function meterOf(pid: number): Meter {
  return {
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ') // a name may contain blanks and brackets
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
    },
    megabytes: (of) => linuxMegabytes(pid, of),
    forgetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
    allocated: () => undefined,
  }
}
