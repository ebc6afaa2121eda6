import { hostname } from 'node:os'
import type { Engine, Run } from './engine.ts'
import { takeTurn } from './registry/state-statements.ts'
import { withRetries } from './write-queue.ts'

const writer = `${hostname()}:${process.pid}`

/** One transaction that no other writer can come between, in whatever process; repeated when it loses a race. */
export const inTurn = <T>(engine: Engine, work: (run: Run) => Promise<T>): Promise<T> =>
  withRetries(() => engine.write(async (run) => {
    await run(takeTurn, { writer })
    return work(run)
  }))
