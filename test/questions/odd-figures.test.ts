import { describe, expect, it } from 'vitest'
import type { Statement } from '#model/model.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import { randomEdges } from '../random-edges.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, place, site, supplies } from '../worlds/snapshot-world.ts'

/** Every number of an answer, what is computed on demand included, with the way to it. */
function numbersOf(value: unknown, path = '', found: [string, number][] = []): [string, number][] {
  if (typeof value === 'number') found.push([path, value])
  else if (typeof value === 'function') numbersOf((value as () => unknown)(), `${path}()`, found) // answers hold thunks without arguments
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) numbersOf(inner, `${path}.${name}`, found)
  return found
}

const FIGURES = [0, 1, 7, 1e-9, 5e-324, 1e15, 2 ** 53, 1e300, 1.7e308]
/** Flows between sites of one group with rings, loops and figures of every size, zero and none. */
function oddFlows(seed: number): Statement[] {
  const { from, to } = randomEdges(seed, 14)
  const random = seededRandom(seed)
  const figure = () => (random() < 0.2 ? undefined : FIGURES[Math.floor(random() * FIGURES.length)])
  return from.map((tail, at) => {
    const [volume, flowCapacity] = [figure(), figure()]
    return supplies(`s:${tail}`, random() < 0.1 ? 'town' : `s:${to[at]}`, { commodity: 'grain', unit: 't', period: 'year' as never, ...(volume === undefined ? {} : { volume }), ...(flowCapacity === undefined ? {} : { flowCapacity }) })
  })
}
async function questionsOf(flows: readonly Statement[]) {
  const sites = Array.from({ length: 14 }, (_, at) => `s:${at}`)
  const nodes = [place('town'), place('far'), ...sites.map((id) => site(id, 'warehouse'))]
  return bindQuestions({ snapshot: await aWorld(nodes, [...sites.flatMap((id, at) => [operates('Group', id), locatedIn(id, at % 2 === 0 ? 'town' : 'far', { capacity: { amount: 10 ** at, unit: 't', measure: 'capacity' } as never })]), ...flows]), today: () => TODAY })
}
const SUBJECTS = [{ organisation: 'Group', place: undefined }, { organisation: undefined, place: 'town' }] as const
const answersOf = (ask: Awaited<ReturnType<typeof questionsOf>>) => SUBJECTS.flatMap((subject) => {
  const asked = { ...subject, commodity: 'grain' }
  return [ask.chokePoints(asked), ...Array.from({ length: 14 }, (_, at) => ask.whatIf({ ...asked, remove: [`s:${at}`] }))]
})

describe('figures of any size', () => {
  it('give finite numbers in every field of choke points and what-if, shares within 0–1 (150 worlds, seeds from 91001)', async () => {
    let numbers = 0
    for (let seed = 91_001; seed < 91_151; seed++) {
      for (const answer of answersOf(await questionsOf(oddFlows(seed)))) {
        expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/)
        for (const [path, number] of numbersOf(answer)) {
          numbers++
          expect([seed, path, Number.isFinite(number)]).toEqual([seed, path, true])
          if (/(?:loss|throughputShare|substitutability|lossAfterRerouting)[^.]*\.(?:low|high)$/.test(path)) expect([seed, path, number >= 0 && number <= 1]).toEqual([seed, path, true])
        }
      }
    }
    expect(numbers).toBeGreaterThan(10_000)
  }, 120_000)

  it('no answer changes when every statement is made twice, or in another order (60 worlds)', async () => {
    const said = (answers: readonly unknown[]) => JSON.stringify(answers, (name, value: unknown) => (name === 'statements' || name === 'dataVersion' || name === 'paths' ? undefined : typeof value === 'function' ? (value as () => unknown)() : value))
    for (let seed = 92_001; seed < 92_061; seed++) {
      const flows = [...new Map(oddFlows(seed).map((one) => [`${one.from} ${one.to}`, one])).values()]
      const once = said(answersOf(await questionsOf(flows)))
      expect(said(answersOf(await questionsOf([...flows, ...flows.map((one) => ({ ...one, sourceId: 'src:second' }))])))).toBe(once)
      expect(said(answersOf(await questionsOf(shuffled(flows.length, seededRandom(seed)).map((at) => flows[at]!))))).toBe(once)
    }
  }, 120_000)
})
