import { FIGURE_RULES } from '#model/figure-rules.ts'
import type { StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import { statementKey } from '#model/statement-key.ts'

/** Figures of flows, and those published about a site or what is earned through it: with them, what is withheld could be computed again. */
const FIGURES: Partial<Readonly<Record<StatementType, ReadonlySet<string>>>> = {
  SUPPLIES: new Set(['volume', 'unit', 'period', 'supplyShare', 'flowCapacity', 'note']),
  STATES_FIGURE: new Set(['amount', 'unit', 'year', 'definition', 'note']),
  DEPENDS_ON: new Set(['revenueShare', 'year', 'definition', 'note']),
}

/** Types of statements of which figures can be withheld. */
export const TYPES_WITH_FIGURES = Object.keys(FIGURES) as readonly StatementType[]

/**
 * A statement as readers may see it: what is said of something on which an essential service depends keeps its ends,
 * commodity or measure, source and grade, and loses its figures, and the words that may repeat them. Its key becomes that
 * of what is left: a hash of all of it would let anybody try figures until one fits.
 */
export function publicStatement(statement: StoredStatement, isEssential: (id: string) => boolean): StoredStatement {
  const figures = FIGURES[statement.type]
  if (figures === undefined || isPublicStatistic(statement) || !(isEssential(statement.from) || isEssential(statement.to))) return statement
  const shown = Object.fromEntries(Object.entries(statement).filter(([name]) => !figures.has(name))) as unknown as StoredStatement // who reads one of these figures expects that it may be missing
  return { ...shown, key: statementKey(shown) }
}

/** Totals of a place, funds and costs tell nothing of what passes a site. */
const isPublicStatistic = (statement: StoredStatement): boolean => statement.type === 'STATES_FIGURE' && FIGURE_RULES[statement.measure].subject === 'Place'
