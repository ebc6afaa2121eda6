import { describe, expect, it } from 'vitest'
import { machineBuffer, plainBuffer } from '#analytics/many-owners/column-buffer.ts'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { WIDTH } from '#analytics/parts/interleaved-columns.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { weightedRows } from '#analytics/parts/weighted-rows.ts'
import { seededRandom } from '../seeded-random.ts'

/** Rows that name rows before them only, about one in three without an entry. */
function forwardRows(size: number, random: () => number) {
  const row = Array.from({ length: size - 1 }, () => 1 + Math.floor(random() * (size - 1)))
  return { node: new Int32Array(size), rows: weightedRows(size, row, row.map((one) => Math.floor(random() * one)), row.map(() => random())) }
}

describe('a buffer of eight columns', () => {
  it.each([2, 3, 10, 600, 5_000])('has the same numbers to the last bit in WebAssembly as in plain loops, %i rows', (size) => {
    const random = seededRandom(size)
    const plan = forwardRows(size, random)
    const [plain, machine] = [plainBuffer(plan), machineBuffer(plan, new Map())]
    const few = Int32Array.from({ length: size }, (_, at) => at).filter(() => random() < 0.1)
    for (const positions of [Int32Array.from({ length: size }, (_, at) => at), few, few, Int32Array.from({ length: size }, (_, at) => at)]) {
      const given = positions.map(() => Math.floor(random() * WIDTH))
      for (const buffer of [plain, machine]) {
        buffer.begin(positions)
        expect(buffer.value.every((one) => one === 0)).toBe(true) // nothing of the block before
        positions.forEach((at, place) => { buffer.value[at * WIDTH + given[place]!] = 1 / (1 + place) })
        for (let from = 0; from < positions.length; from += 100) buffer.accumulate(from, Math.min(from + 100, positions.length))
      }
      expect(machine.value).toEqual(plain.value)
      expect(machine.rowSum.subarray(0, positions.length)).toEqual(plain.rowSum.subarray(0, positions.length))
      expect(machine.sumColumns(1, size - 1)).toEqual(plain.sumColumns(1, size - 1))
      for (const buffer of [plain, machine]) {
        for (const at of positions) buffer.value.fill(2, at * WIDTH, (at + 1) * WIDTH)
        buffer.sumRows(0, positions.length)
      }
      expect([machine.rowSum.subarray(0, positions.length), plain.rowSum.subarray(0, positions.length)]).toEqual([new Float64Array(positions.length).fill(16), new Float64Array(positions.length).fill(16)])
    }
  })

  // 0 ─½▶ 1 ─½▶ 2 … 600: the share of node i in the last one is 2^(i − 600)
  it('is not shared with a question asked while blocks of another one are visited', () => {
    const graph = stakeGraph(601, Array.from({ length: 600 }, (_, at) => ({ holder: at, held: at + 1, shareLow: 0.5, shareHigh: 0.5 })))
    const shareInLast = (owners: readonly number[], inside: () => void) => {
      const shares: (readonly [number, number])[] = []
      integratedHoldingsOfMany(graph, owners, ({ owners: some, nodes, low }) => {
        inside()
        some.forEach((owner, column) => shares.push([owner, low[nodes.indexOf(600) * WIDTH + column]!]))
      })
      return shares
    }
    const inner: (readonly [number, number])[] = []
    const outer = shareInLast([590, 595], () => inner.push(...shareInLast([599, 598, 597], () => undefined)))
    expect(outer).toEqual([[590, 2 ** -10], [595, 2 ** -5]])
    expect(inner).toEqual([[597, 1 / 8], [598, 1 / 4], [599, 1 / 2]])
  })

  it('is whole again for the next question after one that was broken off', () => {
    const graph = stakeGraph(601, Array.from({ length: 600 }, (_, at) => ({ holder: at, held: at + 1, shareLow: 0.5, shareHigh: 0.5 })))
    expect(() => integratedHoldingsOfMany(graph, [0, 300], () => { throw new Error('enough') })).toThrow('enough')
    integratedHoldingsOfMany(graph, [599], ({ nodes, low }) => expect([...low].filter((share) => share > 0)).toEqual([0.5].slice(0, nodes.length - 1)))
  })
})
