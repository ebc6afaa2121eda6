import type { NodeValue, SourceNode } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { Context } from '../context.ts'
import { derivedFields } from './derived-fields.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import { statementSentence } from './statement-sentence.ts'

/** Fields of the contract that are not plain properties; they win over a property of the same name. */
const OWN = ['key', 'type', 'from', 'to', 'interest', 'source', 'sentence']

/** One type for every kind of statement: what the model declares, whose word it is, and the sentence. */
export function defineStatement(api: Api): void {
  const { refs, types, enums } = api
  refs.statement.implement({
    description: types.statement.doc,
    fields: (t) => ({
      ...derivedFields(
        api,
        t,
        types.statement.fields.filter(({ name }) => !OWN.includes(name)),
      ),
      key: t.exposeID('key', { description: 'Hash of what is stated and by whom; the same in every copy of the data.' }),
      type: t.expose('type', { type: enums.relation }),
      from: t.field({
        type: refs.node,
        description: 'Who or what the statement is about.',
        resolve: ({ from }, _args, context) => present(context, from),
      }),
      to: t.field({ type: refs.node, resolve: ({ to }, _args, context) => present(context, to) }),
      interest: t.string({
        nullable: true,
        description: 'Kind of interest, for OWNS.',
        resolve: (statement) => (statement.type === 'OWNS' ? statement.interest : undefined),
      }),
      source: t.field({ type: kindRef(api, 'Source'), resolve: ({ sourceId }, _args, context) => present(context, sourceId) }),
      sentence: t.string({
        description: 'The claim in words, by grade: who is registered, stated, reported or said to hold what.',
        resolve: (statement, _args, context) => sentenceOf(statement, context),
      }),
    }),
  })
}

/** A stored statement in words, with the names of what it is about. */
export async function sentenceOf(statement: StoredStatement, context: Context): Promise<string> {
  const [from, to, source] = await Promise.all([present(context, statement.from), present(context, statement.to), context.load.node(statement.sourceId)])
  return statementSentence(statement, from, to, source?.label === 'Source' ? (source satisfies SourceNode) : undefined)
}

const present = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when one is missing
