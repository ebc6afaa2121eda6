import { describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import { TODAY, aWorld, bodyOf, locatedIn, operates, owns, pays, place, site, supplies } from '../worlds/snapshot-world.ts'

//   Holding ──60%──▶ Group ──operates──▶ pier and shed in Here, quay in There; pier ──grain──▶ quay; Council of Here pays Group
const NODES = [place('Here'), place('There'), site('pier', 'port terminal'), site('shed', 'warehouse'), site('quay', 'port terminal')]
const FACTS = [
  owns('Holding', 'Group', 0.6, { validFrom: '2020' }), operates('Group', 'pier', { validFrom: '2021' }), operates('Group', 'shed'), operates('Group', 'quay'), locatedIn('pier', 'Here'), locatedIn('shed', 'Here'), locatedIn('quay', 'There'),
  supplies('pier', 'quay', { commodity: 'grain' }), bodyOf('Council', 'Here', { sourceId: 'src:list' }), pays('Council', 'Group', 100, { sourceId: 'src:list' }),
]
type Stopwatch = NonNullable<Parameters<typeof bindQuestions>[0]['stopwatch']>
const questionsBy = async (stopwatch: Stopwatch = {}) => bindQuestions({ snapshot: await aWorld(NODES, FACTS), today: () => TODAY, stopwatch })

/** A fresh snapshot each time: nothing is ready from an earlier question. */
const ask = async (name: keyof typeof ARGUMENTS, deadline: number, stopwatch?: Stopwatch) => {
  const question = (await questionsBy(stopwatch))[name] as (args: object) => { readonly kind: string; readonly message?: string } // the arguments below are its own
  return question({ ...ARGUMENTS[name], deadline })
}
const TWO = { here: 'Here', there: 'There' } as const
const ARGUMENTS = {
  sharedAdversaries: { ...TWO, list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 },
  mirrorPoints: { ...TWO, organisation: 'Group', threshold: undefined },
  ownership: { of: 'Group', direction: 'UP', minShare: undefined, threshold: 0.25 },
  paths: { from: 'Holding', to: 'pier', first: 25 },
  coverage: { place: 'Here', domain: undefined },
  chokePoints: { organisation: 'Group', place: undefined, commodity: undefined },
  whatIf: { organisation: 'Group', place: undefined, commodity: undefined, remove: ['pier'] },
  timeline: { organisation: 'Holding', target: 'pier' },
  changes: { from: '2019-01-01', to: '2022-12-31', place: 'Here', organisation: 'Group', first: 50, after: undefined },
  twins: { place: 'Here', domain: undefined, fit: undefined, first: 20 },
  twinMatching: { places: ['Here', 'There'], domain: undefined, fit: undefined },
  whyNot: { ...TWO, organisation: 'Group', list: 'CONTROLLERS' },
  ownMoney: { place: 'Here', source: 'src:list', first: 50 },
} as const
const NAMES = Object.keys(ARGUMENTS) as (keyof typeof ARGUMENTS)[] // the keys of the constant

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
