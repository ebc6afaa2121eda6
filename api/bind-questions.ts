import type { QuestionData } from './questions/asked.ts'
import { coverage } from './questions/coverage.ts'
import { mirrorPoints } from './questions/mirror-points.ts'
import { ownership } from './questions/ownership.ts'
import { paths } from './questions/paths.ts'
import { sharedAdversaries } from './questions/shared-adversaries.ts'

/** The questions, bound to one version of the data and the clock. */
export const bindQuestions = (data: QuestionData) => {
  const bind = <A, R>(question: (data: QuestionData, args: A) => R) => (args: A): R => question(data, args)
  return { sharedAdversaries: bind(sharedAdversaries), mirrorPoints: bind(mirrorPoints), ownership: bind(ownership), paths: bind(paths), coverage: bind(coverage) }
}
export type Questions = ReturnType<typeof bindQuestions>
