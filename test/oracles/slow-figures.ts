/** Sums and comparisons over a handful of figures, written from their definitions with whole numbers where a tie decides. */

export interface SlowConcentration { readonly index: number; readonly holders: number; readonly total: number }

/** Σ s² as one fraction of whole numbers, and the fewest holders with the threshold by taking the largest that is left again and again. */
export function slowConcentration(amounts: readonly number[], thresholdPercent: number): SlowConcentration {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return { index: 0, holders: 0, total }
  const squares = amounts.reduce((sum, amount) => sum + BigInt(amount) * BigInt(amount), 0n)
  const left = [...amounts]
  let [holders, reached] = [0, 0]
  while (100 * reached < thresholdPercent * total) {
    const largest = Math.max(...left)
    left.splice(left.indexOf(largest), 1)
    reached += largest
    holders++
  }
  return { index: Number((squares * 10n ** 17n) / (BigInt(total) * BigInt(total))) / 1e17, holders, total }
}

export interface SlowOption { readonly gain: number; readonly costs: readonly (number | undefined)[] }
/** Options by what beats them, as a table of pairs: each scale says less, same, more or "not comparable" about a pair. */
export function slowFront(options: readonly SlowOption[]): boolean[] {
  const compared = (a: SlowOption, b: SlowOption): ('better' | 'same' | 'worse' | 'unknown')[] => [
    a.gain > b.gain ? 'better' : a.gain < b.gain ? 'worse' : 'same',
    ...a.costs.map((cost, scale) => {
      const other = b.costs[scale]
      if (cost === undefined && other === undefined) return 'same'
      if (cost === undefined || other === undefined) return 'unknown'
      return cost < other ? 'better' : cost > other ? 'worse' : 'same'
    }),
  ]
  const verdicts = options.map((one) => options.map((other) => new Set(compared(other, one))))
  return verdicts.map((row) => row.every((said) => said.has('worse') || said.has('unknown') || !said.has('better')))
}

export interface SlowFeature { readonly weight: number; readonly here: number | string | undefined; readonly there: number | string | undefined; readonly range?: number }
/** Gower's coefficient: known features spread over units of weight, and the mean over those units. Weights are whole numbers. */
export function slowGower(features: readonly SlowFeature[]): { readonly similarity: number | undefined; readonly coverage: number } {
  const scoreOf = ({ here, there, range }: SlowFeature) => {
    if (typeof here !== 'number' || typeof there !== 'number') return here === there ? 1 : 0
    return here === there ? 1 : Math.max(0, (range! - Math.max(here, there) + Math.min(here, there)) / range!)
  }
  const units = features.flatMap((feature) => Array.from({ length: feature.weight }, () => (feature.here === undefined || feature.there === undefined ? undefined : scoreOf(feature))))
  const known = units.filter((score) => score !== undefined)
  return { similarity: known.length === 0 ? undefined : known.reduce((sum, score) => sum + score, 0) / known.length, coverage: units.length === 0 ? 0 : known.length / units.length }
}

export interface MoneyLine { readonly payer: string; readonly payee: string; readonly kind: 'payment' | 'holding'; readonly currency: string; readonly cents: number; readonly day: string | undefined }
/** What each payee gets, by name: payments added, of holdings those of the latest day of each payer and currency. */
export function slowMoney(lines: readonly MoneyLine[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const line of lines) {
    const same = lines.filter(({ payer, payee, kind, currency }) => payer === line.payer && payee === line.payee && kind === line.kind && currency === line.currency)
    if (line.kind === 'holding' && same.some(({ day }) => (day ?? '') > (line.day ?? ''))) continue
    const name = `${line.payee} ${line.kind} ${line.currency}`
    sums[name] = (sums[name] ?? 0) + line.cents
  }
  return sums
}

