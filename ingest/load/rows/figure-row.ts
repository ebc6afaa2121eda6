import { FIGURE_RULES } from '#model/figure-rules.ts'
import type { FigureRule } from '#model/figure-rules.ts'
import type { Domain, FigureMeasure } from '#model/code-lists.ts'
import { parseIdentifier } from '#model/values/identifier.ts'
import { bad } from '../../parse/cell.ts'
import type { ReferenceCells } from '../../parse/template-reader.ts'
import { isSiteScheme } from '../loading.ts'
import { operator } from '../party.ts'
import { place } from '../places.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, isNamed, propertiesOf, reference } from './row-context.ts'

interface Figure {
  readonly measure: FigureMeasure
  readonly amount: number
  readonly unit?: string
  readonly year?: number
  readonly domain?: Domain
  readonly definition?: string
}

/**
 * A row of "figures": a figure a source publishes about a place or a site, or the part of its revenue an organisation
 * earns through a site or another organisation. Unit, range and domain follow from the measure.
 */
export function figureRow(context: RowContext): void {
  const { made } = context
  const claim = claimOf(context, 'STATES_FIGURE')
  const figure = propertiesOf(context, 'STATES_FIGURE') as unknown as Figure // read by the types of the model
  const rule = FIGURE_RULES[figure.measure]
  const kept = keptAmount(figure, rule, context)
  const domain = domainOf(figure, rule, context)
  if (figure.year !== undefined && (figure.year < 1000 || figure.year > 2999)) made.problem(bad('year', 'NOT_A_DATE', 'Write a year of four digits.', String(figure.year)).problem)
  const subject = subjectOf(rule.subject, context)
  const about = aboutOf(rule, context)
  if (!claim || subject === undefined || !kept || made.problems.length > 0) return
  const { year, definition } = figure
  const described = { ...(year === undefined ? {} : { year }), ...(definition === undefined ? {} : { definition }) }
  if (about === undefined)
    return made.state('STATES_FIGURE', claim.sourceId, subject, claim, {
      measure: figure.measure,
      ...kept,
      ...described,
      ...(domain === undefined ? {} : { domain }),
    })
  if (about === subject) return void made.problem(bad('about', 'SELF_REFERENCE', 'A revenue share is about a site or another organisation.').problem)
  made.state('DEPENDS_ON', subject, about, claim, { revenueShare: kept.amount / 100, ...described })
}

/** The amount in the unit the measure is kept in. */
function keptAmount({ measure, amount, unit: written }: Figure, rule: FigureRule, { made }: RowContext): { readonly amount: number; readonly unit: string } | undefined {
  const unit = unitOf(measure, rule, written)
  if ('problem' in unit) return made.problem(unit.problem)
  const least = rule.zero ? 'from 0' : 'above 0'
  const inRange = (rule.zero ? amount >= 0 : amount > 0) && amount <= (rule.most ?? Infinity) && (!rule.whole || Number.isInteger(amount))
  const range = `Write ${rule.whole ? 'a whole number' : 'a number'} ${least}${rule.most === undefined ? '' : ` to ${rule.most}`}.`
  return inRange ? { amount: amount * unit.factor, unit: unit.name } : made.problem(bad('amount', 'OUT_OF_RANGE', range, String(amount)).problem)
}

function unitOf(measure: FigureMeasure, { unit }: FigureRule, written: string | undefined): { readonly name: string; readonly factor: number } | ReturnType<typeof bad> {
  if (unit === 'currency') {
    const code = written?.toUpperCase() ?? ''
    return /^[A-Z]{3}$/.test(code)
      ? { name: code, factor: 1 }
      : bad('unit', written === undefined ? 'UNIT_MISSING' : 'WRONG_UNIT', 'Write the currency, three letters of ISO 4217, such as EUR.', written)
  }
  if (unit === undefined) {
    if (written === undefined) return bad('unit', 'UNIT_MISSING', 'Write the unit as the sites of the place state it, such as TEU/year or MW.')
    return written.length > 40 ? bad('unit', 'TEXT_TOO_LONG', 'A unit is a short word.') : { name: written, factor: 1 }
  }
  const factors = Object.entries({ [unit.name]: 1, ...unit.also })
  const isClear = factors.every(([, factor]) => factor === 1)
  const found = written === undefined ? (isClear ? factors[0] : undefined) : factors.find(([name]) => name.toLowerCase() === written.toLowerCase())
  if (found) return { name: unit.name, factor: found[1] }
  return bad('unit', written === undefined ? 'UNIT_MISSING' : 'WRONG_UNIT', `A figure of ${measure} is in ${factors.map(([name]) => name).join(' or ')}.`, written)
}

