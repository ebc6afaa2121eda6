import { beforeAll, describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Outcome } from '../../api/questions/answers.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, place, site, source, supplies } from '../worlds/snapshot-world.ts'

type Questions = ReturnType<typeof bindQuestions>
type Kind = Outcome<unknown>['kind']
let ask: Questions
/** A world with what people really load: shares of 130 %, a company that owns itself, a hospital, places without anything. */
beforeAll(async () => {
  const nodes = [
    place('here'), place('there'), place('empty'), organisation('Group'), organisation('Sum'), organisation('Alone'), site('s:1', 'port terminal'), site('s:2', 'port terminal'), site('s:h', 'hospital'), site('s:l', 'warehouse'), source('src:list'),
  ]
  const flow = { commodity: 'grain', volume: 10, unit: 't', period: 'year' as never, flowCapacity: 12 }
  ask = bindQuestions({
    snapshot: await aWorld(nodes, [
      locatedIn('s:1', 'here'), locatedIn('s:2', 'there'), locatedIn('s:h', 'here'), locatedIn('s:l', 'here'), operates('Group', 's:1'), operates('Group', 's:2'), operates('Alone', 's:l'),
      owns('Sum', 'Group', 0.7, { validFrom: '2020-01-01' }), owns('Other', 'Group', 0.6, { validFrom: '2021-01-01' }), owns('Ring', 'Ring', 1), owns('Ring', 'Sum', 0.2),
      supplies('Farm', 's:1', flow), supplies('s:1', 's:2', flow), supplies('s:2', 'there', flow), supplies('s:l', 's:h', { commodity: 'linen', volume: 3, unit: 't' }),
    ]), today: () => TODAY,
  })
})

const shared = { here: 'here', there: 'there', list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 } as const
const flows = { organisation: 'Group', place: undefined, commodity: 'grain' } as const
const up = { of: 'Group', direction: 'UP', minShare: undefined, threshold: 0.25 } as const
const span = { from: '2019-01-01', to: '2026-01-01', place: undefined, organisation: undefined, first: 20, after: undefined } as const
const twin = { place: 'here', domain: undefined, fit: undefined, first: 10 } as const
const money = { place: 'here', source: 'src:list', first: 10 } as const
const line = { organisation: 'Group', target: 's:1' } as const
const reason = { organisation: 'Group', here: 'here', there: 'there', list: 'CONTROLLERS' } as const
const mirror = { organisation: 'Group', here: 'here', there: 'there', threshold: undefined } as const
const NOT_A_PART = [Number.NaN, Infinity, -Infinity, -0.1, 1.0001, 1e308, -1e-9]
const NOT_A_COUNT = [0, -1, 1.5, 101, Number.NaN, Infinity, 2 ** 53]
const NOT_A_DAY = ['', '2021-02-30', '2021', '1850-01-01', '9999-12-31', '0000-00-00', '2021-1-1', 'yesterday', '2021-06-15T00:00:00Z', '٢٠٢١-٠٦-١٥', `2021-06-15${' '.repeat(5)}`]

type Case = readonly [what: string, answer: () => Outcome<unknown>, kind: Kind, field?: string]
const each = <T>(values: readonly T[], what: string, answer: (value: T) => () => Outcome<unknown>, field: string): Case[] => values.map((value): Case => [`${what} ${JSON.stringify(value) ?? String(value)} (${String(value)})`, answer(value), 'InvalidInput', field])

