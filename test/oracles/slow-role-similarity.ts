/** Every way to give each of `few` one of `many` of its own. */
function pairings(few: number, many: number, taken: readonly number[] = []): number[][] {
  if (taken.length === few) return [[...taken]]
  return Array.from({ length: many }, (_, one) => one).filter((one) => !taken.includes(one)).flatMap((one) => pairings(few, many, [...taken, one]))
}

/**
 * RoleSim with every pairing of neighbours written down: from all 1, `rounds` times. For at most about five neighbours.
 *
 * @param from one end of each edge, `to` the other; self-loops and further edges between two nodes say nothing
 */
export function slowRoleSimilarity(size: number, from: readonly number[], to: readonly number[], beta: number, rounds: number): number[][] {
  const joined = (node: number) => from.flatMap((one, edge) => (one === node ? [to[edge]!] : to[edge] === node ? [one] : [])).filter((other) => other !== node)
  const neighbours = Array.from({ length: size }, (_, node) => [...new Set(joined(node))])
  const written = new Map<string, number[][]>()
  const waysOf = (few: number, many: number) => {
    const known = written.get(`${few} of ${many}`) ?? pairings(few, many)
    written.set(`${few} of ${many}`, known)
    return known
  }
  const best = (similarity: readonly (readonly number[])[], few: readonly number[], many: readonly number[]) => {
    let most = 0
    for (const way of waysOf(few.length, many.length)) {
      let sum = 0
      for (let at = 0; at < few.length; at++) sum += similarity[few[at]!]![many[way[at]!]!]!
      if (sum > most) most = sum
    }
    return most
  }
  let similarity = neighbours.map(() => neighbours.map(() => 1))
  for (let round = 0; round < rounds; round++) {
    const next = neighbours.map(() => new Array<number>(size).fill(1))
    for (const [one, mine] of neighbours.entries()) {
      for (const [other, theirs] of neighbours.slice(0, one).entries()) {
        const [few, many] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine]
        next[one]![other] = next[other]![one] = many.length === 0 ? 1 : ((1 - beta) * best(similarity, few, many)) / many.length + beta
      }
    }
    similarity = next
  }
  return similarity
}