/** What is published about something, each with its year. */
export interface SlowFigure { readonly about: string; readonly measure: string; readonly amount: number; readonly year: number; readonly unit: string }
/** The latest figure of a measure; of figures of one year none is later, so tests give each year once. */
export const latestFigure = (figures: readonly SlowFigure[], about: string, measure: string): SlowFigure | undefined =>
  figures.filter((one) => one.about === about && one.measure === measure).reduce<SlowFigure | undefined>((best, one) => (best === undefined || one.year > best.year ? one : best), undefined)

export interface SlowSite { readonly id: string; readonly place: string }
const TOTALS = { jobs: ['jobs', 'total jobs'], homes: ['homes served', 'total homes'], powerMw: ['power', 'total power'] } as const

/** Jobs, homes and power of the sites that stand still in any of the places, the largest part of a place they are, and how far its funds go; missing numbers are left out. */
export function slowLocalCost(figures: readonly SlowFigure[], sites: readonly SlowSite[], places: readonly string[], isIn: (place: string, area: string) => boolean): Record<string, number> {
  const found: Record<string, number> = {}
  const sum = (measure: string, where: readonly SlowSite[]) => {
    const known = where.flatMap(({ id }) => latestFigure(figures, id, measure)?.amount ?? [])
    return known.length === 0 ? undefined : known.reduce((total, amount) => total + amount, 0)
  }
  for (const [kind, [measure, totalMeasure]] of Object.entries(TOTALS)) {
    const touched = sum(measure, sites.filter(({ place }) => places.some((area) => isIn(place, area))))
    if (touched !== undefined) found[kind] = touched
    for (const area of places) {
      const [here, total] = [sum(measure, sites.filter(({ place }) => isIn(place, area))), latestFigure(figures, area, totalMeasure)]
      if (here !== undefined && total !== undefined) found['dependence'] = Math.max(found['dependence'] ?? 0, Math.min(1, here / total.amount))
    }
  }
  for (const area of places) {
    const of = (measure: string) => [...new Set(figures.filter((one) => one.about === area && one.measure === measure).map(({ unit }) => unit))]
      .map((unit) => latestFigure(figures.filter((one) => one.unit === unit), area, measure)!)
    const pairs = of('funds and pledges').flatMap((funds) => of('expected cost').filter(({ unit }) => unit === funds.unit).map((cost) => ({ funds, cost })))
    if (pairs.length === 0 || 'cover' in found) continue
    const latest = pairs.reduce((best, pair) => (pair.funds.year > best.funds.year ? pair : best))
    found['cover'] = latest.funds.amount / latest.cost.amount
  }
  return found
}

export interface SlowPair { readonly a: number; readonly b: number; readonly weight: number }
/** Pairs by hand: look through all that are free for the best, of equal ones that of the smaller numbers, and again. */
export function slowPairing(pairs: readonly SlowPair[]): SlowPair[] {
  const chosen: SlowPair[] = []
  for (;;) {
    const taken = new Set(chosen.flatMap(({ a, b }) => [a, b]))
    let best: SlowPair | undefined
    for (const pair of pairs) {
      if (pair.a === pair.b || !(pair.weight > 0) || taken.has(pair.a) || taken.has(pair.b)) continue
      if (best === undefined || pair.weight > best.weight || (pair.weight === best.weight && (pair.a < best.a || (pair.a === best.a && pair.b < best.b)))) best = pair
    }
    if (best === undefined) return chosen
    chosen.push(best)
  }
}

/** What nobody on record holds of a company: all but the minima at most, all but the largest shares beside them at least. */
export function slowUnrecorded(stakes: readonly { readonly shareLow: number; readonly shareHigh: number }[]): { readonly low: number; readonly high: number } {
  const minima = stakes.reduce((sum, { shareLow }) => sum + shareLow, 0)
  const largest = stakes.map(({ shareLow, shareHigh }) => Math.max(shareLow, Math.min(shareHigh, 1 - (minima - shareLow))))
  const high = Math.max(0, 1 - minima)
  return { low: Math.min(high, Math.max(0, 1 - largest.reduce((sum, share) => sum + share, 0))), high }
}