const ids = (field: string, wrong: string, answer: (id: string) => () => Outcome<unknown>): Case[] => [
  ...['nobody', '', ' ', '__proto__', 'constructor', 'x'.repeat(10_000), 'a\u0000b', "';--"].map((id): Case => [`${field} ${JSON.stringify(id.slice(0, 20))}`, answer(id), 'NotFound']),
  [`${field} of another kind`, answer(wrong), 'InvalidInput', field],
]
const dated: Readonly<Record<string, (asOf: string) => () => Outcome<unknown>>> = {
  sharedAdversaries: (asOf) => () => ask.sharedAdversaries({ ...shared, asOf }), mirrorPoints: (asOf) => () => ask.mirrorPoints({ ...mirror, asOf }), ownership: (asOf) => () => ask.ownership({ ...up, asOf }),
  chokePoints: (asOf) => () => ask.chokePoints({ ...flows, asOf }), whatIf: (asOf) => () => ask.whatIf({ ...flows, remove: ['s:1'], asOf }), twins: (asOf) => () => ask.twins({ ...twin, asOf }),
  twinMatching: (asOf) => () => ask.twinMatching({ places: ['here', 'there'], domain: undefined, fit: undefined, asOf } as never), whyNot: (asOf) => () => ask.whyNot({ ...reason, asOf }), ownMoney: (asOf) => () => ask.ownMoney({ ...money, asOf }),
  timeline: (asOf) => () => ask.timeline({ ...line, asOf }), paths: (asOf) => () => ask.paths({ from: 'Sum', to: 's:1', first: 5, asOf }),
}

const CASES: readonly Case[] = [
  ...ids('organisation', 'here', (organisation) => () => ask.chokePoints({ ...flows, organisation })), ...ids('place', 'Group', (of) => () => ask.chokePoints({ ...flows, organisation: undefined, place: of })),
  ...ids('remove', 'here', (id) => () => ask.whatIf({ ...flows, remove: [id] })), ...ids('organisation', 's:1', (organisation) => () => ask.timeline({ ...line, organisation })), ...ids('target', 'here', (target) => () => ask.timeline({ ...line, target })),
  ...ids('of', 'here', (of) => () => ask.ownership({ ...up, of })), ...ids('place', 'Group', (of) => () => ask.twins({ ...twin, place: of })), ...ids('place', 'Group', (of) => () => ask.ownMoney({ ...money, place: of })), ...ids('source', 'here', (of) => () => ask.ownMoney({ ...money, source: of })),
  ...ids('organisation', 'here', (organisation) => () => ask.whyNot({ ...reason, organisation })), ...ids('here', 'Group', (here) => () => ask.whyNot({ ...reason, here })), ...ids('there', 's:1', (there) => () => ask.whyNot({ ...reason, there })),
  ...ids('place', 's:1', (of) => () => ask.changes({ ...span, place: of })), ...ids('organisation', 'here', (organisation) => () => ask.changes({ ...span, organisation })),
  ...Object.entries(dated).flatMap(([name, answer]) => each(NOT_A_DAY, name, answer, 'asOf')),
  ...each(NOT_A_DAY, 'changes from', (from) => () => ask.changes({ ...span, from }), 'from'), ...each(NOT_A_DAY, 'changes to', (to) => () => ask.changes({ ...span, to }), 'to'),
  ...each(NOT_A_PART, 'beta', (beta) => () => ask.sharedAdversaries({ ...shared, beta }), 'beta'), ...each(NOT_A_PART, 'threshold of mirrors', (threshold) => () => ask.mirrorPoints({ ...mirror, threshold }), 'threshold'),
  ...each(NOT_A_PART, 'threshold of ownership', (threshold) => () => ask.ownership({ ...up, threshold }), 'threshold'), ...each(NOT_A_PART, 'minShare', (minShare) => () => ask.ownership({ ...up, minShare }), 'minShare'),
  ...each(NOT_A_COUNT, 'first of shared', (first) => () => ask.sharedAdversaries({ ...shared, first }), 'first'), ...each(NOT_A_COUNT, 'first of changes', (first) => () => ask.changes({ ...span, first }), 'first'),
  ...each(NOT_A_COUNT, 'first of twins', (first) => () => ask.twins({ ...twin, first }), 'first'), ...each(NOT_A_COUNT, 'first of ownMoney', (first) => () => ask.ownMoney({ ...money, first }), 'first'),
  ...each([Number.NaN, Infinity, -1, 1e9 + 1, 1e308], 'a weight', (weight) => () => ask.sharedAdversaries({ ...shared, weights: [{ domain: 'port', weight }] }), 'weights'),
  ['neither organisation nor place', () => ask.chokePoints({ ...flows, organisation: undefined }), 'InvalidInput', 'organisation'], ['both of them', () => ask.chokePoints({ ...flows, place: 'here' }), 'InvalidInput', 'organisation'],
  ['nothing removed', () => ask.whatIf({ ...flows, remove: [] }), 'InvalidInput', 'remove'], ['51 removed', () => ask.whatIf({ ...flows, remove: Array.from({ length: 51 }, (_, at) => `s:${at}`) }), 'InvalidInput', 'remove'],
  ['a site outside removed', () => ask.whatIf({ ...flows, remove: ['Alone'] }), 'Withheld'], ['a company outside removed', () => ask.whatIf({ ...flows, remove: ['Sum'] }), 'InvalidInput', 'remove'], ['a hospital removed', () => ask.whatIf({ ...flows, remove: ['s:h'] }), 'Withheld'],
  ['what supplies a hospital removed with another', () => ask.whatIf({ ...flows, remove: ['s:1', 's:l'] }), 'Withheld'], ['the flows of a hospital', () => ask.chokePoints({ ...flows, organisation: undefined, place: 'here', commodity: 'linen' }), 'Withheld'],
  ['twins of a place without data', () => ask.twins({ ...twin, place: 'empty' }), 'InvalidInput', 'place'], ['money of a source without lines', () => ask.ownMoney(money), 'InvalidInput', 'source'], ['a place beside itself', () => ask.whyNot({ ...reason, there: 'here' }), 'InvalidInput', 'there'], ['a span turned round', () => ask.changes({ ...span, from: span.to, to: span.from }), 'InvalidInput', 'to'],
  ['a span before all data', () => ask.changes({ ...span, from: '1901-01-01', to: '1902-01-01' }), 'InvalidInput', 'to'], ['a span after all data', () => ask.changes({ ...span, from: '2030-01-01', to: '2031-01-01' }), 'InvalidInput', 'from'],
  ['a cursor of nothing', () => ask.changes({ ...span, after: 'x' }), 'InvalidInput', 'after'], ['a thing over itself', () => ask.timeline({ organisation: 'Ring', target: 'Ring' }), 'InvalidInput', 'target'],
]

