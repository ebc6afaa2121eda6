import { GRADES } from '#model/code-lists.ts'
import type { Parameter } from '../questions/answers.ts'
import type { Api } from './refs.ts'

/** How an answer was made: enough to make it again. */
export function defineBasis({ builder, refs, enums }: Api): void {
  const parameter = builder
    .objectRef<Parameter>('Parameter')
    .implement({ description: 'A parameter a method ran with.', fields: (t) => ({ name: t.exposeString('name'), value: t.exposeString('value') }) })
  refs.basis.implement({
    description: 'Method, date, grades and version behind an answer: enough to make it again.',
    fields: (t) => ({
      method: t.exposeString('method'),
      asOf: t.expose('asOf', { type: 'Date', description: 'The day the answer is for.' }),
      grades: t.field({ type: [enums.of(GRADES)], description: 'Grades of statements that were used.', resolve: ({ grades }) => [...grades] }),
      dataVersion: t.exposeString('dataVersion', { description: 'Changes whenever the data does.' }),
      parameters: t.field({ type: [parameter], resolve: ({ parameters }) => [...parameters] }),
      notes: t.field({ type: ['String'], description: 'What a reader should know before quoting it.', resolve: ({ notes }) => [...notes] }),
    }),
  })
}
