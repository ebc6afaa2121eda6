import type { Bounds } from '#analytics/flows/flow-link.ts'
import { siteTerms } from '#analytics/flows/site-terms.ts'
import type { Sting } from '#analytics/flows/sting.ts'
import { combinedScore, stingsOf } from '#analytics/flows/sting.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import type { Asked } from './asked.ts'
import type { Confidence, FactorsAnswer, StingAnswer, TermsAnswer } from './flow-answers.ts'
import { intervalOf, number, percentText } from './flow-words.ts'

/** What organisations state to earn through the nodes, the largest part first; none of those on which an essential service depends. */
export function statedStings({ view }: Asked, nodes: readonly number[]): Sting[] {
  const essential = essentialServices(view.snapshot)
  return stingsOf(view, nodes).filter(({ organisation }) => essential[organisation] === 0)
}

export function stingAnswer({ idOf, nameOf, view: { snapshot } }: Asked, { organisation, share, statements }: Sting): StingAnswer {
  return {
    organisation: idOf(organisation), share: intervalOf(share, true)!, // a share is always given
    sentence: `${nameOf(organisation)} states ${percentText(share)} of its revenue through this.${share.low < share.high ? ' Parts of several sites may overlap.' : ''}`,
    statements: statements.map(snapshot.keyOf),
  }
}

/** Days a standstill is not felt, and how long it can be felt, as the company reports them. */
export function termsAnswer({ view }: Asked, site: number): TermsAnswer {
  const { timeToSurvive, timeToRestore, biteWindow, statements } = siteTerms(view, site)
  const sentence = [
    ...(timeToSurvive === undefined ? [] : [`Its markets are served for ${days(timeToSurvive)} without it, as published: a lawful action shorter than that shows no effect.`]),
    ...(timeToRestore === undefined ? [] : [`It works again or is replaced after ${days(timeToRestore)}, as published.`]),
    ...(biteWindow === undefined ? [] : [biteWindow === 0 ? 'It is replaced before it is missed.' : `It can be missed for ${days(biteWindow)} at most.`]),
  ].join(' ')
  return {
    timeToSurviveDays: timeToSurvive, timeToRestoreDays: timeToRestore, biteWindowDays: biteWindow,
    timeSentence: sentence === '' ? undefined : sentence, timeStatements: statements.map(view.snapshot.keyOf),
  }
}
const days = (count: number): string => `${number(count)} ${count === 1 ? 'day' : 'days'}`

const CONFIDENCE: readonly Confidence[] = ['HIGH', 'MEDIUM', 'LOW', 'NONE']

/** C = D · R · (1 − L), empty unless all three are known; each one that is missing lowers the confidence by a step. */
export function factorsAnswer(loss: Bounds | undefined, sting: Bounds | undefined, dependence: number | undefined): FactorsAnswer {
  const missing = [...(loss === undefined ? ['loss'] : []), ...(sting === undefined ? ['sting'] : []), ...(dependence === undefined ? ['local dependence'] : [])]
  return { score: intervalOf(combinedScore(loss, sting, dependence)), confidence: CONFIDENCE[missing.length]!, missing }
}
