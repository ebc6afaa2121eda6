import { csvColumns } from '#derive/csv-columns.ts'
import { MODEL } from '#model/model.ts'
import type { Template } from '#model/templates.ts'
import { TEMPLATES } from '#model/templates.ts'
import type { Preset, RawRecord, Reading } from './preset.ts'

/** Text of a cell; numbers and flags of JSON files as text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')

/** A file whose header already is a generic template: its cells pass as they are, other columns are left out. */
export function templatePreset(template: Template): Preset {
  const columns = csvColumns(MODEL, template)
  const names = columns.map(({ name }) => name)
  const read = (record: RawRecord): Reading => {
    const cells: Record<string, string> = {}
    let isEmpty = true
    for (const name of names) {
      const text = textOf(record[name])
      if (text === '' || text.trim() === '') continue
      cells[name] = text
      isEmpty = false
    }
    return isEmpty ? { outcome: 'skipped', reason: 'empty row' } : { outcome: 'rows', rows: [{ template: template.name, cells }] }
  }
  return {
    id: template.name, label: `Template: ${template.name}`, doc: template.doc, format: 'table', source: undefined,
    columns: columns.map(({ name, required, doc }) => ({ name, required, doc })),
    begin: () => ({ read }),
  }
}

export const TEMPLATE_PRESETS: readonly Preset[] = TEMPLATES.map(templatePreset)
