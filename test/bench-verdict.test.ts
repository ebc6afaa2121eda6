import { describe, expect, it } from 'vitest'
import { disagreement } from './bench/bench.ts'
import type { Result } from './bench/results-table.ts'
import { resultsTable } from './bench/results-table.ts'
import { spreadOf, verdictOn } from './bench/verdict.ts'
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

  it('stands in a table made from the record alone', () => {
    const both = { ours: 1, theirs: 2 }
    const result: Result = {
      goal: 'PG-9', name: 'page-rank', peer: 'a peer 1.0', times: 20, size: 10_000, input: 'abc', rounds: 5, ours: { min: 0.5, median: 0.5, spread: 0.1 }, theirs: { min: 15, median: 16, spread: 0.2 },
      wall: both, build: both, megabytes: both, verdict: 'reached', machine: { cpu: 'a CPU', cores: 2, memoryGigabytes: 8, system: 'linux', node: '20', commit: 'abc1234', load: 0.1, date: '2026-01-01' },
    }
    expect(resultsTable([result])).toContain('| PG-9 | page-rank | 10,000 | 0.50 / 0.50 | 15.0 / 16.0 | 30.0 / 32.0 | ≥ 20 | 10 %, 20 % | 1, 2 | reached | abc1234 |')
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
