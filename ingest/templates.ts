import { csvColumns } from '#derive/csv-columns.ts'
import { MODEL } from '#model/model.ts'
import type { Template } from '#model/templates.ts'
import { TEMPLATES } from '#model/templates.ts'
import type { Preset, RawRecord, Reading, SourceDefaults } from './preset.ts'

/** Text of a cell; numbers and flags of JSON files as text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')

const ownList = (title: string): SourceDefaults => ({ title, publisher: '', kind: 'dataset' })
/** Lists that people keep themselves and that have no columns for a source are their own source, until a better one is named. */
const OWN_LIST: Readonly<Partial<Record<Template['name'], SourceDefaults>>> = {
  places: ownList('A list of places, loaded from a file'),
  organisations: ownList('A list of organisations, loaded from a file'),
  aliases: ownList('A list of reviewed names, loaded from a file'),
}

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
    id: template.name, label: `Template: ${template.name}`, doc: template.doc, format: 'table', source: OWN_LIST[template.name],
    columns: columns.map(({ name, required, doc }) => ({ name, required, doc })),
    begin: () => ({ read }),
  }
}

export const TEMPLATE_PRESETS: readonly Preset[] = TEMPLATES.map(templatePreset)
