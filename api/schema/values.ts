import { MEASURES } from '#model/code-lists.ts'
import type { Quantity } from '#model/values/quantity.ts'
import { derivedFields } from './derived-fields.ts'
import type { Api } from './refs.ts'

/** Values with parts: intervals, figures, and those the model brings (coordinates). */
export function defineValues(api: Api): void {
  const { builder, refs, types, enums } = api
  refs.interval.implement({
    description: 'A share or number known within bounds; shares are fractions 0–1.',
    fields: (t) => ({
      low: t.exposeFloat('low', { description: 'At least.' }),
      high: t.exposeFloat('high', { description: 'At most.' }),
      lowExclusive: t.exposeBoolean('lowExclusive', { description: 'More than low, not low itself.' }),
      highExclusive: t.exposeBoolean('highExclusive', { description: 'Less than high, not high itself.' }),
      statedOnly: t.exposeBoolean('statedOnly', { description: 'True when a source states the bounds, false when they were computed.' }),
    }),
  })
  builder.objectRef<Quantity>('Quantity').implement({
    description: 'A figure of a site with its measure, unit and year.',
    fields: (t) => ({
      amount: t.exposeFloat('amount'),
      unit: t.exposeString('unit', { description: 'homes, TEU/year, MW, m2, …' }),
      measure: t.expose('measure', { type: enums.of(MEASURES) }),
      year: t.exposeInt('year', { nullable: true }),
    }),
  })
  for (const { name, doc, fields } of types.values) refs.values.get(name)?.implement({ description: doc, fields: (t) => derivedFields(api, t, fields) })
}
