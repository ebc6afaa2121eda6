import type { TemplateRow } from '../preset.ts'
import type { SourceDefaults } from '../preset.ts'
import type { Cells, RowParse, TemplateReader } from '../parse/template-reader.ts'
import type { Loading } from './loading.ts'
import { Made } from './made.ts'
import { aliasRow, organisationRow, placeRow, presenceRow } from './rows/other-rows.ts'
import { figureRow } from './rows/figure-row.ts'
import { flowRow } from './rows/flow-row.ts'
import { ownershipRow } from './rows/ownership-row.ts'
import { paymentRow } from './rows/payment-row.ts'
import type { RowContext } from './rows/row-context.ts'
import { siteRow } from './rows/site-row.ts'
import { twinningRow } from './rows/twinning-row.ts'

/** How a row of each template becomes nodes and statements. */
const INTERPRETERS: Readonly<Record<string, (context: RowContext) => void>> = {
  ownership: ownershipRow, sites: siteRow, 'brand-presence': presenceRow, places: placeRow, organisations: organisationRow, aliases: aliasRow, flows: flowRow,
  twinnings: twinningRow, payments: paymentRow, figures: figureRow,
}

/** "brand" is no interest: it says that the owned thing is a brand. It is taken out before the cell is read as a code. */
export function parseRow(reader: TemplateReader, cells: Cells, lenient: boolean): RowParse {
  if (reader.template.name !== 'ownership' || cells['interest']?.trim().toLowerCase() !== 'brand') return reader.parse(cells, lenient)
  const others = Object.fromEntries(Object.entries(cells).filter(([name]) => name !== 'interest'))
  const parsed = reader.parse(others, lenient)
  return 'problems' in parsed ? parsed : { ...parsed, row: { ...parsed.row, extra: { ...parsed.row.extra, brand_interest: 'true' } } }
}

/**
 * What the rows of one record come to. All or nothing: a problem in one of them leaves nothing of the record.
 * Pure apart from what `loading` has collected.
 */
export function interpret(rows: readonly TemplateRow[], readers: ReadonlyMap<string, TemplateReader>, loading: Loading, defaults: SourceDefaults | undefined): Made {
  const all = new Made()
  for (const { template, cells } of rows) {
    const reader = readers.get(template)
    const interpreter = INTERPRETERS[template]
    if (!reader || !interpreter) throw new Error(`No rows of a template ${template} can be loaded.`)
    const parsed = parseRow(reader, cells, false)
    if ('problems' in parsed) { all.problems.push(...parsed.problems); continue }
    const made = new Made()
    interpreter({ row: parsed.row, loading, made, defaults })
    made.notes.push(...parsed.warnings)
    all.join(made)
  }
  return all
}
