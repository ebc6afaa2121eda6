import { createHash } from 'node:crypto'
import type { Preset } from '../preset.ts'
import { readCsv } from './csv.ts'
import type { Encoding } from './encoding.ts'
import { decoded, EncodingScan } from './encoding.ts'
import { gunzipped, isGzip } from './gunzip.ts'
import type { InputFile } from './input-file.ts'
import { unreadable } from './input-file.ts'
import { readJson } from './json.ts'
import type { OpenedFile } from './opened-file.ts'
import { isZip, readXlsx } from './xlsx.ts'

/** What a first look at a file tells: its hash, how it is packed and written. */
export interface ScannedFile { readonly file: InputFile; readonly sha256: string; readonly packing: 'gzip' | 'zip' | 'none'; readonly encoding: Encoding | undefined }

/** Reads all bytes once. @throws KnownError FILE_UNREADABLE for an empty file, a bomb, bytes that are no text */
export async function scanFile(file: InputFile): Promise<ScannedFile> {
  const hash = createHash('sha256')
  let start: Uint8Array | undefined
  let size = 0
  for await (const chunk of file.bytes()) {
    start ??= chunk
    hash.update(chunk)
    size += chunk.length
  }
  if (!start || size === 0) throw unreadable(file.name, 'it is empty')
  const sha256 = hash.digest('hex')
  if (isZip(start)) return { file, sha256, packing: 'zip', encoding: undefined }
  const packing = isGzip(start) ? 'gzip' : 'none'
  const scan = new EncodingScan()
  for await (const chunk of unpacked(file, packing)) scan.push(chunk)
  return { file, sha256, packing, encoding: scan.verdict(file.name) }
}

const unpacked = (file: InputFile, packing: 'gzip' | 'none'): AsyncIterable<Uint8Array> => (packing === 'gzip' ? gunzipped(file.name, file.bytes()) : file.bytes())

/** Opens a scanned file for one pass over its rows. */
export async function openFile({ file, packing, encoding }: ScannedFile, format: Preset['format'], known: readonly string[]): Promise<OpenedFile> {
  if (packing === 'zip') {
    if (format !== 'table') throw unreadable(file.name, 'this preset reads JSON, not a workbook')
    return readXlsx(file)
  }
  const text = decoded(file.name, unpacked(file, packing), encoding ?? 'utf-8')
  if (format === 'table') return readCsv(file.name, text, known)
  return readJson(file.name, text, format)
}
