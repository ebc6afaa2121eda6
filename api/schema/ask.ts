import { performance } from 'node:perf_hooks'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { Cancelled } from '#analytics/parts/cancellation.ts'
import type { Outcome, TimedArgs } from '../questions/answers.ts'
import { OUT_OF_TIME } from '../questions/refused.ts'
import { MAX_FIRST, MAX_TEXT } from './bad-input.ts'
import type { Failure } from './results.ts'

/** Asks one question within the time of the request: it is told when that ends, nothing is computed after it, no late answer is handed out. */
export function ask<A extends object, T>(context: Context, question: (args: A & TimedArgs) => Outcome<T>, args: A): T | Failure {
  const unusable = unusableArgument(args)
  if (unusable) return unusable
  if (performance.now() > context.deadline) return OUT_OF_TIME
  context.work.asked++
  const outcome = question({ ...composed(args), deadline: context.deadline })
  if (performance.now() > context.deadline) return OUT_OF_TIME
  return outcome.kind === 'Answer' ? outcome.value : outcome
}

/** Ids and names as they are stored: letters and their accents in one character (NFC), in whatever form a keyboard or a file name wrote them. */
function composed<A extends object>(args: A): A {
  const one = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC') : Array.isArray(value) ? value.map(one) : value)
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, one(value)])) as A // strings stay strings
}

/** Something costly behind a field, computed when a reader opens it. @throws GraphQLError OUT_OF_TIME after the deadline */
export function open<T>(context: Context, compute: () => T): T {
  if (performance.now() > context.deadline) throw tooLate()
  context.work.asked++
  try {
    return compute()
  } catch (thrown) {
    throw thrown instanceof Cancelled ? tooLate() : thrown
  }
}
const tooLate = (): GraphQLError => new GraphQLError(OUT_OF_TIME.message, { extensions: { code: 'OUT_OF_TIME' } })

function unusableArgument(args: object): Failure | undefined {
  for (const [field, value] of Object.entries(args)) {
    if (field === 'first' && typeof value === 'number' && (value < 1 || value > MAX_FIRST)) return invalid(field, `first is ${value}`, `Ask for 1 to ${MAX_FIRST} rows.`)
    for (const text of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (typeof text === 'string' && (text.length === 0 || text.length > MAX_TEXT))
        return invalid(field, text.length === 0 ? 'empty' : 'too long', `Give an id such as unlocode:NLRTM, at most ${MAX_TEXT} characters.`)
    }
  }
  return undefined
}
const invalid = (field: string, reason: string, hint: string): Failure => ({ kind: 'InvalidInput', message: `${field} cannot be used: ${reason}. ${hint}`, field, reason, hint })
