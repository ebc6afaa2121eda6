import { BRAND_KINDS } from '../code-lists.ts'
import { identity, nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { codeFrom, text } from '../values/plain-values.ts'

export const Brand = nodeKind({
  name: 'Brand', plural: 'brands',
  doc: 'A consumer brand or the banner of a retail chain. A chain is also an organisation of that name, joined by BRAND_OF.',
  properties: {
    ...identity,
    kind: required(codeFrom(BRAND_KINDS), 'What it is.'),
    productClass: optional(text, 'Class of goods.'),
  },
})
