import type { StoredStatement } from '#model/record.ts'

/** Figures of a flow: with them, what is withheld could be computed again. */
const FIGURES = new Set(['volume', 'unit', 'period', 'supplyShare', 'flowCapacity', 'note'])

/**
 * A statement as readers may see it: a flow on which an essential service depends keeps its ends, commodity, source and
 * grade, and loses its figures, and the remark that may repeat them.
 */
export function publicStatement(statement: StoredStatement, isEssential: (id: string) => boolean): StoredStatement {
  if (statement.type !== 'SUPPLIES' || !(isEssential(statement.from) || isEssential(statement.to))) return statement
  return Object.fromEntries(Object.entries(statement).filter(([name]) => !FIGURES.has(name))) as unknown as StoredStatement // all figures of a flow are optional
}
