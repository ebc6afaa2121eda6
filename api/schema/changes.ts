import { GRADES } from '#model/code-lists.ts'
import type { Context } from '../context.ts'
import type { Change, ChangeKind, Changes } from '../questions/answers.ts'
import { dateText } from '../questions/date-words.ts'
import { ask } from './ask.ts'
import type { DefineConnection, Page } from './connection.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import type { DefineResult } from './results.ts'
import { shareText } from './statement-sentence.ts'
import { sentenceOf } from './statement.ts'

/** What began, ended or changed between two days, each with its statement. */
export function defineChanges({ builder, refs, enums }: Api, connection: DefineConnection, result: DefineResult): void {
  const change = builder.objectRef<Change>('Change').implement({
    description: 'Something that began, ended, or got another figure on a day.',
    fields: (t) => ({
      kind: t.expose('kind', { type: enums.changeKind }),
      on: t.expose('on', { type: 'Date' }),
      onPrecision: t.field({ type: enums.coded.get('DatePrecision')!, resolve: ({ onPrecision }) => onPrecision }),
      sentence: t.string({ description: 'When and what, and who says so.', resolve: sentence }),
      statement: t.field({ type: refs.statement, resolve: ({ statement }, _args, context) => loaded(context, statement) }),
      before: t.field({
        type: refs.statement,
        nullable: true,
        description: 'What was stated until then.',
        resolve: ({ before }, _args, context) => (before === undefined ? undefined : loaded(context, before)),
      }),
    }),
  })
  const answer = connection<Change, Page<Change> & Pick<Changes, 'basis'>>('Change', change, 'Changes, newest first.', {
    typeName: 'Changes', fields: (t) => ({ basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }) }),
  })
  builder.queryField('changes', (t) =>
    t.field({
      type: result(answer),
      description: 'What began, ended or changed its figure from one day to another, both included, newest first.',
      args: {
        from: t.arg({ type: 'Date', required: true }),
        to: t.arg({ type: 'Date', required: true }),
        place: t.arg.id(),
        organisation: t.arg.id(),
        first: t.arg.int({ defaultValue: 50 }),
        after: t.arg.string(),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { from, to, place, organisation, first, after, grades, reading }, context) => {
        const found = ask(context, context.atlas.questions.changes, {
          from,
          to,
          place: place ?? undefined,
          organisation: organisation ?? undefined,
          first: first ?? 50,
          after: after ?? undefined,
          grades: gradesArg(grades),
          reading: reading ?? undefined,
        })
        return 'items' in found ? pageOf(found) : found
      },
    }),
  )
}

const pageOf = ({ items, ...rest }: Changes): Page<Change> & Pick<Changes, 'basis'> => ({ ...rest, edges: items.map((node) => ({ cursor: node.id, node })) })
const loaded = async ({ load }: Context, key: string) => (await load.statements([key]))[0]! // statements() throws when it is missing

const WORDS: Readonly<Record<ChangeKind, string>> = { BEGAN: 'Begins', ENDED: 'Ends', CHANGED: 'Changes' }
async function sentence({ kind, on, onPrecision, statement, before }: Change, _args: object, context: Context): Promise<string> {
  const [now, earlier] = await Promise.all([loaded(context, statement), before === undefined ? undefined : loaded(context, before)])
  const figure = earlier?.type === 'OWNS' ? earlier.share ?? earlier.votes : undefined
  return `${WORDS[kind]} ${dateText(on, onPrecision)}${figure === undefined ? '' : ` (until then ${shareText(figure)})`}: ${await sentenceOf(now, context)}`
}
