import type { QuestionData } from './questions/asked.ts'
import { changes } from './questions/changes.ts'
import { chokePoints } from './questions/choke-points.ts'
import { coverage } from './questions/coverage.ts'
import { mirrorPoints } from './questions/mirror-points.ts'
import { ownMoney } from './questions/own-money.ts'
import { ownership } from './questions/ownership.ts'
import { paths } from './questions/paths.ts'
import { sharedAdversaries } from './questions/shared-adversaries.ts'
import { timeline } from './questions/timeline.ts'
import { checkTwinMatching, twinMatching } from './questions/twin-matching.ts'
import { checkTwins, twins } from './questions/twins.ts'
import { whyNot } from './questions/why-not.ts'
import { whatIf } from './questions/what-if.ts'

/** The questions, bound to one version of the data and the clock. */
export const bindQuestions = (data: QuestionData) => {
  const bind = <A, R>(question: (data: QuestionData, args: A) => R) => (args: A): R => question(data, args)
  return {
    sharedAdversaries: bind(sharedAdversaries),
    mirrorPoints: bind(mirrorPoints),
    ownership: bind(ownership),
    paths: bind(paths),
    coverage: bind(coverage),
    chokePoints: bind(chokePoints),
    whatIf: bind(whatIf),
    timeline: bind(timeline),
    changes: bind(changes),
    twins: bind(twins),
    twinMatching: bind(twinMatching),
    whyNot: bind(whyNot),
    ownMoney: bind(ownMoney),
  }
}
export type Questions = ReturnType<typeof bindQuestions>

/** What the questions that need an index of places refuse without one. */
export const bindChecks = (data: QuestionData) => ({
  twins: (args: Parameters<typeof checkTwins>[1]) => checkTwins(data, args), twinMatching: (args: Parameters<typeof checkTwinMatching>[1]) => checkTwinMatching(data, args),
})
export type Checks = ReturnType<typeof bindChecks>
