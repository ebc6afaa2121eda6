import type { RawRecord } from '../../preset.ts'
import { cell } from '../cells.ts'

/** Source columns of a curated row, its note, and the lower grade its compiler gave a weak source. */
export const sourceCells = (record: RawRecord): Readonly<Record<string, string | undefined>> => ({
  grade: /weak source/i.test(cell(record, 'note')) ? 'claimed' : undefined,
  note: cell(record, 'note'),
  source_title: cell(record, 'source_title'),
  source_publisher: cell(record, 'source_publisher'),
  source_url: cell(record, 'source_url'),
  source_kind: cell(record, 'source_kind'),
  retrieved_on: cell(record, 'retrieved_on'),
})
