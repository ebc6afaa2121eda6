/** Names close to a misspelt one, nearest first, at most two; none when nothing is close. Time O(names · length²). */
export function nearest(wrong: string, names: readonly string[]): string[] {
  return names.map((name) => ({ name, steps: editSteps(wrong.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= Math.max(2, Math.floor(name.length / 5)))
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name }) => name)
}

/** Levenshtein distance: letters to put in, take out or change. Long input is cut: it is a misspelt name, not a text. */
function editSteps(a: string, b: string): number {
  const [from, to] = [a.slice(0, 80), b.slice(0, 80)]
  let row = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}
