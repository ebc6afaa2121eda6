import { amountText } from '../../questions/money-words.ts'
import type { Basis, Bounds, Claim, Named } from './parts-in-words.ts'
import { basisLine, claimText, share } from './parts-in-words.ts'

const claim = (one: Claim, indent: string): string => `${indent}${claimText(one)}`

interface TwinRow {
  readonly place: Named; readonly rank: number; readonly score: number; readonly sharedMass: number; readonly balance: number; readonly mirrorCoverage: number; readonly fit: number
  readonly reasons: readonly { readonly sentence: string }[]; readonly history: { readonly sentence: string; readonly statements: readonly Claim[] } | null
}
/** Score, its parts and the reasons of one twin. */
const twinLines = (first: string, { score, sharedMass, balance, mirrorCoverage, fit, reasons, history }: TwinRow): string[] => [
  `${first}   score ${score.toFixed(3)}: shared mass ${sharedMass.toFixed(3)}, balance ${balance.toFixed(2)}, mirrors ${mirrorCoverage.toFixed(2)}, fit ${fit.toFixed(2)}`,
  ...reasons.map(({ sentence }) => `      ${sentence}`), ...(history ? [`      ${history.sentence}`, ...history.statements.map((one) => claim(one, '        '))] : []),
]
const placed = ({ name, id }: Named): string => `${name} (${id})`

export const twins = ({
  place,
  items,
  totalCount,
  basis,
}: {
  readonly place: Named
  readonly items: readonly TwinRow[]
  readonly totalCount: number
  readonly basis: Basis
}): string =>
  [
    `Twins of ${place.name}: ${items.length} of ${totalCount}`,
    ...items.flatMap((row) => twinLines(`${String(row.rank).padStart(3)} ${placed(row.place)}`, row)),
    basisLine(basis),
  ].join('\n')

interface Matched { readonly pairs: readonly { readonly here: Named; readonly twin: TwinRow }[]; readonly unmatched: readonly Named[]; readonly total: number }
export const matching = ({
  best,
  bestFirst,
  sentence,
  basis,
}: {
  readonly best: Matched
  readonly bestFirst: Matched
  readonly sentence: string
  readonly basis: Basis
}): string =>
  [
    sentence,
    ...best.pairs.flatMap(({ here, twin }) => twinLines(`${String(twin.rank).padStart(3)} ${placed(here)} – ${placed(twin.place)}`, twin)),
    ...(best.unmatched.length === 0 ? [] : [`Without a twin: ${best.unmatched.map(placed).join(', ')}.`]),
    ...(bestFirst.total === best.total
      ? []
      : [
          `The best pair first: ${bestFirst.pairs.map(({ here, twin }) => `${here.name} – ${twin.place.name} ${twin.score.toFixed(3)}`).join(', ')}.`,
        ]),
    basisLine(basis),
  ].join('\n')

interface Reason { readonly side: string; readonly code: string; readonly sentence: string; readonly share: Bounds | null; readonly statements: readonly Claim[] }
export const whynot = ({
  organisation,
  present,
  row,
  rank,
  reasons,
  basis,
}: {
  readonly organisation: Named
  readonly present: boolean
  readonly row: Named | null
  readonly rank: number | null
  readonly reasons: readonly Reason[]
  readonly basis: Basis
}): string =>
  [
    `${organisation.name} is ${present ? 'in the list' : 'not in the list'}${row === null || rank === null ? '' : `, row of ${row.name}, rank ${rank}`}.`,
    ...reasons.flatMap(({ side, code, sentence, share: held, statements }) => [
      `  ${side.toLowerCase()}: ${sentence} [${code.toLowerCase().replaceAll('_', ' ')}${held === null ? '' : `, ${share(held)}`}]`,
      ...statements.map((one) => claim(one, '    ')),
    ]),
    basisLine(basis),
  ].join('\n')

interface Sum { readonly kind: string; readonly currency: string; readonly amount: number; readonly lines: number }
interface MoneyRow {
  readonly payee: Named
  readonly rank: number
  readonly sentence: string
  readonly links: readonly {
    readonly exposure: { readonly byDomain: readonly { readonly sentence: string }[] }
    readonly paths: readonly { readonly nodes: readonly Named[]; readonly statements: readonly Claim[] }[]
  }[]
}
const sums = (list: readonly Sum[]): string =>
  list
    .map(({ kind, currency, amount, lines }) => `${currency} ${amountText(amount)} in ${lines} ${kind.toLowerCase()}${lines === 1 ? '' : 's'}`)
    .join(', ') || 'nothing'
export const ownmoney = ({
  place,
  items,
  totalCount,
  payeeCount,
  linked,
  all,
  basis,
}: {
  readonly place: Named
  readonly items: readonly MoneyRow[]
  readonly totalCount: number
  readonly payeeCount: number
  readonly linked: readonly Sum[]
  readonly all: readonly Sum[]
  readonly basis: Basis
}): string =>
  [
    `Own money of ${place.name}: ${totalCount} of ${payeeCount} payees lead to an organisation on the ground there (${sums(linked)}, of ${sums(all)})`,
    ...items.flatMap(({ rank, sentence, links }) => [
      `${String(rank).padStart(3)} ${sentence}`,
      ...links
        .slice(0, 1)
        .flatMap(({ exposure, paths }) => [
          ...exposure.byDomain.map((one) => `      on the ground: ${one.sentence}`),
          ...paths
            .slice(0, 1)
            .flatMap(({ nodes, statements }) => [
              `      ${nodes.map(({ name }) => name).join(' → ')}`,
              ...statements.map((one) => claim(one, '        ')),
            ]),
        ]),
    ]),
    basisLine(basis),
  ].join('\n')
