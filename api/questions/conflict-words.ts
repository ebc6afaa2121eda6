import type { Disagreement } from '#analytics/ownership-view.ts'
import type { Conflict } from './answers.ts'
import type { Asked } from './asked.ts'

/** Statements that cannot all be true, worded without taking a side; what the numbers did with them is said. */
export function conflictAnswer(asked: Asked, disagreement: Disagreement): Conflict {
  return {
    target: asked.idOf(disagreement.target), kind: disagreement.kind, sentence: sentenceOf(asked, disagreement),
    statements: disagreement.statements.map(asked.view.snapshot.keyOf),
  }
}

function sentenceOf({ view, nameOf }: Asked, { kind, target, statements, sum }: Disagreement): string {
  const held = nameOf(target)
  const holders = [...new Set(statements.map((statement) => nameOf(view.canonical[view.snapshot.statements.from[statement]!]!)))].join(', ')
  switch (kind) {
    case 'different figures': return `Sources of the same time give different figures for what ${holders} holds in ${held}; the range from the lowest to the highest is used.`
    case 'more than 100 %': return `What ${holders} are stated to hold in ${held} adds up to at least ${((sum ?? 0) * 100).toFixed(1)} %; lower bounds were cut in proportion.`
    case 'different full parents': return `Different holders are each stated to control ${held}: ${holders}.`
    case 'indirect beside direct': return `${holders} is stated to hold ${held} indirectly, and there is no room for it beside the direct holders; it is not added.`
  }
}
