/** What a method or an oracle says about one world: named numbers; a missing name means "no number". */
export type Findings = Record<string, number>

/**
 * Compares a method with an oracle on every world and names each number that differs or that only one of them gives.
 * A test expects none, and then expects some from a method with a planted error, so that it cannot pass by looking away.
 */
export function differences<World extends { readonly seed: number }>(method: (world: World) => Findings, oracle: (world: World) => Findings, worlds: readonly World[], tolerance = 1e-9): string[] {
  const found: string[] = []
  for (const world of worlds) {
    const [ours, theirs] = [method(world), oracle(world)]
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const [one, other] = [ours[name], theirs[name]]
      if (one === undefined || other === undefined || !(Math.abs(one - other) <= tolerance)) found.push(`seed ${world.seed}: ${name} is ${one}, oracle ${other}`)
    }
  }
  return found
}
