import type { Exposure } from '#model/derived/exposed-in.ts'
import type { Atlas } from './atlas.ts'
import type { Basis, Outcome } from './questions/answers.ts'
import { DEFAULT_GRADES } from './questions/checked-arguments.ts'

/** What was computed for a place or an organisation and written back, largest first. */
export interface WrittenExposures { readonly items: readonly Exposure[]; readonly basis: Basis }

/** More rows than this are refused. */
const MOST_ROWS = 5_000
const METHOD = 'Exposure by group control, written back by index:write; one row per organisation, place and domain'

/**
 * Exposures by the complete run for the facts as they are now. Rows of an interrupted run, or of one for other facts, are
 * never read: then the answer is that there is none.
 */
export async function writtenExposures(
  { store, dataVersion, representatives, today }: Pick<Atlas, 'store' | 'dataVersion' | 'representatives' | 'today'>,
  end: 'place' | 'organisation',
  id: string,
): Promise<Outcome<WrittenExposures>> {
  const found = await store.exposures(dataVersion, { end, id: representatives()(id), limit: MOST_ROWS + 1 })
  if (found === undefined)
    return {
      kind: 'Unavailable',
      message:
        'No index of exposures is on record for this version of the data. npm run index:write makes one; sharedAdversaries answers without it.',
    }
  const { run, asOf, exposures } = found
  if (exposures.length > MOST_ROWS)
    return {
      kind: 'TooLarge',
      message: `More than ${MOST_ROWS} exposures are on record for ${id}. Ask for a smaller place, or query the graph directly.`,
    }
  return {
    kind: 'Answer',
    value: {
      items: [...exposures].sort((a, b) => b.low - a.low || b.high - a.high || (cursorOf(a) < cursorOf(b) ? -1 : 1)),
      basis: {
        method: METHOD,
        asOf,
        grades: DEFAULT_GRADES,
        dataVersion,
        parameters: [{ name: 'run', value: run }],
        notes: [
          ...(asOf === today()
            ? []
            : [`Computed for ${asOf}, not for today: what has begun, ended or grown stale since is not in it. npm run index:write makes a new one.`]),
          'Every actor has rows of its own; a control chain is not one row here.',
          'Only places marked as leaf may be added up: others contain them.',
          'What rests on protected sites is left out. High bounds are “at most”, estimates of largest blocks included.',
        ],
      },
    },
  }
}

/** One row among those of a place or organisation. */
export const cursorOf = ({ from, to, domain }: Exposure): string => `${from} ${to} ${domain}`
