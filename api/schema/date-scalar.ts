import { GraphQLError, Kind } from 'graphql'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import type { Builder } from './builder.ts'

/** ISO 8601 days only; 30 February is refused before a question is asked. */
export function defineDate(builder: Builder): void {
  builder.scalarType('Date', {
    description: 'A day, ISO 8601 (2026-11-23). A date known to the month or the year is its first day, with the precision in a field of its own.',
    serialize: (value) => value,
    parseValue: dayFrom,
    parseLiteral: (node) => dayFrom(node.kind === Kind.STRING ? node.value : undefined),
  })
}

function dayFrom(value: unknown): string {
  const date = typeof value === 'string' ? parseImpreciseDate(value) : undefined
  if (date?.precision !== 'day') throw new GraphQLError('A Date is a day such as 2026-11-23.', { extensions: { code: 'BAD_INPUT' } })
  return date.text
}
