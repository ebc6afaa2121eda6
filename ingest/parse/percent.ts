import type { ShareInterval } from '#model/values/share-interval.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

/** A percent as written: digits before rounding, so that 41.51 becomes exactly the double 0.4151. */
interface Figure { readonly percent: number; readonly fraction: number; readonly above: boolean; readonly below: boolean; readonly unitStated: boolean }

const FIGURE = /^(>=|<=|≥|≤|>|<)? ?(\d{1,12}(?:[.,]\d{1,15})?) ?(%)?$/
const RANGE = /^(\d{1,12}(?:[.,]\d{1,15})?) ?%? ?[-–—] ?(\d{1,12}(?:[.,]\d{1,15})?) ?(%)?$/
const HINT = 'Write one number from 0 to 100, such as 51 or 51.5, or a range such as 25-50; ">25" excludes the bound.'

const SMALL = 'a figure of 1 or less was read as percent, as the others of its column are: 0.5 is half a percent'

const figureOf = (sign: string, digits: string, unit: string | undefined): Figure => {
  const text = digits.replace(',', '.')
  return { percent: Number(text), fraction: Number(`${text}e-2`), above: sign === '>', below: sign === '<', unitStated: unit !== undefined }
}

/**
 * One cell of a share in percent.
 *
 *   share  = figure | range                      range only in the column of the exact share
 *   figure = [ ">" | ">=" | "≥" | "<" | "<=" | "≤" ] [ blank ] number [ blank ] [ "%" ]
 *   range  = number [ "%" ] ( "-" | "–" | "—" ) number [ "%" ]
 *   number = 1–12 ASCII digits [ ( "." | "," ) 1–15 ASCII digits ]          0 ≤ number ≤ 100
 *
 * "51", "51.0", "51,0", "51 %", ">25" and "25-50" are shares; "99 1", "1.234,5", "-5", "100.0001", "٥١", "0x33", "NaN"
 * and "a quarter" are problems, not guesses. "0.51" without "%" is 0.51 percent if another figure of its column is
 * above 1, with a warning, else its unit is unclear and the row is refused: nothing becomes a hundredth by accident.
 *
 * @param clear some figure of the column of this import is above 1 or carries "%"
 * @returns bounds as fractions 0–1; a lower bound alone leaves the upper one unknown
 */
export function shareCell(text: string, column: string, clear: boolean): Cell<ShareInterval> {
  const range = RANGE.exec(text)
  const first = range ? figureOf('', range[1]!, range[3]) : figureIn(text)
  if (!first) return bad(column, 'NOT_A_PERCENT', HINT, text)
  const last = range ? figureOf('', range[2]!, range[3]) : first
  if (first.percent > 100 || last.percent > 100) return bad(column, 'NOT_A_PERCENT', 'A share is at most 100 percent.', text)
  if (first.percent > last.percent) return bad(column, 'BOUNDS_SWAPPED', 'Write the lower bound first.', text)
  if (!clear && !last.unitStated && last.percent > 0 && last.percent <= 1) {
    return bad(
      column,
      'UNIT_UNCLEAR',
      'All figures of this column are 1 or less. Shares are percent: write 51 for 51 percent, 100 for all of it, "0.51 %" or "1 %" for as little as that.',
      text,
    )
  }
  const warnings = !last.unitStated && last.percent > 0 && last.percent <= 1 ? [SMALL] : []
  return good(range ? { min: first.fraction, max: last.fraction } : interval(first, text), warnings)
}

function figureIn(text: string): Figure | undefined {
  const match = FIGURE.exec(text)
  return match ? figureOf(match[1] ?? '', match[2]!, match[3]) : undefined
}

function interval({ fraction, above, below }: Figure, text: string): ShareInterval {
  if (above) return { min: fraction, minExclusive: true }
  if (below) return { max: fraction, maxExclusive: true }
  if (/^(>=|≥)/.test(text)) return { min: fraction }
  if (/^(<=|≤)/.test(text)) return { max: fraction }
  return { min: fraction, max: fraction }
}

/** True when a cell shows that its column is in percent: a figure above 1, or the sign. */
export const showsPercent = (text: string): boolean => {
  if (text.includes('%')) return true
  const range = RANGE.exec(text)
  const figure = range ? figureOf('', range[2]!, undefined) : figureIn(text)
  return figure !== undefined && figure.percent > 1
}

/**
 * A share from its exact cell and its two bounds. An exact share beside bounds must lie on both of them.
 * A lower bound above the upper one is a problem of the lower bound's column.
 */
export function shareOf(cells: { readonly exact: string; readonly min: string; readonly max: string }, column: string, clear: boolean): Cell<ShareInterval> {
  const parts = [[cells.exact, column], [cells.min, `${column}_min`], [cells.max, `${column}_max`]] as const
  const read: (ShareInterval | undefined)[] = []
  const warnings = new Set<string>()
  for (const [text, name] of parts) {
    const cell = text === '' ? good<ShareInterval>(undefined) : shareCell(text, name, clear)
    if (!cell.ok) return cell
    read.push(cell.value)
    for (const warning of cell.warnings ?? []) warnings.add(warning)
  }
  const [exact, min, max] = read
  const lower = boundOf(min, 'min')
  const upper = boundOf(max, 'max')
  if (lower === null) return bad(`${column}_min`, 'NOT_A_PERCENT', 'A lower bound is one figure, such as 25 or ">25".', cells.min)
  if (upper === null) return bad(`${column}_max`, 'NOT_A_PERCENT', 'An upper bound is one figure, such as 75 or "<75".', cells.max)
  const bounds: ShareInterval = { ...lower, ...upper }
  if (bounds.min !== undefined && bounds.max !== undefined && bounds.min > bounds.max)
    return bad(`${column}_min`, 'BOUNDS_SWAPPED', 'The lower bound is above the upper bound.', cells.min)
  if (!exact) return good(bounds.min === undefined && bounds.max === undefined ? undefined : bounds, [...warnings])
  const agrees = (bounds.min ?? exact.min) === exact.min && (bounds.max ?? exact.max) === exact.max
  return agrees ? good(exact, [...warnings]) : bad(column, 'SHARE_TWICE', 'The exact share and its bounds disagree: leave one of them out.', cells.exact)
}

/** The bound a cell of a bound column gives; null when the cell bounds the other side. */
function boundOf(share: ShareInterval | undefined, side: 'min' | 'max'): ShareInterval | null {
  if (!share) return {}
  const value = share[side]
  if (value === undefined || (share.min !== undefined && share.max !== undefined && share.min !== share.max)) return null
  if (side === 'min') return { min: value, ...(share.minExclusive ? { minExclusive: true } : {}) }
  return { max: value, ...(share.maxExclusive ? { maxExclusive: true } : {}) }
}
