import { describe, expect, it } from 'vitest'
import { checksumOf } from './bench/arrays.ts'
import { disagreement } from './bench/bench.ts'
import { meterOf, ownMeter } from './bench/meter.ts'
import type { Result } from './bench/results-table.ts'
import { exponentOf, resultsTable } from './bench/results-table.ts'
import { spreadOf, verdictOn, verdictOnMemory, verdictWithin } from './bench/verdict.ts'
import { edgesOf, holdingsWorld } from './bench/world.ts'

describe('a benchmark verdict', () => {
  it('needs both the smallest and the median time to say so', () => {
    const ours = spreadOf([1, 1, 1.1, 1.05, 1])
    expect(ours).toMatchObject({ min: 1, median: 1 })
    expect(verdictOn(ours, spreadOf([20, 21, 20.5, 20, 22]), 20)).toBe('reached')
    expect(verdictOn(ours, spreadOf([19, 21, 20.5, 20, 22]), 20)).toBe('missed')
  })

  it('is "too noisy" when times scatter, whoever is faster', () => {
    expect(spreadOf([1, 1, 2, 3, 3]).spread).toBe(1)
    expect(verdictOn(spreadOf([1, 1, 2, 3, 3]), spreadOf([100, 100, 100, 100, 100]), 2)).toBe('too noisy')
    expect(verdictOn(spreadOf([1, 1, 1, 1, 1]), spreadOf([1, 1, 2, 3, 3]), 2)).toBe('too noisy')
  })

  it('is not given when the two sides find different things', () => {
    expect(disagreement({ count: 3 }, { count: 3.0000001 })).toBeUndefined()
    expect(disagreement({ count: 3 }, { count: 4 })).toBe('count: 3 and 4')
    expect(disagreement({ count: 3 }, {})).toBe('count: 3 and NaN')
  })

  it('keeps to a limit where there is no peer, and gives none where no goal says one', () => {
    const ours = spreadOf([0.4, 0.45, 0.5])
    expect([verdictWithin(ours, 0.5), verdictWithin(ours, 0.4), verdictWithin(ours, undefined)]).toEqual(['reached', 'missed', 'no goal'])
    expect(verdictWithin(spreadOf([0.1, 0.2, 0.3]), 5)).toBe('too noisy')
  })

  it('on memory counts less than a megabyte as one, so that nothing is claimed that was not measured', () => {
    expect([verdictOnMemory(3, 30, 10), verdictOnMemory(3, 29, 10)]).toEqual(['reached', 'missed'])
    expect([verdictOnMemory(0, 10, 10), verdictOnMemory(0, 9, 10)]).toEqual(['reached', 'missed'])
  })

  const side = (min: number, median: number, spread: number) => ({ cpu: { min, median, spread }, wall: median, build: 1, megabytes: 90, workMegabytes: 8 })
  const result: Result = {
    goal: 'PG-9', name: 'page-rank', unit: 'nodes', against: 'a peer 1.0', asked: { times: 20 }, size: 10_000, input: 'abc', rounds: 5, ours: side(0.5, 0.5, 0.1), theirs: side(15, 16, 0.2),
    verdict: 'reached', machine: { cpu: 'a CPU', cores: 2, memoryGigabytes: 8, system: 'linux', node: '20', commit: 'abc1234', load: 0.1, date: '2026-01-01' },
  }

  it('stands in a table made from the record alone', () => {
    expect(resultsTable([result])).toContain('| PG-9 | page-rank | 10,000 nodes | 0.50 / 0.50 | 15.0 / 16.0 | 0.50, 16.0 | 30.0 / 32.0 | ≥ 20 times | 10 %, 20 % | 90, 90 | 8, 8 | reached | abc1234 |')
    expect(resultsTable([{ ...result, theirs: undefined, asked: { seconds: 5 } }])).toContain('| 0.50 / 0.50 | – | 0.50 | – | ≤ 5 s | 10 % | 90 | 8 | reached | abc1234 |')
  })

  it('names a goal for memory, and memory too small to be told from nothing', () => {
    const frugal: Result = { ...result, asked: { times: 1, memoryTimes: 10 }, ours: { ...result.ours, workMegabytes: 0.2 } }
    expect(resultsTable([frugal])).toContain('| ≥ 1 times, work in ≤ 1/10 of its MB | 10 %, 20 % | 90, 90 | < 1, 8 | reached |')
  })

  it('comes with the exponent of growth over the sizes on record', () => {
    expect(exponentOf([1_000, 2_000, 4_000].map((size) => ({ size, seconds: 3e-9 * size ** 2 })))).toBeCloseTo(2, 12)
    expect(exponentOf([{ size: 1_000, seconds: 1 }])).toBeUndefined()
    const larger: Result = { ...result, size: 100_000, ours: side(50, 50, 0.1), theirs: side(150, 160, 0.2) }
    expect(resultsTable([larger, result])).toContain('| page-rank | 10,000, 100,000 | 2.00 | 1.00 |')
  })
})

describe('the meter of another process', () => {
  it.runIf(process.platform === 'linux')('reads the CPU time and the memory that the process itself reads', () => {
    const other = meterOf(process.pid)
    const began = other.cpuSeconds()
    expect(Math.abs(began - ownMeter.cpuSeconds())).toBeLessThan(0.1) // ticks of 10 ms, user and system
    for (const until = ownMeter.cpuSeconds() + 0.05; ownMeter.cpuSeconds() < until;) Math.sqrt(2)
    expect(other.cpuSeconds() - began).toBeGreaterThanOrEqual(0.03)
    const now = other.megabytes('now')
    expect(now).toBeGreaterThan(10)
    expect(other.megabytes('peak')).toBeGreaterThan(now - 1) // each thread reports its pages now and then only
  })
})

describe('the input of both sides', () => {
  it('is compared by a checksum of its numbers, in order of the names of the arrays', () => {
    const [from, share] = [Int32Array.of(1, 2, 3), Float64Array.of(0.5)]
    expect(checksumOf({ share, from })).toBe(checksumOf({ from, share }))
    expect(checksumOf({ from, share: Float64Array.of(0.25) })).not.toBe(checksumOf({ from, share }))
    expect(checksumOf({ from })).toBe('4636993d3e1da4e9')
  })
})

describe('the world of the benchmarks', () => {
  const world = holdingsWorld(2_000)

  it('is the same everywhere', () => {
    expect(world.checksum).toBe('a26ed5fb2a049289')
    expect(holdingsWorld(2_000, 2).checksum).not.toBe(world.checksum)
  })

  it('has a heavy tail, some rings and no pair twice', () => {
    const holdings = new Int32Array(world.size)
    for (const holder of world.from) holdings[holder]!++
    expect(Math.max(...holdings)).toBeGreaterThan(20 * (world.from.length / world.size))
    const pairs = new Set(Array.from(world.from, (holder, arc) => `${holder} ${world.to[arc]}`))
    expect(pairs.size).toBe(world.from.length)
    const returned = [...pairs].filter((pair) => pairs.has(pair.split(' ').reverse().join(' '))).length / 2
    expect(returned).toBeGreaterThan(50)
    expect(edgesOf(world).from.length).toBe(world.from.length - returned)
  })
})
