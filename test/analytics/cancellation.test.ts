import { describe, expect, it } from 'vitest'
import { betweenness } from '#analytics/graphs/betweenness.ts'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { seededRandom } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'

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
    expect(await timeToStop((cancellation) => betweenness(graph, { cancellation }), 300)).toBeLessThan(STOPPED_WITHIN_MS)
  })

  it('stops at a deadline', () => {
    const began = performance.now()
    expect(() => betweenness(aLargeGraph(), { cancellation: new Cancellation({ deadline: began + 100 }) })).toThrow('out of time')
  })
})
