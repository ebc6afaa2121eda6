import type { Domain } from '#model/code-lists.ts'
import type { Atlas } from './atlas.ts'
import type { AsOfArgs, Coverage, MirrorPoints, Outcome, Ownership, Paths, SharedAdversaries } from './questions/answers.ts'
import type { Loaders } from './loaders.ts'

export type AdversaryList = 'CONTROLLERS' | 'FINANCIERS' | 'SUPPLIERS'
export interface SharedAdversariesArgs extends AsOfArgs {
  readonly here: string
  readonly there: string
  readonly list: AdversaryList
  readonly domain: Domain | undefined
  readonly weights: readonly { readonly domain: Domain; readonly weight: number }[] | undefined
  readonly beta: number | undefined
  readonly collapse: boolean
  readonly first: number
}
export interface MirrorPointsArgs extends AsOfArgs { readonly organisation: string; readonly here: string; readonly there: string; readonly threshold: number | undefined }
export interface OwnershipArgs extends AsOfArgs { readonly of: string; readonly direction: 'UP' | 'DOWN'; readonly minShare: number | undefined; readonly threshold: number }
export interface PathsArgs extends AsOfArgs { readonly from: string; readonly to: string; readonly first: number }
export interface CoverageArgs { readonly place: string | undefined; readonly domain: Domain | undefined }

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
