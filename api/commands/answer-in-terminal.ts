import { KnownError } from '#model/known-error.ts'
import type { JsonRecord } from '../exports/answer-parts.ts'
import { csvFile } from '../exports/export-file.ts'
import { EXPORTED, refuseInferred } from '../exports/export-request.ts'
import type { Asked } from './ask-arguments.ts'
import { USAGE, askArguments } from './ask-arguments.ts'
import type { FieldValue } from './put-question.ts'
import { inWords } from './render/in-words.ts'

const FAILURES = ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']

export interface Terminal {
  /** Puts a question to the data. */
  readonly put: (asked: Asked) => Promise<FieldValue>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Text as a terminal may show it: nothing in it moves the cursor, changes colours or turns the direction of writing. */
const printable = (text: string): string => text.replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

/**
 * A question from a terminal: the answer on `out`; why there is none on `err`, in a sentence.
 *
 * @returns exit code 0: an answer; 1: none
 * @throws KnownError UNKNOWN_QUESTION or BAD_SETTING for arguments that cannot be used
 */
export async function answerInTerminal(args: readonly string[], { put, out, err }: Terminal): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    out(USAGE)
    return args.length === 0 ? 1 : 0
  }
  const asked = askArguments(args)
  if (asked.csv) {
    if (asked.json) throw new KnownError('BAD_SETTING', 'Give --json or --csv, not both.')
    if (!EXPORTED.includes(asked.question)) throw new KnownError('BAD_SETTING', `--csv is for ${EXPORTED.join(', ')}.`)
    refuseInferred(asked)
  }
  const value = await put(asked)
  if (asked.json) out(`${JSON.stringify(value, undefined, 2)}\n`)
  if (value === null || FAILURES.includes(String(value['__typename']))) {
    err(`${printable(String(value?.['message'] ?? 'Nothing on record has that id.'))}\n`)
    return 1
  }
  if (asked.csv) out(csvFile(value as JsonRecord, asked)) // JSON, as it came
  else if (!asked.json) out(`${printable(inWords(asked, value))}\n`)
  return 0
}
