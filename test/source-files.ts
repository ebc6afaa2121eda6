import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.env['MIRRORPOINT_SOURCES'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

/** Path of a publisher's file, `smdg/SMDG_Terminal_Code_List.csv`; undefined where the folder of sources is not there. */
export function sourceFile(name: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}
/** The folder of the publishers' files itself; undefined where it is not there. */
export const sourceFolder = (): string | undefined => (existsSync(folder) ? folder : undefined)
