import type { Cancellation } from '#analytics/parts/cancellation.ts'
import type { Interval } from '#analytics/parts/interval.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { RelationStep } from '#analytics/record/relation-paths.ts'
import { relationPaths } from '#analytics/record/relation-paths.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import { shareAlong } from '#analytics/ownership/stake-paths.ts'
import type { Grade } from '#model/code-lists.ts'
import type { Path } from './answers.ts'

/** Shown behind a row; the question `paths` gives the rest. */
const PATHS_SHOWN = 5

/** The shortest ways from one node to another as answers. @throws Cancelled */
export const shortestPaths = (
  view: OwnershipView,
  from: number,
  to: number,
  options: { readonly limit?: number; readonly supplies?: boolean; readonly cancellation?: Cancellation } = {},
): Path[] => relationPaths(view, from, to, { limit: PATHS_SHOWN, ...options }).paths.map((steps) => pathAnswer(view, steps))

/**
 * A path with one statement per step, the judgements that join records on the way, the product of the shares where
 * every step is a stake, with what else states these shares, and the grade of its weakest statement.
 */
export function pathAnswer(view: OwnershipView, steps: readonly RelationStep[]): Path {
  const { snapshot } = view
  const links = steps.flatMap((step) => linksOf(view, step))
  const used = links.map(({ statement }) => statement)
  const product = productOf(view, steps)
  const figures = product === undefined ? [] : steps.flatMap((step) => figureBehind(view, step, used))
  const judgements = new Set<number>()
  const nodes = [links[0]!.from, ...links.map(({ to }) => to)]
  nodes.forEach((node, at) => {
    const before = at === 0 ? node : links[at - 1]!.records[1]
    const after = at === links.length ? node : links[at]!.records[0]
    for (const judgement of judgementsBetween(view, before, after)) judgements.add(judgement)
  })
  const weakest = [...used, ...figures, ...judgements].reduce((grade, statement) => Math.max(grade, snapshot.statements.grade[statement]!), 0)
  return {
    nodes: nodes.map((node) => snapshot.nodes.ids[node]!),
    statements: used.map(snapshot.keyOf),
    judgements: [...judgements].map(snapshot.keyOf),
    figures: figures.map(snapshot.keyOf),
    product,
    grade: snapshot.grades[weakest] as Grade, // the list is that of the model
  }
}

interface Link { readonly from: number; readonly to: number; readonly statement: number; readonly records: readonly [number, number] }

/** The links of a step: one, or two where a nominee stands between: the nominator's statement and what the nominee holds. */
function linksOf(view: OwnershipView, step: RelationStep): Link[] {
  const { snapshot: { statements, interests }, canonical } = view
  const [first] = step.statements
  const link = (from: number, to: number, statement: number): Link => ({ from, to, statement, records: recordsOf(view, step, statement) })
  const nominee = canonical[statements.from[first!]!]!
  if (step.entry < 0 || nominee === step.from) return [link(step.from, step.to, carrierOf(view, step))]
  const named = step.statements.find((statement) => interests[statements.interest[statement]! - 1] === 'nominator' && canonical[statements.to[statement]!] === nominee)
  return named === undefined ? [link(step.from, step.to, first!)] : [link(step.from, nominee, named), link(nominee, step.to, first!)]
}

/** The statement a step is shown by: the one with the figure, or what makes the majority where the share does not. */
function carrierOf({ stakes, snapshot: { statements, interests } }: OwnershipView, { entry, statements: behind }: RelationStep): number {
  const [figure] = behind
  if (entry < 0 || stakes.shareLow[entry]! > 0.5) return figure!
  const interest = (stakes.flags[entry]! & StakeFlag.CONSOLIDATES) !== 0 ? 'consolidation' : stakes.votesLow[entry]! > 0.5 ? 'voting' : undefined
  return behind.find((at) => interests[statements.interest[at]! - 1] === interest) ?? figure!
}

/** What states the share of a step whose own statement is about votes or control. */
function figureBehind({ stakes }: OwnershipView, { entry, statements: behind }: RelationStep, used: readonly number[]): number[] {
  const [figure] = behind
  return (stakes.flags[entry]! & StakeFlag.SHARE_UNKNOWN) !== 0 || used.includes(figure!) ? [] : [figure!]
}

/** The records a statement names, upper one first: a brand points up to its organisation. */
function recordsOf({ snapshot: { statements, types } }: OwnershipView, step: RelationStep, statement: number): readonly [number, number] {
  const [from, to] = [statements.from[statement]!, statements.to[statement]!]
  return types[step.type] === 'BRAND_OF' ? [to, from] : [from, to]
}

function productOf({ stakes }: OwnershipView, steps: readonly RelationStep[]): Interval | undefined {
  return steps.every(({ entry }) => entry >= 0) ? shareAlong(stakes, steps.map(({ entry }) => entry)) : undefined
}

/** Shortest chain of “same” judgements from one record to another of the same cluster. */
function judgementsBetween({ judgements, snapshot: { statements } }: OwnershipView, from: number, to: number): number[] {
  if (from === to) return []
  const cameBy = new Map<number, { readonly record: number; readonly judgement: number }>()
  const queue = [from]
  for (let next = 0; next < queue.length && !cameBy.has(to); next++) {
    const record = queue[next]!
    for (const judgement of judgements.get(record) ?? []) {
      const other = statements.from[judgement] === record ? statements.to[judgement]! : statements.from[judgement]!
      if (other === from || cameBy.has(other)) continue
      cameBy.set(other, { record, judgement })
      queue.push(other)
    }
  }
  const chain: number[] = []
  for (let step = cameBy.get(to); step !== undefined; step = step.record === from ? undefined : cameBy.get(step.record)) chain.unshift(step.judgement)
  return chain
}
