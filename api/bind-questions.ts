import type { Questions } from './context.ts'
import type { QuestionData } from './questions/asked.ts'
import { coverage } from './questions/coverage.ts'
import { mirrorPoints } from './questions/mirror-points.ts'
import { ownership } from './questions/ownership.ts'
import { paths } from './questions/paths.ts'
import { sharedAdversaries } from './questions/shared-adversaries.ts'

/** The questions, bound to one snapshot and the clock. */
export const bindQuestions = (data: QuestionData): Questions => ({
  sharedAdversaries: (args) => sharedAdversaries(data, args),
  mirrorPoints: (args) => mirrorPoints(data, args),
  ownership: (args) => ownership(data, args),
  paths: (args) => paths(data, args),
  coverage: (args) => coverage(data, args),
})
