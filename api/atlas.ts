import type { ImportNode, SourceNode } from '#model/model.ts'
import type { GraphStore, StatementAddress } from '#store/graph-store.ts'
import type { LawfulMeans } from './lawful-means.ts'
import type { Checks, Questions } from './bind-questions.ts'
import type { Preset } from '#ingest/preset.ts'
import type { PlaceDirectory } from './place-directory.ts'
import type { OtherRecords } from './public-node.ts'
import type { AsOfArgs } from './questions/answers.ts'

export interface Counts { readonly nodes: Readonly<Record<string, number>>; readonly statements: Readonly<Record<string, number>> }

/** One version of the data, ready to be asked: the store behind it, and what was read from it once. */
export interface Atlas extends OtherRecords {
  readonly store: GraphStore
  readonly questions: Questions
  /** What questions that need an index of places refuse without one. */
  readonly checks: Checks
  readonly places: PlaceDirectory
  /** By title, then id. */
  readonly sources: readonly SourceNode[]
  /** Latest first, as readers may see them. */
  readonly imports: readonly ImportNode[]
  /** By the id readers see. */
  readonly importOf: (id: string) => ImportNode | undefined
  readonly counts: Counts
  /** Where a statement is, for looking it up; the key alone when it is not known. */
  readonly addressOf: (key: string) => StatementAddress | string
  /** By today’s judgements: from a record to the one that stands for all that are judged to be the same. */
  readonly representatives: () => (id: string) => string
  /** Whether an essential service depends on what has this id: figures of its flows are not shown. */
  readonly isEssential: (id: string) => boolean
  /** Whether figures of any flow are not shown. */
  readonly withholdsFigures: boolean
  /** What is noted on the law of a country, ISO 3166-1 alpha-2; for undefined that there is nothing. */
  readonly lawfulMeans: (country: string | undefined) => LawfulMeans
  /** Makes the index of all places for a date and grades, in another thread; true once it is there. Bad arguments are left to the question. */
  readonly prepareIndex: (when: AsOfArgs) => Promise<boolean>
  /** Ends what is still being made of this version. */
  readonly stopJobs: () => void
  readonly presets: readonly Preset[]
  readonly version: string
  readonly dataVersion: string
  /** Today in UTC, YYYY-MM-DD. */
  readonly today: () => string
}
