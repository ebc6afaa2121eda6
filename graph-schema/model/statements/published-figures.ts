import { DOMAINS, FIGURE_MEASURES } from '../code-lists.ts'
import { optional, required } from '../property.ts'
import { statementKind } from '../statement-kind.ts'
import { codeFrom, decimal, fraction, text, wholeNumber } from '../values/plain-values.ts'

const definition = optional(text, 'What the publisher counts, in its own words.')
const year = optional(wholeNumber, 'Year of the figure; else that of asOf.')

/** The publisher is the subject: a place or site says nothing about itself. Kept apart from LOCATED_IN, whose figures are compared between sites. */
export const StatesFigure = statementKind({
  name: 'STATES_FIGURE', from: ['Source'], to: ['Place', 'Site'], label: 'states a figure about',
  doc: 'A figure a source publishes about a place or a site: all homes there are, jobs, days until a site is replaced. Commercial and public statistics only.',
  properties: {
    measure: required(codeFrom(FIGURE_MEASURES), 'What is stated.'),
    amount: required(decimal, 'Amount, in the unit.'),
    unit: required(text, 'homes, shops, sites, jobs, days, MW, TEU/year, … or a currency of ISO 4217.'),
    year,
    domain: optional(codeFrom(DOMAINS), 'Domain a total is for.'),
    definition,
  },
})
export const DependsOn = statementKind({
  name: 'DEPENDS_ON', from: ['Organisation'], to: ['Site', 'Organisation'], label: 'earns through',
  doc: 'Part of an organisation’s revenue that it states to earn through a site, or with another organisation.',
  properties: {
    revenueShare: required(fraction, 'Part of its revenue.'),
    year,
    definition,
  },
})
