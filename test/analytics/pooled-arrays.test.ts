import { describe, expect, it } from 'vitest'
import { pooledFloats, pooledInts } from '#analytics/parts/pooled-arrays.ts'

describe('pooled arrays', () => {
  it('are zeros, of the length asked for, and share no place: 3,000 of them from none to 20,000 long', () => {
    const arrays = Array.from({ length: 3_000 }, (_, at) => {
      const length = at % 500 === 499 ? 20_000 : at % 61
      const array = at % 3 === 0 ? pooledFloats(length) : pooledInts(length)
      const found = { length: array.length, isZero: array.every((value) => value === 0) }
      return { array: array.fill(at), length, found }
    })
    expect(arrays.filter(({ length, found }) => found.length !== length || !found.isZero)).toEqual([])
    expect(arrays.filter(({ array }, at) => array.some((value) => value !== at))).toEqual([])
  })

  it('that are long have memory of their own', () => {
    expect(pooledInts(20_000).buffer.byteLength).toBe(80_000)
  })
})
