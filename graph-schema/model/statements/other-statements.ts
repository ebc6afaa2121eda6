import { JUDGEMENTS } from '../code-lists.ts'
import { optional, required } from '../property.ts'
import { statementKind } from '../statement-kind.ts'
import { codeFrom, decimal, fraction, text, wholeNumber } from '../values/plain-values.ts'
import { flowPeriod } from '../values/flow-period.ts'
import { quantity } from '../values/quantity.ts'

const role = optional(text, 'Role as the source words it.')

export const Operates = statementKind({
  name: 'OPERATES', from: ['Organisation'], to: ['Site'], label: 'operates',
  doc: 'Runs a site. Says nothing about who owns land or building.',
  properties: { role },
})
export const Manages = statementKind({
  name: 'MANAGES', from: ['Organisation'], to: ['Site'], label: 'manages',
  doc: 'Manages a site for its owner.',
  properties: { role },
})
export const BrandOf = statementKind({
  name: 'BRAND_OF', from: ['Brand'], to: ['Organisation'], label: 'is a brand of',
  doc: 'Brand or banner of an organisation.',
  properties: {},
})
export const SoldIn = statementKind({
  name: 'SOLD_IN', from: ['Brand'], to: ['Place', 'Site'], label: 'is sold in',
  doc: 'Presence of a brand in a place.',
  properties: {
    shelfShare: optional(fraction, 'Share of the shelf or of sales.'),
    stores: optional(wholeNumber, 'Number of shops.'),
  },
})
export const Supplies = statementKind({
  name: 'SUPPLIES', from: ['Organisation', 'Site', 'Place'], to: ['Organisation', 'Site', 'Brand', 'Place'], label: 'supplies',
  doc: 'Commercial flow, at the finest per month.',
  properties: {
    commodity: required(text, 'What flows.'),
    volume: optional(decimal, 'Volume per period.'),
    unit: optional(text, 'Unit of volume and capacity.'),
    period: optional(flowPeriod, 'Time the volume and the capacity are for.'),
    supplyShare: optional(fraction, 'Share of the receiver’s supply.', { column: 'share' }),
    flowCapacity: optional(decimal, 'Most that can flow per period.', { column: 'capacity' }),
  },
})
export const Finances = statementKind({
  name: 'FINANCES', from: ['Organisation'], to: ['Organisation', 'Site'], label: 'finances',
  doc: 'Loan, bond or guarantee.',
  properties: { instrument: optional(text, 'Kind of finance.'), amountBand: optional(text, 'Amount or band with its currency.') },
})
export const LocatedIn = statementKind({
  name: 'LOCATED_IN', from: ['Site'], to: ['Place'], label: 'is located in',
  doc: 'A site in a place, with a figure of it where the source gives one. Several sources or years stand side by side.',
  properties: { capacity: optional(quantity, 'Figure of the site: capacity, throughput, homes, area.') },
})
export const PartOf = statementKind({
  name: 'PART_OF', from: ['Place'], to: ['Place'], label: 'is part of',
  doc: 'A place inside a larger one.',
  properties: {},
})
export const SameAs = statementKind({
  name: 'SAME_AS', from: ['Organisation', 'Brand', 'Site', 'Place'], to: ['Organisation', 'Brand', 'Site', 'Place'], label: 'is judged to be',
  doc: 'A judgement about two records, never a rewrite: clusters are formed from “same” minus “different” and can be undone.',
  properties: {
    judgement: required(codeFrom(JUDGEMENTS), 'same, different or unsure.'),
    basis: required(text, 'Why.'),
    score: optional(fraction, 'Score of the matcher, if one made it.'),
  },
})
