import { describe, expect, it } from 'vitest'
import type { PresetOutput } from '#datasets/run-preset.ts'
import { sourceFolder } from '../../source-files.ts'
import { PRESET_FILES, outputsOf } from './preset-files.ts'

/** What the golden file fixes: counts that add up, every reject with its reason, rows by template, and the first row of each. */
function summary({ name, read, loaded, rejected, skipped, notes, rows }: PresetOutput) {
  const templates = [...new Set(rows.map(({ template }) => template))]
  return {
    file: name, read, loaded, rejected, skipped, notes,
    rows: Object.fromEntries(templates.map((template) => {
      const list = rows.filter((row) => row.template === template)
      return [template, { count: list.length, first: list[0]!.cells }]
    })),
  }
}
/** The extracts are always read; the publishers' files too wherever they are. */
const PLACES = sourceFolder() === undefined ? (['extracts'] as const) : (['extracts', 'sources'] as const)

describe.each(PLACES)('presets over %s', (from) => {
  it.each(PRESET_FILES.map((each) => [each.preset.id, each] as const))('%s: every row read is loaded, rejected or skipped, as on record', async (id, files) => {
    const outputs = outputsOf(files, from)!
    for (const { read, loaded, rejected, skipped } of outputs) {
      const rowsRejected = new Set(rejected.map(({ row }) => row)).size
      expect(loaded + rowsRejected + Object.values(skipped).reduce((sum, n) => sum + n, 0)).toBe(read)
    }
    await expect(`${JSON.stringify(outputs.map(summary), null, 1)}\n`).toMatchFileSnapshot(`golden/${id}.${from}.json`)
  })
})
