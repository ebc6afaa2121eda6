import { createHash } from 'node:crypto'
import type { Statement } from './model.ts'
import { statementToStored } from './record.ts'

/** Left out of the key: reading a page again, or a reworded remark, is not a new statement. */
const NOT_PART_OF_THE_CLAIM = new Set(['key', 'importIds', 'retrievedOn', 'note'])

/**
 * Key of a statement: a hash of who says what about whom, for when.
 * The same row gives the same key in every import, so writing it twice changes nothing; a source that
 * now says something else gives another key, so the older word stays beside the newer one.
 */
export function statementKey(statement: Statement): string {
  const claim = Object.entries(statementToStored(statement)).filter(([name]) => !NOT_PART_OF_THE_CLAIM.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify([statement.type, statement.from, statement.to, claim])).digest('hex').slice(0, 24)
}

/** Id of a source: the same page read on the same day is one source, whatever file cites it. */
export function sourceId(source: { readonly name: string; readonly url?: string; readonly publisher?: string; readonly retrievedOn: string }): string {
  const parts = [source.url ?? '', source.name, source.publisher ?? '', source.retrievedOn]
  return `src:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`
}
