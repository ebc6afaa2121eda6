/**
 * The names in a cell that several share, as `A / B / C`. A slash counts only with a blank on both sides and outside
 * brackets: "DFDS A/S" is a legal form, "MGT/ICTSI DR CONGO SA" one company, "X S.A. (A / B)" one company with its owners.
 */
export function jointNames(cell: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '(') depth++
    else if (cell[i] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && cell.startsWith(' / ', i)) {
      names.push(cell.slice(start, i).trim())
      start = i + 3
    }
  }
  return [...names, cell.slice(start).trim()].filter((name) => name !== '')
}

/** A list run together without blanks, three names or more: who is meant cannot be told, and some may be people. */
export const isRunTogether = (cell: string): boolean => !cell.includes(' / ') && cell.replaceAll(/\([^)]*\)/g, '').split('/').length > 3
