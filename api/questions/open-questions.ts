import type { Snapshot } from '#analytics/snapshot.ts'
import type { CoverageArgs } from './coverage.ts'
import { coverage } from './coverage.ts'
import type { MirrorPointsArgs } from './mirror-points.ts'
import { mirrorPoints } from './mirror-points.ts'
import type { OwnershipArgs } from './ownership.ts'
import { ownership } from './ownership.ts'
import type { PathsArgs } from './paths.ts'
import { paths } from './paths.ts'
import type { SharedAdversariesArgs } from './shared-adversaries.ts'
import { sharedAdversaries } from './shared-adversaries.ts'

/** The questions bound to one version of the data; `today` is the injected clock, YYYY-MM-DD in UTC. */
export function openQuestions(snapshot: Snapshot, today: () => string) {
  const data = { snapshot, today }
  return {
    sharedAdversaries: (args: SharedAdversariesArgs) => sharedAdversaries(data, args),
    mirrorPoints: (args: MirrorPointsArgs) => mirrorPoints(data, args),
    ownership: (args: OwnershipArgs) => ownership(data, args),
    paths: (args: PathsArgs) => paths(data, args),
    coverage: (args: CoverageArgs) => coverage(data, args),
  }
}
