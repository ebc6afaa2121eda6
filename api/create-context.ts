import { performance } from 'node:perf_hooks'
import type { Atlas } from './atlas.ts'
import type { Context } from './context.ts'
import { createLoaders } from './loaders.ts'

/** What one request works with, and until when. `work` counts what was asked of the store and the questions. */
export function createContext(atlas: Atlas, requestId: string, answerMs: number, work: { asked: number } = { asked: 0 }): Context {
  return { atlas, requestId, work, load: createLoaders(atlas, () => { work.asked++ }), deadline: performance.now() + answerMs }
}
