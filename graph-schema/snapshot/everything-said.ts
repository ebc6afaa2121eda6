import type { Snapshot } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { FOREVER } from './in-force.ts'
import { statusCode } from './snapshot-codes.ts'

const known = new WeakMap<Snapshot, Snapshot>()

/**
 * The same statements as if each held at any date and had been read today: what somebody said at some time, whatever
 * became of it. For explaining what does not count, never for numbers. Kept per snapshot. Time O(statements).
 */
export function everythingSaid(snapshot: Snapshot): Snapshot {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const { statements } = snapshot
  const everywhere = (value: number) => new Int32Array(statements.count).fill(value)
  const undated = everywhere(NO_DAY)
  const said: Snapshot = {
    ...snapshot,
    statements: {
      ...statements,
      status: new Uint8Array(statements.count).fill(statusCode('in force')),
      validFrom: undated,
      validTo: undated,
      asOf: undated,
      retrievedOn: everywhere(FOREVER),
    },
  }
  known.set(snapshot, said)
  return said
}
