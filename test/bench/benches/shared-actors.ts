import type { Rows } from '../../../graph-schema/analytics/rows.ts'
import { row, rowsFrom } from '../../../graph-schema/analytics/rows.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Finding } from '../bench.ts'

const ACTORS_PER_PLACE = 50

type Presences = Arrays & { readonly place: Int32Array; readonly actor: Int32Array }

/** Each place has some fifty of ten times as many actors as places, popular ones far more often: rank r with a density ∝ r^(−1/2). */
function presencesOf(places: number, seed = 1): Presences {
  const random = seededRandom(seed)
  const [place, actor]: [number[], number[]] = [[], []]
  for (let at = 0; at < places; at++) {
    const here = new Set(Array.from({ length: ACTORS_PER_PLACE }, () => Math.floor(10 * places * random() ** 2)))
    for (const one of here) {
      place.push(at)
      actor.push(one)
    }
  }
  return { place: Int32Array.from(place), actor: Int32Array.from(actor) }
}

/** Place by place over the lists of its actors, as the place index is read for one place: no pair is kept. */
function allPairs(actorsOf: Rows, placesOf: Rows, places: number): Finding {
  const count = new Int32Array(places)
  const touched = new Int32Array(places)
  let [pairs, common, most] = [0, 0, 0]
  for (let here = 0; here < places; here++) {
    let found = 0
    for (const actor of row(actorsOf, here)) {
      const { start, items } = placesOf
      for (let at = start[actor + 1]! - 1; at >= start[actor]! && items[at]! > here; at--) { // places of an actor ascend
        const there = items[at]!
        if (count[there]!++ === 0) touched[found++] = there
      }
    }
    pairs += found
    for (let at = 0; at < found; at++) {
      const there = touched[at]!
      common += count[there]!
      most = Math.max(most, count[there]!)
      count[there] = 0
    }
  }
  return { pairs, common, most }
}

export const sharedActorsBench: Bench = {
  goal: 'PG-13', name: 'shared-actors', unit: 'places', sizes: [500, 2_000], fullSizes: [10_000],
  ours: (size) => {
    const presences = presencesOf(size)
    const actorsOf = rowsFrom(size, presences.place, presences.actor)
    const placesOf = rowsFrom(10 * size, presences.actor, presences.place)
    return { input: checksumOf(presences), run: () => allPairs(actorsOf, placesOf, size) }
  },
  against: { peer: 'SciPy 1.17.1, sparse product of presences (CSR, int32) with its transpose', times: 1, from: 10_000, work: { python: 'shared_actors', arrays: presencesOf } },
}
