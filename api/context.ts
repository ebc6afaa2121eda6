import type { Atlas } from './atlas.ts'
import type { Coverage, MirrorPoints, Outcome, Ownership, Paths, SharedAdversaries } from './questions/answers.ts'
import type { CoverageArgs } from './questions/coverage.ts'
import type { MirrorPointsArgs } from './questions/mirror-points.ts'
import type { OwnershipArgs } from './questions/ownership.ts'
import type { PathsArgs } from './questions/paths.ts'
import type { SharedAdversariesArgs } from './questions/shared-adversaries.ts'
import type { Loaders } from './loaders.ts'

/** The questions, bound to one version of the data. */
export interface Questions {
  readonly sharedAdversaries: (args: SharedAdversariesArgs) => Outcome<SharedAdversaries>
  readonly mirrorPoints: (args: MirrorPointsArgs) => Outcome<MirrorPoints>
  readonly ownership: (args: OwnershipArgs) => Outcome<Ownership>
  readonly paths: (args: PathsArgs) => Outcome<Paths>
  readonly coverage: (args: CoverageArgs) => Outcome<Coverage>
}

/** What one request can use. A new one for every request: loaders never carry data from one reader to another. */
export interface Context {
  readonly atlas: Atlas
  readonly load: Loaders
  readonly requestId: string
  /** Milliseconds of `performance.now()` after which nothing new is computed. */
  readonly deadline: number
  /** How many fields have asked the store or a question; a refused query leaves it at 0. */
  readonly work: { asked: number }
}
