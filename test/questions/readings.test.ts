import { describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Basis } from '../../api/questions/answers.ts'
import { TODAY, aWorld, locatedIn, operates, owns, place, site } from '../worlds/snapshot-world.ts'
import { ARGUMENTS, FACTS, NAMES, NODES } from './every-question.ts'

const LAST = 'A statement holds from its start, else from its as-of date, else at any date (“undated”), until its end; dates known to the month or the year are read at the last day they can mean.'

describe('a reading of imprecise dates', () => {
  it.each(NAMES)('%s takes it and says it', async (name) => {
    const questions = bindQuestions({ snapshot: await aWorld(NODES, FACTS), today: () => TODAY })
    const question = questions[name] as (args: object) => { readonly kind: string; readonly value: { readonly basis: Basis } } // the arguments are its own
    const { kind, value } = question({ ...ARGUMENTS[name], reading: 'LATEST' })
    expect(kind).toBe('Answer')
    expect(value.basis.parameters).toContainEqual({ name: 'reading', value: 'LATEST' })
    expect(value.basis.notes).toContain(LAST)
  })

  it('decides whether a site that closed “in 2024” counts in the middle of that year', async () => {
    const nodes = [place('Here'), place('There'), site('old pier', 'port terminal'), site('quay', 'port terminal')]
    const facts = [locatedIn('old pier', 'Here', { validFrom: '2000', validTo: '2024' }), locatedIn('quay', 'There'), operates('Group', 'old pier'), operates('Group', 'quay'), owns('Holding', 'Group', 0.6)]
    const questions = bindQuestions({ snapshot: await aWorld(nodes, facts), today: () => TODAY })
    const sites = (reading: 'EARLIEST' | 'LATEST') => {
      const answer = questions.coverage({ place: 'Here', domain: undefined, asOf: '2024-06-30', reading })
      return answer.kind === 'Answer' ? answer.value.sites : undefined
    }
    expect([sites('EARLIEST'), sites('LATEST')]).toEqual([0, 1])
    const why = (reading: 'EARLIEST' | 'LATEST') => {
      const answer = questions.whyNot({ organisation: 'Group', here: 'Here', there: 'There', list: 'CONTROLLERS', asOf: '2024-06-30', reading })
      return answer.kind === 'Answer' ? answer.value.present : undefined
    }
    expect([why('EARLIEST'), why('LATEST')]).toEqual([false, true])
  })
})
