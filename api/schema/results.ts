import type { ObjectRef } from '@pothos/core'
import type { Outcome } from '../questions/answers.ts'
import type { SchemaTypes } from './builder.ts'
import type { Api } from './refs.ts'

export type Failure = Exclude<Outcome<never>, { kind: 'Answer' }>
type FailureKind = Failure['kind']
type FailureOf<K extends FailureKind> = Extract<Failure, { kind: K }>
const KINDS: readonly FailureKind[] = ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']

const isFailure = (value: object): value is Failure => 'kind' in value && KINDS.some((kind) => kind === value.kind)

/** Expected failures are members of a union, so that a client has to look at them. */
export function defineResults({ builder }: Api) {
  const failure = <K extends FailureKind>(kind: K) => builder.objectRef<FailureOf<K>>(kind)
  const refs = {
    NotFound: failure('NotFound'),
    InvalidInput: failure('InvalidInput'),
    TooLarge: failure('TooLarge'),
    Unavailable: failure('Unavailable'),
    Withheld: failure('Withheld'),
  }
  const message = 'For people, with the next step.'
  refs.NotFound.implement({ description: 'An id names nothing on record.', fields: (t) => ({ message: t.exposeString('message', { description: message }) }) })
  refs.TooLarge.implement({ description: 'The answer would be larger than allowed.', fields: (t) => ({ message: t.exposeString('message', { description: message }) }) })
  refs.Unavailable.implement({
    description: 'Not answered now: out of time, or the data cannot be reached.',
    fields: (t) => ({ message: t.exposeString('message', { description: message }) }),
  })
  refs.InvalidInput.implement({
    description: 'An argument cannot be used.',
    fields: (t) => ({
      message: t.exposeString('message', { description: message }),
      field: t.exposeString('field', { description: 'The argument.' }),
      reason: t.exposeString('reason', { description: 'Why, in few words.' }),
      hint: t.exposeString('hint', { description: 'What would work.' }),
    }),
  })
  refs.Withheld.implement({
    description: 'Known and not shown, with the rule that says so.',
    fields: (t) => ({ message: t.exposeString('message', { description: message }), reason: t.exposeString('reason'), rule: t.exposeString('rule') }),
  })
  return <T extends object>(answer: ObjectRef<SchemaTypes, T>, failures: readonly FailureKind[] = ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable']) =>
    builder.unionType(`${answer.name}Result`, {
      description: `${answer.name}, or why not.`,
      types: [answer, ...failures.map((kind) => refs[kind])] as ObjectRef<SchemaTypes, T | Failure>[], // a union of the parents
      resolveType: (value: T | Failure) => (isFailure(value) ? value.kind : answer.name),
    })
}
export type DefineResult = ReturnType<typeof defineResults>
