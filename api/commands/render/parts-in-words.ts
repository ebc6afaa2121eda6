export interface Named { readonly id: string; readonly name: string }
export interface Bounds { readonly low: number; readonly high: number; readonly lowExclusive: boolean; readonly highExclusive: boolean }
export interface Claim {
  readonly sentence: string
  readonly source: { readonly title: string; readonly url: string | null; readonly retrievedOn: string }
}
export interface Chain {
  readonly nodes: readonly Named[]
  readonly statements: readonly Claim[]
  readonly figures?: readonly Claim[]
  readonly judgements: readonly Claim[]
  readonly product: Bounds | null
  readonly grade: string
}
export interface Basis {
  readonly method: string
  readonly asOf: string
  readonly grades: readonly string[]
  readonly dataVersion: string
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  readonly notes: readonly string[]
}

export const percent = (fraction: number): string => String(Math.round(fraction * 1_000) / 10)
export function share(bounds: Bounds | null): string {
  if (bounds === null) return '–'
  const { low, high, lowExclusive, highExclusive } = bounds
  return low === high ? `${percent(low)} %` : `${lowExclusive ? '>' : ''}${percent(low)}–${highExclusive ? '<' : ''}${percent(high)} %`
}
/** A stake; one that may be anything has no figure. */
export const stake = (bounds: Bounds | null): string => (bounds?.low === 0 && bounds.high === 1 ? 'no figure' : share(bounds))
/** Enough of a version to tell it from others; `--json` has all of it. */
const VERSION_SHOWN = 12
export const basisLine = ({ method, asOf, grades, dataVersion, parameters, notes }: Basis): string =>
  [
    `Basis: ${method}, as of ${asOf}, grades ${grades.map((grade) => grade.toLowerCase()).join(', ')}, data ${dataVersion.slice(0, VERSION_SHOWN)}.`,
    `  Asked with ${parameters.map(({ name, value }) => `${name} ${value}`).join('; ')}.`,
    ...notes.map((note) => `  ${note}`),
  ].join('\n')
/** The part of a site that counts; nothing is certain of an estimate. */
export const part = (low: number, high: number): string => (low === high ? `${percent(low)} %` : low === 0 ? `at most ${percent(high)} %` : `${percent(low)}–${percent(high)} %`)
export const word = (code: string): string => code.toLowerCase().replaceAll('_', ' ')

/** What a source says, with where and when it was read. */
export const claimText = ({ sentence, source: { title, retrievedOn, url } }: Claim): string => `${sentence} — ${title}, read ${retrievedOn}${url ? `, ${url}` : ''}`

/** A way from name to name, with what each step rests on. */
export function chain({ nodes, statements, figures = [], judgements, product, grade }: Chain, indent: string): string {
  const head = `${indent}${nodes.map(({ name }) => name).join(' → ')}${product ? `  ${stake(product)}` : ''}  [${word(grade)}]`
  const claim = (one: Claim) => `${indent}  ${claimText(one)}`
  return [head, ...statements.map(claim), ...figures.map(claim), ...judgements.map(claim)].join('\n')
}
