import { KnownError } from '#model/known-error.ts'
import { MODEL } from '#model/model.ts'
import { readAtlas } from '../read-atlas.ts'
import { buildSchema } from '../schema/build-schema.ts'
import { readSettings } from '../settings.ts'
import { answerInTerminal } from './answer-in-terminal.ts'
import type { Asked } from './ask-arguments.ts'
import { openFilledStore, todayOf } from './open-atlas.ts'
import type { FieldValue } from './put-question.ts'
import { askHere, askServer } from './put-question.ts'
import { runCommand } from './run-command.ts'

/** Asks the store in the data folder, or the server that holds it. */
async function put(asked: Asked): Promise<FieldValue> {
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

await runCommand((args) => answerInTerminal(args, { put, out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }))
