import { KnownError } from '#model/known-error.ts'
import { MODEL } from '#model/model.ts'
import type { JsonRecord } from '../exports/answer-parts.ts'
import { csvFile } from '../exports/export-file.ts'
import { EXPORTED, refuseInferred } from '../exports/export-request.ts'
import { readAtlas } from '../read-atlas.ts'
import { buildSchema } from '../schema/build-schema.ts'
import { readSettings } from '../settings.ts'
import type { Asked } from './ask-arguments.ts'
import { USAGE, askArguments } from './ask-arguments.ts'
import { openFilledStore, todayOf } from './open-atlas.ts'
import type { FieldValue } from './put-question.ts'
import { askHere, askServer } from './put-question.ts'
import { inWords } from './render/in-words.ts'
import { runCommand } from './run-command.ts'

const FAILURES = ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']

/** The questions from a terminal. Exit code 0: an answer; 1: none, with the reason. */
async function ask(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    process.stdout.write(USAGE)
    return args.length === 0 ? 1 : 0
  }
  const asked = askArguments(args)
  if (asked.csv) {
    if (!EXPORTED.includes(asked.question)) throw new KnownError('BAD_SETTING', `--csv is for ${EXPORTED.join(', ')}.`)
    refuseInferred(asked)
  }
  const value = await answer(asked)
  if (asked.json) process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
  if (value === null || FAILURES.includes(String(value['__typename']))) {
    process.stderr.write(`${String(value?.['message'] ?? 'Nothing on record has that id.')}\n`)
    return 1
  }
  if (asked.csv) process.stdout.write(csvFile(value as JsonRecord, asked)) // JSON, as it came
  else if (!asked.json) process.stdout.write(`${inWords(asked, value)}\n`)
  return 0
}

async function answer(asked: Asked): Promise<FieldValue> {
  const settings = readSettings()
  try {
    const store = await openFilledStore(settings, (line) => process.stderr.write(`${line}\n`))
    try {
      return await askHere(buildSchema(MODEL), await readAtlas(store, todayOf(settings)), asked)
    } finally {
      await store.close()
    }
  } catch (error) {
    const url = error instanceof KnownError && error.code === 'STORE_LOCKED' ? error.details['url'] : undefined
    if (typeof url !== 'string') throw error
    return askServer(url, asked)
  }
}

await runCommand(ask)
