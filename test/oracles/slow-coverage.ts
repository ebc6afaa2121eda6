import type { Statement } from '#model/model.ts'

/** Coverage of an area by definition, on plain statements; every list is read again for every question. */
export interface PlainCoverage {
  readonly sites: readonly string[]
  readonly withOperator: number
  readonly withOwner: number
  /** The earliest day on which a source that says anything about these sites was read. */
  readonly oldest: string | undefined
  readonly unconnected: readonly string[]
}

/** @param kindOf sites and what they are; `area` undefined: everywhere; `kind` undefined: of any kind */
export function slowCoverage(statements: readonly Statement[], kindOf: ReadonlyMap<string, string>, area: string | undefined, kind: string | undefined): PlainCoverage {
  const isIn = (place: string, other: string): boolean => place === other || statements.some(({ type, from, to }) => type === 'PART_OF' && from === place && isIn(to, other))
  const sites = [...kindOf.keys()].filter((site) => (kind === undefined || kindOf.get(site) === kind) && statements.some(({ type, from, to }) => type === 'LOCATED_IN' && from === site && (area === undefined || isIn(to, area))))
  const runs = (site: string) => statements.filter(({ type, to }) => (type === 'OPERATES' || type === 'MANAGES') && to === site)
  const owned = (site: string) => statements.filter(({ type, to }) => type === 'OWNS' && to === site)
  const about = sites.flatMap((site) => [...runs(site), ...owned(site), ...statements.filter(({ type, from }) => type === 'LOCATED_IN' && from === site)])
  const isAlone = (operator: string) => !statements.some(({ type, from, to }) => type === 'OWNS' && (to === operator || (from === operator && !kindOf.has(to))))
  const siteCount = (operator: string) => sites.filter((site) => runs(site).some(({ from }) => from === operator)).length
  const operators = [...new Set(sites.flatMap(runs).map(({ from }) => from))]
  return {
    sites,
    withOperator: sites.filter((site) => runs(site).length > 0).length,
    withOwner: sites.filter((site) => owned(site).length > 0).length,
    oldest: about.map(({ retrievedOn }) => retrievedOn).sort()[0],
    unconnected: operators.filter(isAlone).map((operator) => `${operator}: ${siteCount(operator)}`).sort(),
  }
}
