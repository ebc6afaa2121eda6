import { KnownError } from '#model/known-error.ts'
import { loadDocument } from '../commands/load-document.ts'
import type { Json, JsonRecord } from '../exports/answer-parts.ts'
import { isList, isRecord } from '../exports/answer-parts.ts'
import { asAttachment, csvFile, jsonFile } from '../exports/export-file.ts'
import type { ExportRequest } from '../exports/export-request.ts'
import { EXPORTED, exportRequest } from '../exports/export-request.ts'
import { MAX } from '../limits/limits.ts'
import type { Answer } from './answer.ts'
import { JSON_TYPE, refusal } from './answer.ts'
import type { Endpoint } from './graphql-endpoint.ts'

const CSV_TYPE = 'text/csv; charset=utf-8; header=present'
const STATUS: Readonly<Record<string, number>> = { NotFound: 404, InvalidInput: 400, TooLarge: 400, Unavailable: 503, Withheld: 403 }

/** Who asks for a file. */
export interface ExportSender {
  readonly requestId: string
  /** Aborted when the reader has left. */
  readonly signal: AbortSignal
  /** Why the reader has to wait; looked at only for what names a file, so that a mistyped address costs nothing. */
  readonly turnedAway: () => Answer | undefined
}

/**
 * An answer as a file, by GET, so that a link can be shared: reads only, under the same limits as any question. Every
 * failure is a sentence and a status, never an empty file.
 */
export async function exportAnswer(url: string, endpoint: Endpoint, { requestId, signal, turnedAway }: ExportSender): Promise<Answer> {
  const [path = '', query = ''] = url.split(/\?(.*)/s, 2)
  let request: ExportRequest | undefined
  try {
    request = exportRequest(path, query)
  } catch (error) {
    if (error instanceof KnownError) return refusal(400, error.message)
    throw error
  }
  if (request === undefined) return refusal(404, `There is /export/<question>.csv and .json for ${EXPORTED.join(', ')}.`)
  const refused = turnedAway()
  if (refused) return plainly(refused)
  const { asked: { question, field, variables }, format, open } = request
  const answered = await endpoint.answer(JSON.stringify({ query: loadDocument(question), variables }), requestId, signal)
  const { data, errors } = said(answered)
  if (answered.status !== 200 || errors !== undefined) return plainly(answered.status === 200 ? { ...answered, status: 500 } : answered)
  const value = data?.[field]
  if (!isRecord(value)) return refusal(404, 'Nothing on record has that id.')
  const failure = STATUS[String(value['__typename'])]
  if (failure !== undefined) return refusal(failure, String(value['message']))
  const body = format === 'csv' ? csvFile(value, { question, variables, open }) : jsonFile(value, { question, variables, open })
  if (Buffer.byteLength(body) > MAX.answerBytes) return refusal(400, `The file would be larger than ${MAX.answerBytes / 1e6} MB. Ask for fewer rows.`)
  return { status: 200, type: format === 'csv' ? CSV_TYPE : JSON_TYPE, body, headers: { 'content-disposition': asAttachment({ question, variables }, format) } }
}

/** What the endpoint answers. */
const said = ({ body }: Answer): { readonly data?: JsonRecord | null; readonly errors?: Json } => JSON.parse(String(body)) as ReturnType<typeof said>

/** A refusal of the API as a sentence. */
const plainly = (answer: Answer): Answer => refusal(answer.status, messageOf(said(answer).errors), answer.headers)

function messageOf(errors: Json | undefined): string {
  const first = isList(errors) ? errors[0] : undefined
  return isRecord(first) ? String(first['message']) : 'This cannot be answered now.'
}
