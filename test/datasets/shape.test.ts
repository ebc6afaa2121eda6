import { describe, expect, it } from 'vitest'
import { contains, middleOf } from '#datasets/places/shape.ts'

describe('shapes of an atlas', () => {
  // a square from 10 to 20 east and 0 to 10 north, with a hole in its middle
  const square = { type: 'Polygon' as const, coordinates: [[[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]], [[14, 4], [16, 4], [16, 6], [14, 6], [14, 4]]] }
  it('have their middle in the middle of the largest part', () => {
    const parts = { type: 'MultiPolygon' as const, coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]], square.coordinates] }
    expect(middleOf(parts)).toEqual([15, 5])
  })
  it('go on beyond the 180th meridian', () => {
    // from 170 east to 170 west
    expect(middleOf({ type: 'Polygon', coordinates: [[[170, 0], [-170, 0], [-170, 10], [170, 10], [170, 0]]] })).toEqual([-180, 5])
  })
  it('hold a point inside, none in a hole and none outside', () => {
    expect([contains(square, 12, 5), contains(square, 15, 5), contains(square, 25, 5)]).toEqual([true, false, false])
  })
})
