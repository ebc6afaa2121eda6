import { bad } from '../../parse/cell.ts'
import { place } from '../places.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, propertiesOf, reference } from './row-context.ts'

/** A row of "twinnings": two places that call each other sister, twin or partner. Which of the two a list names first says nothing. */
export function twinningRow(context: RowContext): void {
  const { loading, made } = context
  const claim = claimOf(context, 'TWINNED_WITH')
  const one = place(reference(context, 'place'), 'place', loading, made)
  const other = place(reference(context, 'partner'), 'partner', loading, made)
  if (!claim || !one || !other) return
  if (one.id === other.id) return void made.problem(bad('partner', 'SELF_REFERENCE', 'A place is no twin of itself.', other.name).problem)
  const [first, second] = one.id < other.id ? [one, other] : [other, one]
  made.state('TWINNED_WITH', first.id, second.id, claim, propertiesOf(context, 'TWINNED_WITH'))
}
