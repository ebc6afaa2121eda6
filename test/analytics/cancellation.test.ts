import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { betweenness } from '#analytics/betweenness.ts'
import { Cancellation, Cancelled } from '#analytics/cancellation.ts'
import { undirectedGraph } from '#analytics/directed-graph.ts'
import { seededRandom } from '../seeded-random.ts'

/** Large enough that the whole betweenness takes far longer than any limit below. */
function aLargeGraph() {
  const random = seededRandom(1)
  const size = 60_000
  const ends = () => Int32Array.from({ length: 5 * size }, () => Math.floor(random() * size))
  return undirectedGraph(size, ends(), ends())
}

describe('cancellation', () => {
  it('looks only once in so many operations', () => {
    let looks = 0
    const cancellation = new Cancellation({ deadline: 10, now: () => { looks++; return 0 }, every: 100 })
    for (let i = 0; i < 1_000; i++) cancellation.spend()
    expect(looks).toBe(10)
  })

  it('says why it stops', () => {
    expect(() => new Cancellation({ signal: AbortSignal.abort() }).look()).toThrow('asked to stop')
    expect(() => new Cancellation({ deadline: 5, now: () => 5 }).look()).toThrow('out of time')
    expect(() => new Cancellation().look()).not.toThrow()
    const flag = new SharedArrayBuffer(4)
    const cancellation = new Cancellation({ flag, every: 1 })
    cancellation.spend()
    Atomics.store(new Int32Array(flag), 0, 1)
    expect(() => cancellation.spend()).toThrow(Cancelled)
  })

  it('stops a computation of minutes within 200 ms of the flag another thread sets', async () => {
    const graph = aLargeGraph()
    const flag = new SharedArrayBuffer(16)
    const worker = new Worker(`
      const { workerData } = require('node:worker_threads')
      const cells = new Int32Array(workerData)
      Atomics.store(cells, 1, 1)
      setTimeout(() => { Atomics.store(cells, 2, Date.now() % 1000000000); Atomics.store(cells, 0, 1) }, 300)
    `, { eval: true, workerData: flag })
    await new Promise((resolve) => worker.once('online', resolve))
    expect(() => betweenness(graph, { cancellation: new Cancellation({ flag }) })).toThrow('asked to stop')
    expect(Date.now() % 1_000_000_000 - Atomics.load(new Int32Array(flag), 2)).toBeLessThan(200)
    await worker.terminate()
  })

  it('stops at a deadline', () => {
    const began = performance.now()
    expect(() => betweenness(aLargeGraph(), { cancellation: new Cancellation({ deadline: began + 100 }) })).toThrow('out of time')
  })
})
