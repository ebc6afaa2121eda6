import type { Rows } from '../../../graph-schema/analytics/parts/rows.ts'
import { rowsFrom } from '../../../graph-schema/analytics/parts/rows.ts'
import { seededRandom } from '../../seeded-random.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Finding } from '../bench.ts'

const ACTORS_PER_PLACE = 100
/** Places kept for each place: those it shares most actors with. */
const KEPT = 50

type Presences = Arrays & { readonly place: Int32Array; readonly actor: Int32Array }

/** Each place has a hundred of ten times as many actors as places, popular ones far more often: rank r with a density ∝ r^(−1/2). */
function presencesOf(places: number, seed = 1): Presences {
  const random = seededRandom(seed)
  const [place, actor]: [number[], number[]] = [[], []]
  for (let at = 0; at < places; at++) {
    const here = new Set<number>()
    while (here.size < ACTORS_PER_PLACE) here.add(Math.floor(10 * places * random() ** 2))
    for (const one of here) {
      place.push(at)
      actor.push(one)
    }
  }
  return { place: Int32Array.from(place), actor: Int32Array.from(actor) }
}

/**
 * For each place candidates for the {@link KEPT} that share most actors with it. There is room for twice as many; when it
 * is full, the closest are kept and `least` rises to the smallest count among them. Of equals the first met are kept.
 */
interface Closest { readonly place: Int32Array; readonly actors: Uint16Array; readonly length: Int32Array; readonly least: Uint16Array }
const ROOM = 2 * KEPT

/**
 * Place by place over the lists of its actors: never more than the pairs of one place, and what is kept, is in memory.
 * Each pair is counted once, with its smaller place, and offered to both.
 */
function sharedOf(actorsOf: Rows, placesOf: Rows, places: number): Finding {
  const closest: Closest = { place: new Int32Array(ROOM * places), actors: new Uint16Array(ROOM * places), length: new Int32Array(places), least: new Uint16Array(places) }
  const { least } = closest
  const [count, met, next] = [new Uint16Array(places), new Int32Array(places), placesOf.start.slice()]
  let [pairs, common] = [0, 0]
  for (let here = 0; here < places; here++) {
    const found = countShared(actorsOf, placesOf, next, here, count, met)
    pairs += found
    for (let at = 0; at < found; at++) {
      const there = met[at]!
      const shared = count[there]!
      count[there] = 0
      common += shared
      if (shared > least[here]!) offer(closest, here, there, shared)
      if (shared > least[there]!) offer(closest, there, here, shared)
    }
  }
  for (let place = 0; place < places; place++) if (closest.length[place]! > KEPT) keepClosest(closest, place)
  let kept = 0
  for (let place = 0; place < places; place++) for (let at = 0; at < closest.length[place]!; at++) kept += closest.actors[place * ROOM + at]!
  return { pairs, common, kept }
}

/** Counts for every later place the actors it shares with `here`; `next` holds, per actor, where the places from `here` on begin. Returns how many places were met. */
function countShared(actorsOf: Rows, { start, items }: Rows, next: Int32Array, here: number, count: Uint16Array, met: Int32Array): number {
  let found = 0
  for (let at = actorsOf.start[here]!; at < actorsOf.start[here + 1]!; at++) {
    const actor = actorsOf.items[at]!
    const end = start[actor + 1]!
    for (let presence = ++next[actor]!; presence < end; presence++) {
      const there = items[presence]!
      const before = count[there]!
      count[there] = before + 1
      met[found] = there // stays if it is the first time
      found += before === 0 ? 1 : 0
    }
  }
  return found
}

function offer(closest: Closest, to: number, candidate: number, shared: number): void {
  const at = closest.length[to]!++
  closest.place[to * ROOM + at] = candidate
  closest.actors[to * ROOM + at] = shared
  if (at + 1 === ROOM) keepClosest(closest, to)
}

function keepClosest({ place, actors, length, least }: Closest, of: number): void {
  const [from, end] = [of * ROOM, of * ROOM + length[of]!]
  const smallest = actors.slice(from, end).sort()[end - from - KEPT]!
  let left = KEPT - actors.subarray(from, end).filter((shared) => shared > smallest).length // room for equals
  let to = from
  for (let at = from; at < end; at++) {
    if (actors[at]! < smallest || (actors[at] === smallest && left-- <= 0)) continue
    place[to] = place[at]!
    actors[to++] = actors[at]!
  }
  length[of] = KEPT
  least[of] = smallest
}

export const sharedActorsBench: Bench = {
  goal: 'PG-13', name: 'shared-actors', unit: 'places', sizes: [500, 2_000], fullSizes: [10_000],
  ours: (size) => {
    const presences = presencesOf(size)
    const actorsOf = rowsFrom(size, presences.place, presences.actor)
    const placesOf = rowsFrom(10 * size, presences.actor, presences.place)
    return { input: checksumOf(presences), run: () => sharedOf(actorsOf, placesOf, size) }
  },
  against: {
    peer: `SciPy 1.17.1, sparse product of presences (CSR, int32) with its transpose; ours keeps the ${KEPT} closest places of each in the same run, the peer is not asked for them`,
    times: 1, memoryTimes: 10, from: 10_000, work: { python: 'shared_actors', arrays: presencesOf },
  },
}
