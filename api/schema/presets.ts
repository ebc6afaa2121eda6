import type { Preset } from '#ingest/preset.ts'
import type { Api } from './refs.ts'

/** Formats that can be read, with their columns. */
export function definePresets({ builder }: Api): void {
  const column = builder.objectRef<Preset['columns'][number]>('PresetColumn').implement({
    description: 'A column a preset reads.',
    fields: (t) => ({ name: t.exposeString('name'), required: t.exposeBoolean('required'), doc: t.exposeString('doc') }),
  })
  const preset = builder.objectRef<Preset>('Preset').implement({
    description: 'A public format that can be read as it is, or a template to fill in.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Name on the command line.' }),
      label: t.exposeString('label'),
      doc: t.exposeString('doc'),
      format: t.exposeString('format', { description: 'table (CSV, XLSX), geojson or json.' }),
      columns: t.field({ type: [column], resolve: ({ columns }) => [...columns] }),
      publisher: t.string({ nullable: true, description: 'Who publishes files of this format; none for the templates.', resolve: ({ source }) => source?.publisher }),
      licence: t.string({ nullable: true, resolve: ({ source }) => source?.licence }),
    }),
  })
  builder.queryField('presets', (t) => t.field({ type: [preset], description: 'Formats that can be read.', resolve: (_root, _args, { atlas }) => [...atlas.presets] }))
}
