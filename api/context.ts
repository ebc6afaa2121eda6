import type { Atlas } from './atlas.ts'
import type { Loaders } from './loaders.ts'

/** What one request can use. A new one for every request: loaders never carry data from one reader to another. */
export interface Context {
  readonly atlas: Atlas
  readonly load: Loaders
  readonly requestId: string
  /** Milliseconds of `performance.now()` after which nothing new is computed. */
  readonly deadline: number
  /** How many times the store or a question was asked; a refused query leaves it as it was. */
  readonly work: { asked: number }
}
