import { KnownError } from '#model/known-error.ts'

const ATTEMPTS = 8
const LONGEST_PAUSE_MS = 1_000

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })
const isConflict = (error: unknown): boolean => error instanceof KnownError && error.code === 'WRITE_CONFLICT'

/** Repeats `work` while it loses races with other writers; a pause that doubles keeps them from meeting again. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
      await pause(Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt) * (0.5 + Math.random() / 2))
    }
  }
}

/** One writer at a time within this process: both engines let the first of two writers win and send the other back. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined) // the next one waits for the end, not for the outcome
    return result
  }
}