describe('input that cannot be used', () => {
  for (const [what, answer, kind, field] of CASES) it(what, () => {
    const outcome = answer()
    expect(outcome).toMatchObject({ kind, ...(field === undefined ? {} : { field }) })
    expect(outcome.kind === 'Answer' ? '' : outcome.message).toMatch(/^\p{L}.{10,}[.)?]$/su) // a sentence for people …
    expect(JSON.stringify(outcome)).not.toMatch(/Error|undefined|NaN at|\.ts:|    at /) // … and no text of an exception
  })
})

const ANSWERED: Readonly<Record<string, readonly [() => Outcome<unknown>, object]>> = {
  'places without data share nobody, and say how little is on record': [() => ask.sharedAdversaries({ ...shared, there: 'empty' }), { items: [], totalCount: 0, basis: { notes: expect.arrayContaining(['The list is empty because nothing is on record in empty at this date and these grades; what is not on record may exist all the same.']) } }],
  'weights for a domain that neither place has': [() => ask.sharedAdversaries({ ...shared, weights: [{ domain: 'housing', weight: 1 }] }), { items: [], basis: { notes: expect.arrayContaining(['The list is empty because nothing of housing is on record in here and there at this date and these grades; what is not on record may exist all the same.']) } }],
  'suppliers where nobody supplies both': [() => ask.sharedAdversaries({ ...shared, list: 'SUPPLIERS', domain: 'port' }), {}],
  'a place without flows': [() => ask.chokePoints({ ...flows, organisation: undefined, place: 'empty' }), { status: 'NO_FLOW_ON_RECORD', flow: undefined, items: [] }],
  'a commodity nobody states': [() => ask.chokePoints({ ...flows, commodity: 'moon rock' }), { status: 'NO_FLOW_ON_RECORD', flow: undefined, items: [] }],
  'a company without flows': [() => ask.chokePoints({ ...flows, organisation: 'Ring' }), { status: 'NO_FLOW_ON_RECORD', items: [] }],
  'a day before everything: what is undated holds, with its date': [() => ask.chokePoints({ ...flows, asOf: '1900-01-01' }), { basis: { asOf: '1900-01-01' } }],
  'a site named twice is removed once': [() => ask.whatIf({ ...flows, remove: ['s:1', 's:1'] }), { removed: ['s:1'], lossAfterRerouting: { low: 1, high: 1 } }],
  'minShare 0 and threshold 0': [() => ask.ownership({ ...up, minShare: 0, threshold: 0 }), { totalCount: 2 }],
  'minShare 1 leaves nobody': [() => ask.ownership({ ...up, minShare: 1, threshold: 1 }), { totalCount: 0, basis: { notes: expect.arrayContaining(['2 of 2 are left out: less than minShare, or no number for them.']) } }],
  'who holds a company of which no holder is on record': [() => ask.ownership({ ...up, of: 'Alone' }), { totalCount: 0, basis: { notes: expect.arrayContaining(['Nobody is on record as holding Alone at this date and these grades. That is unknown, not nobody.']) } }],
  'what a company holds that holds nothing on record': [() => ask.ownership({ ...up, of: 'Alone', direction: 'DOWN' }), { totalCount: 0, basis: { notes: expect.arrayContaining(['Nothing is on record as held by Alone at this date and these grades. That is unknown, not nothing.']) } }],
  'ways between strangers': [() => ask.paths({ from: 'Sum', to: 'Alone', first: 5 }), { totalCount: 0, basis: { notes: expect.arrayContaining(['No way from Sum to Alone, nor back, is on record at this date and these grades. That is unknown, not none.']) } }],
  'a domain of which a place has nothing': [() => ask.coverage({ place: 'there', domain: 'housing' }), { sites: 0, sentence: 'No sites of the domain housing in there are on record.' }],
  'a company that owns itself outright': [() => ask.ownership({ ...up, of: 'Ring' }), {}],
  'a timeline of strangers': [() => ask.timeline({ organisation: 'Alone', target: 's:1' }), { periods: [], basis: { notes: expect.arrayContaining(['No source on record connects Alone with s:1 at any date, at these grades. That is unknown, not none.']) } }],
  'why not, where nothing is on record': [() => ask.whyNot({ ...reason, there: 'empty' }), {}],
}

/** Every number of an answer, what is computed on demand included, with the way to it. */
function numbersOf(value: unknown, path = '', found: [string, number][] = []): [string, number][] {
  if (typeof value === 'number') found.push([path, value])
  else if (typeof value === 'function') numbersOf((value as () => unknown)(), `${path}()`, found) // answers hold thunks without arguments
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) numbersOf(inner, `${path}.${name}`, found)
  return found
}

describe('input that finds nothing, or odd data', () => {
  it.each(Object.entries(ANSWERED))('%s', (_what, [answer, expected]) => {
    const outcome = answer()
    expect(outcome).toMatchObject({ kind: 'Answer', value: expected })
    for (const [path, number] of numbersOf(outcome)) expect([path, Number.isFinite(number)]).toEqual([path, true])
  })

  it('shares above 100 % are answered, within 0–1, and named as a contradiction', () => {
    const outcome = ask.ownership(up)
    if (outcome.kind !== 'Answer') throw new Error(outcome.message)
    for (const [path, number] of numbersOf(outcome.value)) expect([path, Number.isFinite(number)]).toEqual([path, true])
    expect(JSON.stringify(outcome.value)).toMatch(/more than 100|exceed|over 100|add up|130/i)
  })
})
