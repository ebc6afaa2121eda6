import { expect, it } from 'vitest'
import { GrowingRows } from '#analytics/parts/growing-rows.ts'
import { seededRandom } from '../seeded-random.ts'

it('keeps lists apart that grow and shrink in turn, with the weight of every item', () => {
  const random = seededRandom(4)
  const lists = new GrowingRows(Int32Array.from({ length: 30 }, (_, list) => list % 3))
  const plain = Array.from({ length: 30 }, () => new Map<number, number>())
  for (let item = 0; item < 2_000; item++) {
    const list = Math.floor(random() * 30)
    const weight = random()
    expect(lists.push(list, item, weight)).toBe(plain[list]!.set(item, weight).size)
    const shrinking = Math.floor(random() * 30)
    const [gone] = plain[shrinking]!.keys()
    if (item % 2 === 0 || gone === undefined) continue
    expect(lists.remove(shrinking, gone)).toBe(plain[shrinking]!.get(gone))
    plain[shrinking]!.delete(gone)
  }
  const order = [...plain.keys()].reverse()
  const { start, column, weight } = lists.rowsOf(Int32Array.from(order))
  order.forEach((list, row) => {
    const found = new Map(Array.from(column.subarray(start[row], start[row + 1]), (item, at) => [item, weight[start[row]! + at]!]))
    expect(found).toEqual(plain[list])
  })
})
