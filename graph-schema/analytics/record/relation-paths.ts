import type { Cancellation } from '../parts/cancellation.ts'
import type { OwnershipView } from './ownership-view.ts'
import { row } from '../parts/rows.ts'

/** One step down: from holder, operator, manager, supplier or organisation of a brand to what is held, run, supplied or branded. */
export interface RelationStep {
  readonly from: number
  readonly to: number
  /** Position in the types of the snapshot. */
  readonly type: number
  /** Statements behind the step, the one that gives the figure or is best supported first. */
  readonly statements: Int32Array
  /** Entry of the stakes for an ownership step, else −1. */
  readonly entry: number
}

export interface RelationPaths {
  /** Shortest first; of equal length by the nodes on the way. No node twice. */
  readonly paths: readonly (readonly RelationStep[])[]
  /** False when the bounds ended the search: there may be more. */
  readonly complete: boolean
}

export interface RelationPathOptions {
  /** Largest number of paths. */
  readonly limit?: number
  /** Largest number of steps tried: the number of paths can grow exponentially. */
  readonly maxSteps?: number
  /** Follow supply as well. */
  readonly supplies?: boolean
  readonly cancellation?: Cancellation | undefined
}

/** Every way down from a node, in order of the node reached. */
function stepsFrom(view: OwnershipView, from: number, supplies: boolean): RelationStep[] {
  const { stakes, stakeStatements, operations, brands, snapshot } = view
  const steps: RelationStep[] = []
  if (from < stakes.size) {
    const owns = snapshot.types.indexOf('OWNS')
    for (let at = stakes.holderStart[from]!; at < stakes.holderStart[from + 1]!; at++) {
      const entry = stakes.byHolder[at]!
      steps.push({ from, to: stakes.held[entry]!, type: owns, statements: row(stakeStatements, entry), entry })
    }
  }
  for (const links of supplies ? [operations, view.supplies] : [operations]) {
    for (const link of row(links.byFrom, from)) steps.push({ from, to: links.to[link]!, type: links.type[link]!, statements: row(links.statements, link), entry: -1 })
  }
  for (const link of row(brands.byTo, from)) steps.push({ from, to: brands.from[link]!, type: brands.type[link]!, statements: row(brands.statements, link), entry: -1 })
  return steps.sort((a, b) => a.to - b.to || a.type - b.type)
}

/** Steps from each node down to the target; absent where there is no way. Walks the relations upwards. */
function distancesTo(
  { stakes, operations, brands, ...view }: OwnershipView,
  target: number,
  supplies: boolean,
  cancellation: Cancellation | undefined,
): ReadonlyMap<number, number> {
  const distance = new Map([[target, 0]])
  const queue = [target]
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    const above: number[] = []
    if (node < stakes.size) for (let entry = stakes.heldStart[node]!; entry < stakes.heldStart[node + 1]!; entry++) above.push(stakes.holder[entry]!)
    for (const link of row(operations.byTo, node)) above.push(operations.from[link]!)
    if (supplies) for (const link of row(view.supplies.byTo, node)) above.push(view.supplies.from[link]!)
    for (const link of row(brands.byFrom, node)) above.push(brands.to[link]!)
    cancellation?.spend(5 * (1 + above.length)) // look-ups in a map
    for (const upper of above) {
      if (distance.has(upper)) continue
      distance.set(upper, distance.get(node)! + 1)
      queue.push(upper)
    }
  }
  return distance
}

/**
 * Everything `from` comes to hold, run or brand over any chain, however small the shares: where {@link relationPaths} has a
 * way. Itself only where a chain leads back.
 *
 * @throws Cancelled
 * Time and space O(relations below `from`).
 */
export function leadsTo(view: OwnershipView, from: number, { supplies = false, cancellation }: Pick<RelationPathOptions, 'supplies' | 'cancellation'> = {}): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const steps = stepsFrom(view, node, supplies)
    cancellation?.spend(20 * (1 + steps.length)) // sorted
    for (const { to } of steps) {
      if (found.has(to)) continue
      found.add(to)
      open.push(to)
    }
  }
  return found
}

/**
 * The ways by which `from` comes to hold, run or brand `to`: over ownership, operation, management and brands, shortest
 * first. Breadth first over partial paths; a step is taken only if the target can be reached from there.
 *
 * @throws Cancelled
 * @see Read & Tarjan (1975) for giving up what cannot reach the target. Time O(relations above the target + relations of the nodes on the way + maxSteps · length), space O(maxSteps · length).
 */
export function relationPaths(
  view: OwnershipView, from: number, to: number, { limit = 200, maxSteps = 50_000, supplies = false, cancellation }: RelationPathOptions = {},
): RelationPaths {
  const distance = distancesTo(view, to, supplies, cancellation)
  const paths: (readonly RelationStep[])[] = []
  if (from === to || !distance.has(from)) return { paths, complete: true }
  const ways = new Map<number, readonly RelationStep[]>()
  const waysFrom = (node: number) => {
    const found = ways.get(node)
    if (found !== undefined) return found
    const every = stepsFrom(view, node, supplies)
    cancellation?.spend(20 * every.length) // sorted
    const steps = every.filter((step) => distance.has(step.to))
    ways.set(node, steps)
    return steps
  }
  let partial: (readonly RelationStep[])[] = [[]]
  let taken = 0
  while (partial.length > 0) {
    const longer: (readonly RelationStep[])[] = []
    for (const path of partial) {
      for (const step of waysFrom(path[path.length - 1]?.to ?? from)) {
        cancellation?.spend(1 + path.length)
        if (step.to === from || path.some((before) => before.to === step.to)) continue
        if (taken++ >= maxSteps) return { paths, complete: false }
        const extended = [...path, step]
        if (step.to !== to) longer.push(extended)
        else if (paths.length >= limit) return { paths, complete: false }
        else paths.push(extended)
      }
    }
    partial = longer
  }
  return { paths, complete: true }
}
