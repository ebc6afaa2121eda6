import type { Preset, Problem, RawRecord, TemplateRow } from '#ingest/preset.ts'

/** What a preset made of one file; read = loaded + rejected + skipped. */
export interface PresetOutput {
  readonly name: string
  readonly rows: readonly TemplateRow[]
  readonly read: number
  readonly loaded: number
  readonly rejected: readonly Problem[]
  /** Reason → how many. */
  readonly skipped: Readonly<Record<string, number>>
  readonly notes: Readonly<Record<string, number>>
}

const count = (counts: Record<string, number>, key: string): void => { counts[key] = (counts[key] ?? 0) + 1 }

/** Runs a preset over the records of several files of one command: collects from all, then reads each. Rows count from 2, after the header. */
export function runPreset(preset: Preset, files: readonly { readonly name: string; readonly records: readonly RawRecord[] }[]): readonly PresetOutput[] {
  const run = preset.begin()
  if (run.collect) for (const { records } of files) for (const record of records) run.collect(record)
  return files.map(({ name, records }) => {
    const rows: TemplateRow[] = []
    const rejected: Problem[] = []
    const skipped: Record<string, number> = {}
    const notes: Record<string, number> = {}
    let loaded = 0
    records.forEach((record, i) => {
      const reading = run.read(record)
      if (reading.outcome === 'skipped') count(skipped, reading.reason)
      else if (reading.outcome === 'rejected') rejected.push(...reading.problems.map((problem) => ({ ...problem, row: i + 2 })))
      else {
        loaded++
        rows.push(...reading.rows)
        for (const note of reading.notes ?? []) count(notes, note)
      }
    })
    return { name, rows, read: records.length, loaded, rejected, skipped, notes }
  })
}
