/** Best total of any matching, by trying for the first free node every partner and none. */
export function slowMatching(size: number, pairs: readonly { readonly a: number; readonly b: number; readonly weight: number }[]): number {
  const best = (free: readonly number[]): number => {
    const [node, ...rest] = free
    if (node === undefined) return 0
    let total = best(rest)
    for (const { a, b, weight } of pairs) {
      const other: number = a === node ? b : b === node ? a : -1
      if (other !== node && rest.includes(other)) total = Math.max(total, weight + best(rest.filter((one) => one !== other)))
    }
    return total
  }
  return best(Array.from({ length: size }, (_, node) => node))
}

function permutations(list: readonly number[]): number[][] {
  return list.length === 0 ? [[]] : list.flatMap((first) => permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]))
}

/** Shapley–Shubik by writing down every order of the blocks. */
export function slowShapley(votes: readonly number[], isWinning: (sum: number) => boolean): number[] {
  const orders = permutations(votes.map((_, block) => block))
  const decisive = votes.map(() => 0)
  for (const order of orders) {
    let sum = 0
    const block = order.find((one) => isWinning((sum += votes[one]!)))
    if (block !== undefined) decisive[block]!++
  }
  return decisive.map((count) => count / orders.length)
}

/** Banzhaf by writing down every coalition as a list. */
export function slowBanzhaf(votes: readonly number[], isWinning: (sum: number) => boolean): number[] {
  const coalitions = votes.reduce<number[][]>((sets, _, block) => [...sets, ...sets.map((set) => [...set, block])], [[]])
  const sum = (set: readonly number[]) => set.reduce((total, block) => total + votes[block]!, 0)
  const swings = votes.map((_, block) => coalitions.filter((set) => set.includes(block) && isWinning(sum(set)) && !isWinning(sum(set.filter((other) => other !== block)))).length)
  const all = swings.reduce((total, count) => total + count, 0)
  return swings.map((count) => (all === 0 ? 0 : count / all))
}

/**
 * Network control of one actor by following every path downwards on its own, each with its product of control shares.
 * `counts(from, to)` says which arcs are left after circles were cleared.
 */
export function slowNetworkControl(share: readonly (readonly number[])[], value: readonly number[], actor: number): number {
  const size = share.length
  const majority = (held: number) => share.findIndex((row) => row[held]! > 0.5)
  const control = share.map((row, holder) => row.map((held, target) => (majority(target) < 0 ? held : majority(target) === holder ? 1 : 0)))
  const reach = control.map((_, start) => {
    const seen = new Set<number>()
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) control[node]!.forEach((amount, target) => { if (amount > 0 && !seen.has(target)) { seen.add(target); open.push(target) } })
    return seen
  })
  const layer = new Array<number>(size).fill(Infinity)
  layer[actor] = 0
  for (let step = 0; step < size; step++) for (let node = 0; node < size; node++) if (layer[node] === step) control[node]!.forEach((amount, target) => { if (amount > 0) layer[target] = Math.min(layer[target]!, step + 1) })
  const counts = (from: number, to: number) => control[from]![to]! > 0 && (!reach[to]!.has(from) || layer[to]! > layer[from]!)
  const walk = (node: number, product: number): number => control[node]!.reduce((sum, amount, target) => (counts(node, target) ? sum + product * amount * value[target]! + walk(target, product * amount) : sum), 0)
  return walk(actor, 1)
}
