import { performance } from 'node:perf_hooks'
import type { Context } from '../context.ts'
import type { AsOfArgs } from '../questions/answers.ts'
import type { Failure } from './results.ts'

const STILL_MADE: Failure = { kind: 'Unavailable', message: 'The index of all places is still being made for this date. Ask again in a moment.' }
/** Left of the time of a request for the question itself. */
const FOR_THE_QUESTION = 0.3

/**
 * Runs a question once the index of all places is there. It is made in another thread, so others are answered meanwhile; whoever waits too long is told to ask again.
 * @param check what can be refused without an index: nobody waits for that, and no index is made for it
 */
export async function withIndex<T>(context: Context, when: AsOfArgs, check: () => true | Failure, question: () => T): Promise<T | Failure> {
  const refused = check()
  if (refused !== true) return refused
  const patience = (context.deadline - performance.now()) * (1 - FOR_THE_QUESTION)
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), Math.max(0, patience)) })
  const isReady = await Promise.race([context.atlas.prepareIndex(when), tooLate]).finally(() => clearTimeout(timer))
  return isReady ? question() : STILL_MADE
}
