import type { Atlas } from './atlas.ts'

/** Asks the costliest questions once, so that the first reader does not wait for code and views to be made ready. */
export function warmUp({ questions, places, prepareIndex }: Atlas): void {
  prepareIndex({}).catch(() => undefined) // in a thread of its own, for whoever asks for twins; if it fails, they and the log are told
  questions.coverage({ place: undefined, domain: undefined })
  const countries = places.find({}).filter((id) => places.parentsOf(id).length === 0)
  const [here, there] = countries
  if (here === undefined || there === undefined) return
  questions.sharedAdversaries({ here, there, list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 1 })
}
