import type { Range } from '../interval/interval-words.ts'

export const COLUMNS = ['name', 'integrated', 'direct', 'votes', 'control'] as const
export type Column = (typeof COLUMNS)[number]
export interface Sort { readonly column: Column; readonly descending: boolean }

/** Numbers and control begin with the largest, names with A. */
const startsDescending = (column: Column): boolean => column !== 'name'
export const DEFAULT_SORT: Sort = { column: 'integrated', descending: true }

/** "direct" and "-direct" of the address: the minus turns the usual order round. Undefined and the unknown mean the default. */
export function sortOf(param: string | undefined): Sort {
  const turned = param?.startsWith('-') === true
  const column = COLUMNS.find((one) => one === (turned ? param.slice(1) : param))
  return column === undefined ? DEFAULT_SORT : { column, descending: startsDescending(column) !== turned }
}
/** The address after pressing the head of a column: its usual order first, turned round the second time. */
export function nextSort({ column, descending }: Sort, pressed: Column): string | undefined {
  const param = pressed === column && descending === startsDescending(pressed) ? `-${pressed}` : pressed
  return param === DEFAULT_SORT.column ? undefined : param
}

interface Sortable {
  readonly node: { readonly name: string }
  readonly integrated: Range | null
  readonly direct: Range | null
  readonly votes: Range | null
  readonly control: string
}
const STRENGTH: readonly string[] = ['NONE', 'DE_FACTO', 'MEMBERSHIP', 'JOINT', 'GROUP', 'MAJORITY']

/** Rows in the order asked for; a share by what is certain, then by what is possible; unknown always last; ties keep the order of the answer. */
export function sortHoldings<T extends Sortable>(rows: readonly T[], { column, descending }: Sort, language: string): readonly T[] {
  if (column === DEFAULT_SORT.column && descending) return rows
  const turn = descending ? -1 : 1
  if (column === 'name') { const collator = new Intl.Collator(language); return [...rows].sort((a, b) => turn * collator.compare(a.node.name, b.node.name)) }
  if (column === 'control') return [...rows].sort((a, b) => turn * (STRENGTH.indexOf(a.control) - STRENGTH.indexOf(b.control)))
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]]
    if (!x || !y) return Number(!x) - Number(!y)
    return turn * (x.low - y.low || x.high - y.high)
  })
}
