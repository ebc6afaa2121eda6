import type { NodeColumns, StatementColumns } from '#analytics/record/snapshot.ts'
import { sameRecords } from './same-records.ts'

/**
 * Gives every record the protected class of any record it is judged to be the same as: a second, harmless record of a
 * hospital is a hospital. Of several classes the first in the list stands for all. Works in place; time O(records + statements).
 */
export function spreadProtection({ count, protectedClass }: NodeColumns, statements: StatementColumns): void {
  if (!protectedClass.some((one) => one !== 0)) return
  const rootOf = sameRecords(count, statements)
  const classOfRoot = new Map<number, number>()
  for (let node = 0; node < count; node++) {
    const one = protectedClass[node]!
    const known = classOfRoot.get(rootOf(node)) ?? 0
    if (one !== 0 && (known === 0 || one < known)) classOfRoot.set(rootOf(node), one)
  }
  for (let node = 0; node < count; node++) protectedClass[node] = classOfRoot.get(rootOf(node)) ?? 0
}
