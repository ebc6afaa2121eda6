import { optional } from '../property.ts'
import { statementKind } from '../statement-kind.ts'
import { text } from '../values/plain-values.ts'

/** Existing ties are history, never points in a ranking. */
export const TwinnedWith = statementKind({
  name: 'TWINNED_WITH', from: ['Place'], to: ['Place'], label: 'is twinned with',
  doc: 'Two places that call each other sister, twin or partner. Holds both ways; the id that comes first in the alphabet stands first.',
  properties: { tie: optional(text, 'Kind of tie as the source words it.') },
})
