import type { Disagreement } from '#analytics/record/ownership-view.ts'
import type { Interval } from '#analytics/parts/interval.ts'
import { figureOf } from '#snapshot/pair-stake.ts'
import { reconciled } from '#snapshot/stated-interval.ts'
import type { Conflict, ConflictCode, ConflictSide } from './answers.ts'
import type { Asked } from './asked.ts'
import { percentText } from './interval-words.ts'

/** Statements that cannot all be true, worded without taking a side; what the numbers did with them is said. */
export function conflictAnswer(asked: Asked, disagreement: Disagreement): Conflict {
  return {
    target: asked.idOf(disagreement.target), kind: disagreement.kind, code: codeOf(disagreement), sentence: sentenceOf(asked, disagreement),
    statements: disagreement.statements.map(asked.view.snapshot.keyOf), bySource: sidesOf(asked, disagreement),
  }
}

function codeOf({ kind, disjoint }: Disagreement): ConflictCode {
  switch (kind) {
    case 'different figures': return disjoint === true ? 'DISJOINT_FIGURES' : 'OVERLAPPING_FIGURES'
    case 'more than 100 %': return 'MORE_THAN_ALL'
    case 'different full parents': return 'DIFFERENT_PARENTS'
    case 'indirect beside direct': return 'INDIRECT_BESIDE_DIRECT'
  }
}

/** What each source alone says, in order of its id. */
function sidesOf({ view: { snapshot, canonical }, idOf }: Asked, { statements: named }: Disagreement): ConflictSide[] {
  const { source, from, to, interest } = snapshot.statements
  const bySource = new Map<number, number[]>()
  for (const at of named) bySource.set(source[at]!, [...bySource.get(source[at]!) ?? [], at])
  return [...bySource].filter(([node]) => node >= 0).map(([node, own]) => {
    const pairs = new Set(own.map((at) => `${canonical[from[at]!]!} ${canonical[to[at]!]!}`))
    const figures = pairs.size > 1 ? [] : own.flatMap((at) => figureOf(snapshot, at, interest[at]!) ?? [])
    const interval: Interval | undefined = figures.length === 0 ? undefined : { ...reconciled(figures).interval, statedOnly: true }
    return { source: idOf(node), interval, statements: own.map(snapshot.keyOf) }
  }).sort((a, b) => (a.source < b.source ? -1 : 1))
}

function sentenceOf({ view, nameOf }: Asked, { kind, target, statements, sum }: Disagreement): string {
  const held = nameOf(target)
  const named = [...new Set(statements.map((statement) => nameOf(view.canonical[view.snapshot.statements.from[statement]!]!)))]
  const holders = named.join(', ')
  switch (kind) {
    case 'different figures':
      return `Sources of the same time give different figures for what ${holders} holds in ${held}; the range from the lowest to the highest is used.`
    case 'more than 100 %':
      return `What ${holders} ${named.length === 1 ? 'is' : 'are'} stated to hold in ${held} adds up to at least ${percentText(sum ?? 0)}; lower bounds were cut in proportion.`
    case 'different full parents':
      return `Different holders are each stated to control ${held}: ${holders}.`
    case 'indirect beside direct':
      return `${nameOf(view.canonical[view.snapshot.statements.from[statements[0]!]!]!)} is stated to hold ${held} indirectly, and there is no room for it beside the direct holders; it is not added.`
  }
}
