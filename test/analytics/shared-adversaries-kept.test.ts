import { describe, expect, it } from 'vitest'
import type { DomainWeights } from '#analytics/places/exposure.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import type { Statement } from '#model/model.ts'
import { plainRanking } from '../oracles/plain-ranking.ts'
import { randomWorld, viewOf, worldWithBlocks } from '../random-places.ts'
import { seededRandom } from '../seeded-random.ts'
import { supplies } from '../worlds/snapshot-world.ts'

const WORLDS = 64
const BETA = 0.25
const PLACES = ['here', 'there', 'third', 'fourth']
const LISTS = ['controllers', 'financiers', 'suppliers'] as const

/** Every second world has largest blocks that may decide; in all, some organisations supply sites or others. */
function worldOf(seed: number): Promise<OwnershipView> {
  const random = seededRandom(seed + 7)
  const pick = (count: number) => Math.floor(random() * count)
  const pairs = new Map(Array.from({ length: 8 }, () => [`o${pick(9)}`, random() < 0.5 ? `s${pick(12)}` : `o${pick(9)}`] as const).filter(([from, to]) => from !== to))
  return viewOf(seed % 2 === 0 ? randomWorld(seed) : worldWithBlocks(seed), 'given', [...pairs].map(([from, to]): Statement => supplies(from, to)))
}

function weightsIn({ snapshot: { domains } }: OwnershipView): readonly DomainWeights[] {
  const of = (domain: string) => 1 + domains.indexOf(domain)
  return [undefined, new Map([[of('port'), 3], [of('data centre'), 1]]), new Map([[of('data centre'), 1]])]
}

/** Every pair of places, list, set of weights and both kinds of rows. */
function questions(view: OwnershipView) {
  const at = (id: string) => view.snapshot.indexOf(id)!
  return PLACES.flatMap((here) => PLACES.filter((there) => there !== here).flatMap((there) => LISTS.flatMap((list) => weightsIn(view).flatMap((weights) =>
    [true, false].map((collapse) => ({ here: at(here), there: at(there), options: { list, weights, beta: BETA, collapse } }))))))
}

describe(`shared adversaries of ${WORLDS} worlds, all pairs of four places, all lists and weights`, () => {
  it('are to the last bit those found by trying everybody, whatever was asked before', async () => {
    const rows = { controllers: 0, financiers: 0, suppliers: 0 }
    for (let seed = 1; seed <= WORLDS; seed++) {
      const view = await worldOf(seed)
      for (const { here, there, options } of questions(view)) {
        const { rows: found } = sharedAdversaries(view, here, there, options)
        expect(found, `world ${seed}, ${here} and ${there}, ${options.list}`).toEqual(plainRanking(view, here, there, options))
        rows[options.list] += found.length
      }
    }
    for (const list of LISTS) expect(rows[list], list).toBeGreaterThan(1_000)
  })

  it('are the same on a new view, asked once, and with an index of places at hand', async () => {
    for (let seed = 1; seed <= WORLDS; seed++) {
      const [asked, fresh] = [await worldOf(seed), await worldOf(seed)]
      placeIndexOf(asked)
      const all = questions(asked)
      const answers = all.map(({ here, there, options }) => sharedAdversaries(asked, here, there, options).rows)
      const [first, last] = [all[seed % all.length]!, all.length - 1 - seed]
      expect(sharedAdversaries(fresh, first.here, first.there, first.options).rows).toEqual(answers[seed % all.length])
      expect(sharedAdversaries(asked, all[last]!.here, all[last]!.there, all[last]!.options).rows).toEqual(answers[last])
    }
  })
})
