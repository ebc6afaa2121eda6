import type { Snapshot } from '#analytics/record/snapshot.ts'
import { interestCode, typeCode } from './snapshot-codes.ts'

const [OWNS, OPERATES, MANAGES, BRAND_OF, SAME_AS] = [typeCode('OWNS'), typeCode('OPERATES'), typeCode('MANAGES'), typeCode('BRAND_OF'), typeCode('SAME_AS')] as const
const NOMINATOR = interestCode('nominator')

/**
 * The statements that can matter for who stands above a node, whatever their date: 1 for every stake in it and in what
 * stands above it, for who runs or brands those, for judgements, and for whom nominees hold. With these alone a view
 * answers about that node as with all. Time O(statements).
 */
export function statementsAbove({ statements, nodes }: Snapshot, target: number): Uint8Array {
  const { type, from, to, interest, count } = statements
  const above: number[][] = Array.from({ length: nodes.count }, () => [])
  for (let at = 0; at < count; at++) {
    if (type[at] === OWNS || type[at] === OPERATES || type[at] === MANAGES || type[at] === SAME_AS) above[to[at]!]!.push(from[at]!)
    if (type[at] === BRAND_OF || type[at] === SAME_AS) above[from[at]!]!.push(to[at]!)
  }
  const reached = new Uint8Array(nodes.count)
  const open = [target]
  reached[target] = 1
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const other of above[node]!) {
      if (reached[other] === 1) continue
      reached[other] = 1
      open.push(other)
    }
  }
  return Uint8Array.from(type, (code, at) => {
    if (code === SAME_AS || (code === OWNS && interest[at] === NOMINATOR)) return 1
    if (code === OWNS || code === OPERATES || code === MANAGES) return reached[to[at]!]!
    return code === BRAND_OF ? reached[from[at]!]! : 0
  })
}
