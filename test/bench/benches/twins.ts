import { placeIndexOf } from '../../../graph-schema/analytics/places/place-index.ts'
import { twinPlaces } from '../../../graph-schema/analytics/twins/twin-places.ts'
import type { Statement } from '../../../graph-schema/model/model.ts'
import { viewAt } from '../../../graph-schema/snapshot/view-at.ts'
import { seededRandom } from '../../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, place, site } from '../../worlds/snapshot-world.ts'
import type { Bench } from '../bench.ts'

const SITES_PER_PLACE = 3
const QUESTIONS = 10
const WARM_UP = 3
const OPTIONS = { weights: undefined, beta: 0.25, top: 10, threshold: 0.6, fit: { languages: false, timeZones: undefined } } as const

/** Cities with three terminals or data centres each, run by as many operators as there are places in ten; one operator in two has a majority owner. */
async function atlasOf(places: number) {
  const random = seededRandom(1)
  const operators = Math.max(5, Math.floor(places / 10))
  const organisations = Array.from({ length: operators }, (_, at) => organisation(`o${at}`))
  const statements: Statement[] = []
  for (let at = 1; at < operators; at += 2) statements.push(owns(`o${Math.floor(random() * at)}`, `o${at}`, 0.51 + 0.49 * random()))
  const sites = Array.from({ length: places * SITES_PER_PLACE }, (_, at) => {
    statements.push(locatedIn(`s${at}`, `p${Math.floor(at / SITES_PER_PLACE)}`), operates(`o${Math.floor(random() ** 2 * operators)}`, `s${at}`))
    return site(`s${at}`, random() < 0.7 ? 'port terminal' : 'data centre')
  })
  const snapshot = await aWorld([...Array.from({ length: places }, (_, at) => place(`p${at}`)), ...organisations, ...sites], statements)
  return viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
}

export const twinsBench: Bench = {
  goal: 'PG-14', name: 'twins-of-one-place', unit: 'places', sizes: [500, 2_000], fullSizes: [20_000],
  ours: async (size) => {
    const view = await atlasOf(size)
    const index = placeIndexOf(view)
    /** The twins of ten places, `shift` places after every tenth part of the list. */
    const ask = (shift: number) => {
      let [sharing, firsts, scores] = [0, 0, 0]
      for (let question = 0; question < QUESTIONS; question++) {
        const { rows, totalCount } = twinPlaces(view, index, view.snapshot.indexOf(`p${Math.floor((question * size) / QUESTIONS) + shift}`)!, 20, OPTIONS)
        sharing += totalCount
        firsts += rows[0]?.there ?? 0
        for (const { score } of rows) scores += score
      }
      return { sharing, firsts, scores }
    }
    for (let shift = 1; shift <= WARM_UP; shift++) ask(shift) // a server has answered about other places before
    return { input: view.snapshot.version.slice(0, 16), run: () => ask(0) }
  },
  against: { what: 'the twenty best twins of one place, ten places one after the other, the index of all places at hand and questions about other places answered before; 100 ms each are allowed. Making that index is the build time', seconds: 0.1 * QUESTIONS, from: 20_000 },
}
