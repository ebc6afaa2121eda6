import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'
import { Cancellation } from '#analytics/parts/cancellation.ts'

/** What a method may take from the moment it is asked to stop. */
export const STOPPED_WITHIN_MS = 200
const TRIES = 3

/** Milliseconds that fit a 32-bit cell. */
const wall = () => Date.now() % 1_000_000_000
const processorTime = () => { const { user, system } = process.cpuUsage(); return Math.round((user + system) / 1_000) }

/** Sets the flag it is given after the time it is told, and says at what time, and at what processor time of this process, it did. */
const ASKING = `
  const { parentPort, workerData } = require('node:worker_threads')
  const cells = new Int32Array(workerData)
  parentPort.on('message', (wait) => setTimeout(() => {
    const { user, system } = process.cpuUsage()
    Atomics.store(cells, 1, Date.now() % 1000000000)
    Atomics.store(cells, 2, Math.round((user + system) / 1000))
    Atomics.store(cells, 0, 1)
  }, wait))
`

/**
 * How long a method goes on after another thread has asked it to stop, in milliseconds. It is run again and again until
 * then, since one run may be over sooner.
 *
 * A busy machine makes every wall clock late, and threads that collect garbage beside the method make its processor time
 * long; a method that does not look at the flag is late on both. So the smaller of the two counts, and the best of up to
 * three tries: one in time is enough, and a method that does not look fails them all.
 *
 * @param wait after how many milliseconds it is asked
 */
export async function timeToStop(method: (cancellation: Cancellation) => unknown, wait = 150): Promise<number> {
  const flag = new SharedArrayBuffer(12)
  const cells = new Int32Array(flag)
  const worker = new Worker(ASKING, { eval: true, workerData: flag })
  await new Promise((resolve) => worker.once('online', resolve))
  let shortest = Infinity
  for (let tries = 0; tries < TRIES && shortest >= STOPPED_WITHIN_MS; tries++) {
    Atomics.store(cells, 0, 0)
    worker.postMessage(wait)
    const cancellation = new Cancellation({ flag })
    const until = Date.now() + wait + 20_000
    expect(() => { while (Date.now() < until) method(cancellation) }).toThrow('asked to stop')
    shortest = Math.min(shortest, wall() - Atomics.load(cells, 1), processorTime() - Atomics.load(cells, 2))
  }
  await worker.terminate()
  return shortest
}
