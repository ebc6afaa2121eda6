import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import type { RawRecord } from '#ingest/preset.ts'
import { KnownError } from '#model/known-error.ts'

/** The files as their publishers wrote them, in the folder named by MIRRORPOINT_SOURCES; needed only to make rows anew. */
export class SourceFiles {
  private readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }

  private text(name: string): string {
    const path = join(this.folder, name)
    if (!existsSync(path))
      throw new KnownError(
        'FILE_UNREADABLE',
        `${name} is not in the folder named by MIRRORPOINT_SOURCES; fetch it from its publisher, see datasets/README.md.`,
        { name },
      )
    const bytes = readFileSync(path)
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  }
  /** Records of a CSV file, header → cell. */
  table(name: string): readonly RawRecord[] {
    return Papa.parse<Record<string, string>>(this.text(name), { header: true, skipEmptyLines: 'greedy' }).data
  }
  /** Elements of a JSON list. */
  list(name: string): readonly RawRecord[] {
    return JSON.parse(this.text(name)) as readonly RawRecord[] // a list by its format; presets check every element
  }
  /** Features of a GeoJSON collection. */
  features(name: string): readonly RawRecord[] {
    return (JSON.parse(this.text(name)) as { readonly features: readonly RawRecord[] }).features // as above
  }
}
