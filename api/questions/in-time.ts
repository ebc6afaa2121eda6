import { Cancellation, Cancelled } from '#analytics/cancellation.ts'
import type { Outcome } from './answers.ts'
import { answering } from './refused.ts'

/**
 * As {@link answering}, for work that looks at the clock itself.
 * @param deadline on the clock of `performance.now()`; undefined: no limit
 */
export function answeringInTime<T>(deadline: number | undefined, question: (cancellation: Cancellation) => T): Outcome<T> {
  const cancellation = new Cancellation({ deadline: deadline ?? Infinity, every: 20_000 })
  try {
    return answering(() => question(cancellation))
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown
    return { kind: 'Unavailable', message: 'This takes longer than the time allowed. Ask for one domain, fewer rows or fewer places.' }
  }
}
