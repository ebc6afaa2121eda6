import { MEASURES, codeOf } from '../code-lists.ts'
import type { Measure } from '../code-lists.ts'
import type { ValueType } from './value-type.ts'

/** A figure with its measure and unit: 12,594 homes held (2024); 2,700,000 TEU/year capacity. */
export interface Quantity { readonly amount: number; readonly unit: string; readonly measure: Measure; readonly year?: number }

/** Words for homes as a unit. */
const HOMES =
  /^(?:homes?|dwellings?|dwelling units|apartments?|flats?|households?|housing units|residential units|rental units|wohnungen|wohneinheiten|logements|viviendas|woningen|bostäder|lägenheter|boliger|mieszkania|abitazioni|alloggi)$/i
export const isHomesUnit = (unit: string): boolean => HOMES.test(unit.trim())

/** The measure a figure has when the row names none: homes and floor area say it themselves. */
export const measureOfUnit = (unit: string): Measure => (isHomesUnit(unit) ? 'homes' : /^(m2|sq ft|sqft)$/i.test(unit) ? 'area' : 'capacity')

export const quantity: ValueType<Quantity> = {
  name: 'quantity',
  doc: 'Amount with unit, what it measures and the year it is for.',
  stored: { '': 'float', Unit: 'string', Measure: 'string', Year: 'integer' },
  columns: [
    { suffix: '', doc: 'Amount, a number above 0.' },
    { suffix: '_unit', doc: 'homes, TEU/year, MW, m2, …' },
    { suffix: '_measure', doc: 'capacity, throughput, homes or area; homes for the unit homes or another word for it, area for m2, else capacity.' },
    { suffix: '_year', doc: 'Year of the figure.' },
  ],
  api: { '': 'Quantity' },
  encode: ({ amount, unit, measure, year }) => ({ '': amount, Unit: unit, Measure: measure, ...(year === undefined ? {} : { Year: year }) }),
  decode: (parts) => {
    const amount = parts['']
    if (typeof amount !== 'number') return undefined
    const unit = String(parts['Unit'] ?? '')
    const measure = codeOf(MEASURES, String(parts['Measure'] ?? '')) ?? measureOfUnit(unit)
    return { amount, unit, measure, ...(typeof parts['Year'] === 'number' ? { year: parts['Year'] } : {}) }
  },
}
