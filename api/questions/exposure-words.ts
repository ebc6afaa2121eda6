import type { AdversaryList } from '#analytics/record/footing-held.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { COUNTED, domainTotals, isMapped } from '#analytics/places/domain-measures.ts'
import type { DomainPart } from '#analytics/places/exposure.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { Domain, SiteKind } from '#model/code-lists.ts'
import { isoDay } from '#snapshot/day-number.ts'
import { domainOfCode } from './checked-arguments.ts'

const PLURAL: Readonly<Record<SiteKind, string>> = {
  'port terminal': 'port terminals', port: 'ports', 'data centre': 'data centres', 'residential building': 'residential buildings',
  'residential portfolio': 'portfolios of homes', office: 'offices', store: 'shops', warehouse: 'warehouses', factory: 'factories', mill: 'mills',
  mine: 'mines', 'power plant': 'power plants', hospital: 'hospitals', 'water works': 'water works', other: 'other sites',
  'electricity grid': 'sites of the electricity grid', 'gas network': 'sites of the gas network', 'emergency service': 'stations of emergency services',
  'nuclear site': 'nuclear sites', 'defence site': 'defence sites', dam: 'dams', prison: 'prisons',
}
const MIXED: Readonly<Record<Domain, string>> = {
  port: 'ports and terminals', 'data centre': 'data centres', housing: 'buildings and portfolios of homes', brand: 'brands and shops',
  industry: 'industrial sites', energy: 'energy sites', other: 'other sites',
}

/** What is counted in a domain of a place, in the plural: by the kind of the sites, or the domain where kinds differ. */
function nounOf(view: OwnershipView, place: number, domain: number): string {
  const { snapshot } = view
  const { list } = footingsOf(view)
  const kindOf = (site: number) => snapshot.texts[snapshot.nodes.kind[site]!] as SiteKind // kinds come from the model
  const kinds = new Set(domainTotals(view, place).get(domain)!.footings.map((at) => (list[at]!.site < 0 ? 'brands' : PLURAL[kindOf(list[at]!.site)])))
  return kinds.size === 1 ? [...kinds][0]! : MIXED[domainOfCode(domain)]
}

/** The words of one domain of an exposure: what is measured, in which unit, and a sentence with “of what” and the year. */
export interface ExposureWords { readonly measure: string; readonly unit: string; readonly sentence: string }

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })

export function exposureWords(view: OwnershipView, place: number, part: DomainPart, list: AdversaryList): ExposureWords {
  const { texts, nodes } = view.snapshot
  const isCount = part.measure.measure === COUNTED.measure && part.measure.unit === COUNTED.unit
  const measure = isCount ? 'sites' : texts[part.measure.measure]!
  const noun = nounOf(view, place, part.domain)
  const unit = isCount ? noun : texts[part.measure.unit]!
  const things = isCount ? noun : measure === unit || measure === 'area' ? unit : `${unit} ${measure}`
  const place_ = nodes.names[place]!
  const years = isCount ? isoDay(view.asOf).slice(0, 4) : yearsText(part.years)
  const onRecord = isMapped(part) ? ' on record' : ''
  return {
    measure,
    unit,
    sentence: `${amountText(part, list, isCount)} of ${number(part.total)} ${things}${onRecord} in ${place_}, ${years}${totalText(view, part)}${remarks(part, isCount && list !== 'financiers')}`,
  }
}

/** Whose word the official total is; said as well where it leaves out some of what is on record and is not used. */
function totalText({ snapshot: { nodes, statements } }: OwnershipView, part: DomainPart): string {
  if (part.official === undefined) return ''
  const { amount, year, statement } = part.official
  const teller = `${nodes.names[statements.source[statement]!] ?? 'its source'}${year === 0 ? '' : `, ${year}`}`
  return isMapped(part) ? `; the ${number(amount)} of ${teller} leave out some of them and were not used` : `; total according to ${teller}`
}

function amountText(part: DomainPart, list: AdversaryList, isCount: boolean): string {
  const { amountLow, amountHigh, low, high, footings } = part
  if (list === 'financiers')
    return `Shares in ${footings.length}${isCount ? '' : footings.length === 1 ? ' site or brand' : ' sites or brands'}, together ${percentText(low, high)},`
  const amount = isCount && isJoint(part) ? String(footings.length) : rangeText(amountLow, amountHigh) // nobody runs half a terminal
  return list === 'suppliers' ? `Supplies ${amount}` : amount
}

const rangeText = (low: number, high: number): string => (high - low < 1e-9 ? number(low) : low === 0 ? `up to ${number(high)}` : `${number(low)} to ${number(high)}`)
const isJoint = ({ footings }: DomainPart): boolean => footings.some(({ kind, low }) => kind === ControlKind.JOINT && low < 1)

const percentText = (low: number, high: number): string => {
  const percent = (fraction: number) => number(fraction * 100)
  return high - low < 1e-9 ? `${percent(low)} %` : low === 0 ? `at most ${percent(high)} %` : `${percent(low)}–${percent(high)} %`
}
const yearsText = (years: readonly number[]): string =>
  years.length === 0 ? 'undated figures' : years.length === 1 ? String(years[0]) : `figures of ${years[0]}–${years[years.length - 1]}`

function remarks(part: DomainPart, isCounted: boolean): string {
  const { nested, amountLow, amountHigh } = part
  return [
    ...(!isJoint(part) ? [] : [isCounted ? `counted as ${rangeText(amountLow, amountHigh)}: joint control in equal parts` : 'joint control counted in equal parts']),
    ...(nested.length > 0 ? [`${nested.length} ${nested.length === 1 ? 'figure' : 'figures'} already included in a larger one not added`] : []),
  ].map((remark) => `; ${remark}`).join('')
}