function domainOf({ measure, domain }: Figure, { domain: implied }: FigureRule, { made }: RowContext): Domain | undefined {
  if (implied === 'stated') {
    if (domain === undefined) return made.problem(bad('domain', 'REQUIRED', `Write the domain the ${measure} is for, such as port.`).problem)
    if (measure === 'total sites' && domain === 'brand')
      return made.problem(bad('domain', 'NOT_A_CODE', 'Brands are counted in shops: use the measure total shops.', domain).problem)
    return domain
  }
  if (domain !== undefined && domain !== implied)
    return made.problem(
      bad(
        'domain',
        'NOT_A_CODE',
        implied === undefined ? `A figure of ${measure} has no domain: leave it empty.` : `A figure of ${measure} is for the domain ${implied}.`,
        domain,
      ).problem,
    )
  return implied
}

/** Id of what the figure is about: a place by name or id, a site that is loaded, an organisation. */
function subjectOf(kind: FigureRule['subject'], context: RowContext): string | undefined {
  const { loading, made, row } = context
  const cells = reference(context, 'subject')
  if (kind === 'Place') return place({ ...cells, country: row.extra['country'] }, 'subject', loading, made)?.id
  return kind === 'Organisation' ? organisationOf(cells, 'subject', context) : siteOf(cells, 'subject', context)
}

function aboutOf({ subject }: FigureRule, context: RowContext): string | undefined {
  const { loading, made } = context
  const cells = reference(context, 'about')
  if (subject !== 'Organisation')
    return isNamed(cells)
      ? made.problem(bad('about', 'OUT_OF_RANGE', 'Only a revenue share is about a second thing: leave it empty.').problem)
      : undefined
  if (!isNamed(cells)) return made.problem(bad('about', 'REQUIRED', 'Fill in about or about_id: the site or organisation the revenue is earned through.').problem)
  const { id, name } = cells
  const isSite = id === undefined ? loading.sites.has(name!) : isSiteId(id, context) // one of the two is filled in
  if (id === undefined && isSite && loading.organisations.has(name!))
    return made.problem(bad('about', 'AMBIGUOUS_NAME', 'A site and an organisation have this name: write the id of one into about_id.').problem)
  return isSite ? siteOf(cells, 'about', context) : organisationOf(cells, 'about', context)
}

function isSiteId(id: string, { loading }: RowContext): boolean {
  return loading.labelOf(id) === 'Site' || loading.sites.isDeclared(id) || (loading.labelOf(id) === undefined && isSiteScheme(parseIdentifier(id)?.scheme ?? ''))
}

/** A site for which figures may be kept, whether of itself or of what is earned through it. */
function siteOf(cells: ReferenceCells, column: string, context: RowContext): string | undefined {
  const site = loadedSite(cells, column, context)
  if (site === undefined || !context.loading.isProtected(site)) return site
  return context.made.problem(bad(column, 'NOT_IN_SCOPE', 'Sites on which life and safety depend are listed as owned; no figures of them are kept.', site).problem)
}

/** A site has to be loaded first: a figure says neither what nor where it is. */
function loadedSite({ id, name }: ReferenceCells, column: string, { loading, made }: RowContext): string | undefined {
  const unknown = (where: string, written: string) => made.problem(bad(where, 'UNKNOWN_SITE', 'Load the site first with the template of sites.', written).problem)
  if (id !== undefined) return loading.labelOf(id) === 'Site' || loading.sites.isDeclared(id) ? id : unknown(`${column}_id`, id)
  if (!loading.sites.has(name!)) return unknown(column, name!) // a row without both was refused before
  const found = loading.sites.resolve({ name: name! }, column)
  return found.ok ? found.id : made.problem(found.problem)
}

function organisationOf(cells: ReferenceCells, column: string, { loading, made }: RowContext): string | undefined {
  const before = made.problems.length
  const party = operator(cells, column, loading, made)
  if (!party && made.problems.length === before)
    made.problem(bad(column, 'NATURAL_PERSON', 'Natural persons and unnamed parties have no figures here: name the organisation.').problem)
  return party?.id
}
