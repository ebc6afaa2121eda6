import { describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import { TODAY, aWorld } from '../worlds/snapshot-world.ts'
import { ARGUMENTS, FACTS, NAMES, NODES } from './every-question.ts'

type Stopwatch = NonNullable<Parameters<typeof bindQuestions>[0]['stopwatch']>
const questionsBy = async (stopwatch: Stopwatch = {}) => bindQuestions({ snapshot: await aWorld(NODES, FACTS), today: () => TODAY, stopwatch })

/** A fresh snapshot each time: nothing is ready from an earlier question. */
const ask = async (name: keyof typeof ARGUMENTS, deadline: number, stopwatch?: Stopwatch) => {
  const question = (await questionsBy(stopwatch))[name] as (args: object) => { readonly kind: string; readonly message?: string } // the arguments below are its own
  return question({ ...ARGUMENTS[name], deadline })
}
const UNAVAILABLE = { kind: 'Unavailable', message: 'This takes longer than the time allowed. Narrow it: a smaller place, one domain, one commodity, fewer rows.' }

/** A clock on which the time is over at the second look. */
function overAtTheSecondLook(): Stopwatch {
  let looks = 0
  return { every: 1, now: () => (looks++ === 0 ? 0 : 2) }
}

describe('time', () => {
  it('every question there is, is asked here', async () => expect(NAMES.sort()).toEqual(Object.keys(await questionsBy()).sort()))

  it.each(NAMES)('%s is answered within it', async (name) => expect((await ask(name, Infinity)).kind).toBe('Answer'))

  it.each(NAMES)('%s is not begun when it is over', async (name) => expect(await ask(name, 0)).toEqual(UNAVAILABLE))

  it.each(NAMES)('%s is stopped on the way when it ends', async (name) => expect(await ask(name, 1, overAtTheSecondLook())).toEqual(UNAVAILABLE))
})
