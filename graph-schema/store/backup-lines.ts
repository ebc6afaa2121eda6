import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { KnownError } from '#model/known-error.ts'
import { MODEL_VERSION } from '#model/model.ts'
import type { NodeLabel, StatementType } from '#model/model.ts'
import type { Stored } from '#model/record.ts'
import { SetChecksum } from './graph-checksum.ts'
import type { StoreRecord } from './graph-store.ts'
import { NODE_LABELS } from './registry/node-statements.ts'
import { STATEMENT_TYPES } from './registry/relationship-statements.ts'

export const BACKUP_FORMAT = 'mirrorpoint-backup/1'
/** Characters of a line: a record with thousands of aliases takes a hundredth of it. */
const LONGEST_LINE = 1 << 24

/** One record as one line: properties in order of name, so that equal records are equal lines. */
export function backupLine(record: StoreRecord): string {
  const properties = Object.fromEntries(Object.entries(record.properties).sort(([a], [b]) => (a < b ? -1 : 1)))
  return 'node' in record
    ? JSON.stringify({ node: record.node, properties })
    : JSON.stringify({ statement: record.statement, from: record.from, to: record.to, properties })
}

/**
 * Records of a backup file, checked as they are read. The counts and the checksum stand in its last line, so a file is
 * only known to be whole once all of it has been read.
 * @throws KnownError BACKUP_DAMAGED, FILE_UNREADABLE (no such file, or of another version of the model)
 */
export async function* readBackup(path: string): AsyncIterable<StoreRecord> {
  const checksum = new SetChecksum()
  const seen = { nodes: 0, statements: 0 }
  let number = 0
  let trailer: Readonly<Record<string, unknown>> | undefined
  for await (const line of linesOf(path)) {
    number++
    const content = parsed(line, path, number)
    if (number === 1) checkHeader(content, path)
    else if (trailer !== undefined) throw damaged(path, number, 'goes on after its last line')
    else if (content['end'] === true) trailer = content
    else {
      const record = asRecord(content, path, number)
      checksum.add(line)
      seen['node' in record ? 'nodes' : 'statements']++
      yield record
    }
  }
  if (trailer === undefined) throw damaged(path, number, 'ends early')
  if (trailer['nodes'] !== seen.nodes || trailer['statements'] !== seen.statements || trailer['checksum'] !== checksum.digest()) {
    throw damaged(path, number, 'does not have the content its last line states')
  }
}

// Split by hand: the line reader of Node also breaks at U+2028, which may stand inside a name.
async function* linesOf(path: string): AsyncIterable<string> {
  const file = createReadStream(path)
  const text = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file // an error ends the loop below, too
  let begun: string[] = [] // parts of a line that has not ended
  let length = 0
  try {
    for await (const chunk of text.setEncoding('utf8')) {
      const [first = '', ...others] = String(chunk).split('\n')
      begun.push(first)
      length += first.length
      if (length > LONGEST_LINE) throw damaged(path, undefined, `has a line of more than ${LONGEST_LINE.toLocaleString('en')} characters`)
      if (others.length === 0) continue
      const last = others.pop() ?? ''
      yield begun.join('')
      yield* others
      begun = [last]
      length = last.length
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof KnownError) throw error
    if (String(error.code).startsWith('Z_')) throw damaged(path, undefined, 'cannot be decompressed', error)
    throw new KnownError('FILE_UNREADABLE', `The file ${path} cannot be read: ${error.message}.`, { path }, { cause: error })
  } finally {
    text.destroy()
  }
  const rest = begun.join('')
  if (rest !== '') yield rest
}

function parsed(line: string, path: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(line)
    if (typeof content === 'object' && content !== null) return content as Readonly<Record<string, unknown>>
  } catch (error) {
    throw damaged(path, number, 'has a line that cannot be read', error)
  }
  throw damaged(path, number, 'has a line that cannot be read')
}

function checkHeader({ format, modelVersion }: Readonly<Record<string, unknown>>, path: string): void {
  if (format !== BACKUP_FORMAT) throw damaged(path, 1, `does not begin with the format ${BACKUP_FORMAT}`)
  if (modelVersion === MODEL_VERSION) return
  const age = Number(modelVersion) > MODEL_VERSION ? 'newer' : 'older'
  throw new KnownError(
    'FILE_UNREADABLE',
    `The backup ${path} was made with version ${String(modelVersion)} of the model, ${age} than version ${MODEL_VERSION} of this program. Restore it with the program it was made with.`,
    { path, modelVersion, known: MODEL_VERSION },
  )
}

function asRecord({ node, statement, from, to, properties }: Readonly<Record<string, unknown>>, path: string, number: number): StoreRecord {
  const isObject = typeof properties === 'object' && properties !== null
  if (isObject && (NODE_LABELS as readonly unknown[]).includes(node)) return { node: node as NodeLabel, properties: properties as Stored }
  if (isObject && (STATEMENT_TYPES as readonly unknown[]).includes(statement) && typeof from === 'string' && typeof to === 'string') {
    return { statement: statement as StatementType, from, to, properties: properties as Stored } // the store checks each property
  }
  throw damaged(path, number, 'has a line that is neither a node nor a statement')
}

const damaged = (path: string, line: number | undefined, problem: string, cause?: unknown): KnownError =>
  new KnownError('BACKUP_DAMAGED', `The backup ${path} ${problem}${line === undefined ? '' : ` (line ${line})`}. Use another copy.`, { path, line }, { cause })
