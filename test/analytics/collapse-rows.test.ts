import { describe, expect, it } from 'vitest'
import { collapseRows } from '#analytics/places/collapse-rows.ts'
import type { FootprintOf } from '#analytics/places/collapse-rows.ts'

/** `actor(1, [2, 3], 'abc')`: controls 2 and 3, accounts for the sites a, b and c. */
const actor = (id: number, below: readonly number[], sites: string, kappa = 1): FootprintOf =>
  ({ actor: id, below: new Set(below), footprint: new Map([...sites].map((site) => [site.charCodeAt(0), [kappa, kappa] as const])) })

describe('rows of a ranking', () => {
  it('a chain with one footprint is headed by its lowest actor', () => {
    expect(collapseRows([actor(1, [2, 3], 'ab'), actor(2, [3], 'ab'), actor(3, [], 'ab')])).toEqual([{ head: 3, controllers: [2, 1], nested: [] }])
  })
  it('a chain that grows on the way up is headed where it is complete', () => {
    //   1 (abc) ▸ 2 (abc) ▸ 3 (ab), 4 (c)
    expect(collapseRows([actor(1, [2, 3, 4], 'abc'), actor(2, [3, 4], 'abc'), actor(3, [], 'ab'), actor(4, [], 'c')])).toEqual([{ head: 2, controllers: [1], nested: [3, 4] }])
  })
  it('the same sites with a smaller part of them are nested', () => {
    expect(collapseRows([actor(1, [2, 3], 'ab'), actor(2, [], 'ab', 1 / 3), actor(3, [], 'ab')])).toEqual([{ head: 3, controllers: [1], nested: [2] }])
  })
  it('two controllers of one actor share its row', () => {
    expect(collapseRows([actor(1, [3], 'a'), actor(2, [3], 'a'), actor(3, [], 'a')])).toEqual([{ head: 3, controllers: [1, 2], nested: [] }])
  })
  it('an actor nested in one row heads no other', () => {
    //   1 (ab) ▸ 3 (a) and 2 (a) ▸ 3
    expect(collapseRows([actor(1, [3], 'ab'), actor(2, [3], 'a'), actor(3, [], 'a')])).toEqual([{ head: 1, controllers: [], nested: [3] }, { head: 2, controllers: [], nested: [3] }])
  })
  it('actors that control each other are one level, the smaller number above', () => {
    expect(collapseRows([actor(1, [2], 'a'), actor(2, [1], 'a')])).toEqual([{ head: 2, controllers: [1], nested: [] }])
  })
  it('unrelated actors keep their rows, in any order of input', () => {
    const actors = [actor(1, [], 'a'), actor(2, [], 'a'), actor(3, [4], 'b'), actor(4, [], 'b')]
    const rows = collapseRows(actors)
    expect(rows).toEqual([{ head: 1, controllers: [], nested: [] }, { head: 2, controllers: [], nested: [] }, { head: 4, controllers: [3], nested: [] }])
    expect(collapseRows([...actors].reverse())).toEqual(rows)
  })
})
