import type { RawRecord } from '../preset.ts'
import { unreadable } from './input-file.ts'
import { guardJson } from './json-guard.ts'
import type { FileRow, OpenedFile } from './opened-file.ts'

/** JSON is parsed as a whole; larger files belong into a table. */
const MAX_CHARACTERS = 256 << 20

/**
 * Records of a JSON list, of the list under `data` (as PeeringDB answers), or the features of a GeoJSON collection.
 * Row 1 is the first element.
 * @throws KnownError FILE_UNREADABLE for anything that is no such list or breaks a limit
 */
export async function readJson(file: string, chunks: AsyncIterable<string>, format: 'json' | 'geojson'): Promise<OpenedFile> {
  const text = await whole(file, chunks)
  guardJson(file, text)
  const list = listOf(file, parse(file, text), format)
  return { header: undefined, rows: rowsOf(list), notes: () => [] }
}

async function whole(file: string, chunks: AsyncIterable<string>): Promise<string> {
  const parts: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > MAX_CHARACTERS) throw unreadable(file, `it is longer than ${MAX_CHARACTERS} characters`)
    parts.push(chunk)
  }
  return parts.join('')
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw unreadable(file, 'it is no JSON') // the parser's message quotes the text, which may hold a name
  }
}

const isObject = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null && !Array.isArray(value)

function listOf(file: string, value: unknown, format: 'json' | 'geojson'): readonly unknown[] {
  if (format === 'geojson') {
    if (isObject(value) && value['type'] === 'FeatureCollection' && Array.isArray(value['features'])) return value['features'] as unknown[]
    throw unreadable(file, 'it is no GeoJSON FeatureCollection')
  }
  if (Array.isArray(value)) return value as unknown[]
  if (isObject(value) && Array.isArray(value['data'])) return value['data'] as unknown[]
  throw unreadable(file, 'it is no list of records')
}

async function* rowsOf(list: readonly unknown[]): AsyncGenerator<FileRow> {
  for (const [index, value] of list.entries()) {
    const row = index + 1
    yield isObject(value) ? { row, record: value } : { row, problem: { column: undefined, code: 'NOT_A_RECORD', hint: 'Every element of the list has to be an object.' } }
  }
}
