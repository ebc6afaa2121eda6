import { amountText } from '../../questions/money-words.ts'
import { basisLine, share } from './answers-in-words.ts'

interface Named { readonly id: string; readonly name: string }
type Basis = Parameters<typeof basisLine>[0]
type Bounds = Parameters<typeof share>[0]
interface Claim { readonly sentence: string; readonly source: { readonly title: string; readonly url: string | null; readonly retrievedOn: string } }
const claim = ({ sentence, source }: Claim, indent: string): string => `${indent}${sentence} — ${source.title}, read ${source.retrievedOn}${source.url ? `, ${source.url}` : ''}`

interface TwinRow {
  readonly place: Named; readonly rank: number; readonly score: number; readonly sharedMass: number; readonly balance: number; readonly mirrorCoverage: number; readonly fit: number
  readonly reasons: readonly { readonly sentence: string }[]; readonly history: { readonly sentence: string; readonly statements: readonly Claim[] } | null
}
export const twins = ({ place, items, totalCount, basis }: { readonly place: Named; readonly items: readonly TwinRow[]; readonly totalCount: number; readonly basis: Basis }): string => [
  `Twins of ${place.name}: ${items.length} of ${totalCount}`,
  ...items.flatMap((row) => [
    `${String(row.rank).padStart(3)} ${row.place.name} (${row.place.id})   score ${row.score.toFixed(3)}: shared mass ${row.sharedMass.toFixed(3)}, balance ${row.balance.toFixed(2)}, mirrors ${row.mirrorCoverage.toFixed(2)}, fit ${row.fit.toFixed(2)}`,
    ...row.reasons.map(({ sentence }) => `      ${sentence}`), ...(row.history ? [`      ${row.history.sentence}`, ...row.history.statements.map((one) => claim(one, '        '))] : []),
  ]),
  basisLine(basis),
].join('\n')

interface Reason { readonly side: string; readonly code: string; readonly sentence: string; readonly share: Bounds; readonly statements: readonly Claim[] }
export const whynot = ({ organisation, present, row, rank, reasons, basis }: { readonly organisation: Named; readonly present: boolean; readonly row: Named | null; readonly rank: number | null; readonly reasons: readonly Reason[]; readonly basis: Basis }): string => [
  `${organisation.name} is ${present ? 'in the list' : 'not in the list'}${row === null || rank === null ? '' : `, row of ${row.name}, rank ${rank}`}.`,
  ...reasons.flatMap(({ side, code, sentence, share: held, statements }) => [
    `  ${side.toLowerCase()}: ${sentence} [${code.toLowerCase().replaceAll('_', ' ')}${held === null ? '' : `, ${share(held)}`}]`, ...statements.map((one) => claim(one, '    ')),
  ]),
  basisLine(basis),
].join('\n')

interface Sum { readonly kind: string; readonly currency: string; readonly amount: number; readonly lines: number }
interface MoneyRow { readonly payee: Named; readonly rank: number; readonly sentence: string; readonly links: readonly { readonly exposure: { readonly byDomain: readonly { readonly sentence: string }[] }; readonly paths: readonly { readonly nodes: readonly Named[]; readonly statements: readonly Claim[] }[] }[] }
const sums = (list: readonly Sum[]): string => list.map(({ kind, currency, amount, lines }) => `${currency} ${amountText(amount)} in ${lines} ${kind.toLowerCase()}${lines === 1 ? '' : 's'}`).join(', ') || 'nothing'
export const ownmoney = ({ place, items, totalCount, payeeCount, linked, all, basis }: {
  readonly place: Named; readonly items: readonly MoneyRow[]; readonly totalCount: number; readonly payeeCount: number; readonly linked: readonly Sum[]; readonly all: readonly Sum[]; readonly basis: Basis
}): string => [
  `Own money of ${place.name}: ${totalCount} of ${payeeCount} payees lead to an organisation on the ground there (${sums(linked)}, of ${sums(all)})`,
  ...items.flatMap(({ rank, sentence, links }) => [
    `${String(rank).padStart(3)} ${sentence}`, ...links.slice(0, 1).flatMap(({ exposure, paths }) => [
      ...exposure.byDomain.map((one) => `      on the ground: ${one.sentence}`), ...paths.slice(0, 1).flatMap(({ nodes, statements }) => [`      ${nodes.map(({ name }) => name).join(' → ')}`, ...statements.map((one) => claim(one, '        '))]),
    ]),
  ]),
  basisLine(basis),
].join('\n')
