import type { Asked } from '../ask-arguments.ts'
import { choke, whatif } from './flows-in-words.ts'
import { about, coverage, place, search, sources } from './records-in-words.ts'
import { changes, ownership, paths, timeline } from './ownership-in-words.ts'
import { mirror, shared } from './places-in-words.ts'
import { matching, ownmoney, twins, whynot } from './partners-in-words.ts'

/** An answer as text for a terminal: sentences and numbers with their units; `--json` has everything. */
export function inWords({ question, variables }: Asked, value: object): string {
  const render = RENDER[question]
  if (!render) throw new Error(`No words for ${question}.`)
  return render(value as never, variables)
}

// Each renderer reads the shape of its own stored document; the field was checked to be an answer.
const RENDER: Readonly<Record<string, (value: never, variables: Asked['variables']) => string>> = {
  shared,
  mirror,
  ownership,
  paths,
  choke,
  whatif,
  coverage,
  timeline,
  changes,
  twins,
  matching,
  whynot,
  ownmoney,
  search,
  place,
  sources,
  about,
}
