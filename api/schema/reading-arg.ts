import type { ArgBuilder } from '@pothos/core'
import type { SchemaTypes } from './builder.ts'
import type { Enums } from './enums.ts'

/** How dates known to the month or the year are read; the same argument on every question that has a date. */
export const readingArg = (arg: ArgBuilder<SchemaTypes>, { reading }: Enums) =>
  arg({ type: reading, defaultValue: 'EARLIEST', description: 'Dates known to the month or the year are read at the first or at the last day they can mean.' })
