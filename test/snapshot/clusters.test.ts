import { describe, expect, it } from 'vitest'
import type { Grade } from '#model/code-lists.ts'
import type { Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { TODAY, aWorld, organisation, owns, place, sameAs } from '../worlds/snapshot-world.ts'

const DEFAULTS: readonly Grade[] = ['register', 'document', 'reported']
async function clusters(statements: readonly Statement[], grades = DEFAULTS): Promise<string[][]> {
  const snapshot = await aWorld([], statements)
  const view = viewAt(snapshot, { asOf: TODAY, grades, today: TODAY })
  return [...view.clusters].map(([best, members]) => [snapshot.nodes.ids[best]!, ...members.map((node) => snapshot.nodes.ids[node]!)])
}

describe('records judged to be the same', () => {
  it('are one node with the best id: an identifier before a name, a country before none', async () => {
    expect(await clusters([sameAs('org:zz/apm', 'org:nl/apm'), sameAs('org:nl/apm', 'lei:5493'), sameAs('org:zz/x', 'org:de/x')]))
      .toEqual([['lei:5493', 'lei:5493', 'org:nl/apm', 'org:zz/apm'], ['org:de/x', 'org:de/x', 'org:zz/x']])
  })

  it('are shown by the group rather than by the company a register of one state lists under its name', async () => {
    expect(await clusters([sameAs('us-nc-sos:1', 'org:us/homes'), sameAs('org:zz/homes-llc', 'us-nc-sos:1')])).toEqual([['org:us/homes', 'org:us/homes', 'org:zz/homes-llc', 'us-nc-sos:1']])
    expect(await clusters([sameAs('gb-coh:1', 'org:gb/homes')])).toEqual([['gb-coh:1', 'gb-coh:1', 'org:gb/homes']])
  })

  it('are kept apart by "different", however long the chain of "same"', async () => {
    const chain = [sameAs('a', 'b', { grade: 'register' }), sameAs('b', 'c', { grade: 'document' }), sameAs('c', 'd', { grade: 'reported' }), sameAs('a', 'd', { judgement: 'different' })]
    expect(await clusters(chain)).toEqual([['a', 'a', 'b', 'c']])
  })

  it('do not depend on the order of the judgements', async () => {
    const chain = [sameAs('a', 'b'), sameAs('b', 'c'), sameAs('c', 'd'), sameAs('a', 'd', { judgement: 'different' })]
    const found = await clusters(chain)
    expect(await clusters([...chain].reverse())).toEqual(found)
    expect(found.some((cluster) => cluster.includes('a') && cluster.includes('d'))).toBe(false)
    expect(found.flat()).toEqual(expect.arrayContaining(['a', 'd']))
  })

  it('need a grade that was asked for; unsure ones join nothing', async () => {
    expect(await clusters([sameAs('a', 'b', { grade: 'inferred' })])).toEqual([])
    expect(await clusters([sameAs('a', 'b', { grade: 'inferred' })], ['inferred'])).toEqual([['a', 'a', 'b']])
    expect(await clusters([sameAs('a', 'b', { judgement: 'unsure' })])).toEqual([])
  })

  it('are never joined across kinds of thing', async () => {
    const snapshot = await aWorld([organisation('rotterdam'), place('unlocode:NLRTM')], [sameAs('rotterdam', 'unlocode:NLRTM')])
    expect(viewAt(snapshot, { asOf: TODAY, grades: DEFAULTS, today: TODAY }).clusters.size).toBe(0)
  })

  it('hold what any of the records holds', async () => {
    const snapshot = await aWorld([], [sameAs('org:zz/list', 'org:nl/apm'), owns('top', 'org:nl/apm', 1), owns('org:zz/list', 'low', 0.5)])
    const { stakes } = viewAt(snapshot, { asOf: TODAY, grades: DEFAULTS, today: TODAY })
    const name = (node: number) => snapshot.nodes.ids[node]
    expect(Array.from(stakes.holder, (holder, entry) => [name(holder), name(stakes.held[entry]!)])).toEqual([['org:nl/apm', 'low'], ['top', 'org:nl/apm']])
  })
})
