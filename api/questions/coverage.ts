import type { MappedCoverage } from '#analytics/record/coverage.ts'
import { coverage as mappedCoverage } from '#analytics/record/coverage.ts'
import type { Domain } from '#model/code-lists.ts'
import { isoDay } from '#snapshot/day-number.ts'
import type { AsOfArgs, Coverage, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { domainCode, domainOfCode, nodeArgument } from './checked-arguments.ts'
import { noSitesSentence } from './no-sites-sentence.ts'
import { answering } from './refused.ts'

export interface CoverageArgs extends AsOfArgs { readonly place: string | undefined; readonly domain: Domain | undefined }

const METHOD = 'Sites in force at the date, with an operator and with an owner in force'

/** How much is on record at a date, for a place with all inside it or for everything, and what to look for next. */
export const coverage = (data: QuestionData, { place, domain, ...when }: CoverageArgs): Outcome<Coverage> => answering(() => {
  const asked = askedAt(data, when)
  const node = place === undefined ? undefined : asked.view.canonical[nodeArgument(data.snapshot, 'place', place, ['Place'])]!
  return coverageAnswer(asked, node, domain)
})

export function coverageAnswer(asked: Asked, place: number | undefined, domain: Domain | undefined): Coverage {
  const mapped = mappedCoverage(asked.view, place, domain === undefined ? undefined : domainCode(domain), asked.cancellation)
  const { sites, withOperator, withOwner, oldestSource } = mapped
  const where = `${domain === undefined ? '' : ` of the domain ${domain}`}${place === undefined ? '' : ` in ${asked.nameOf(place)}`}`
  return {
    basis: basisOf(asked, METHOD, { place: place === undefined ? undefined : asked.idOf(place), domain }),
    sites, withOperator, withOwner,
    byDomain: [...mapped.byDomain].map(([code, count]) => ({ domain: domainOfCode(code), ...count })),
    oldestSource: oldestSource === undefined ? undefined : isoDay(oldestSource),
    sentence: sites === 0 ? noSitesSentence(asked, place, domain === undefined ? undefined : domainCode(domain), where)
      : `${withOwner} of ${sites} ${sites === 1 ? 'site' : 'sites'}${where} ${withOwner === 1 ? 'has' : 'have'} an owner on record, ${withOperator} an operator.`,
    nextRecord: nextRecord(asked, mapped, where),
    unconnectedOperators: mapped.unconnected.map(({ operator, sites: count }) => ({ organisation: asked.idOf(operator), sites: count })),
  }
}

/** The record that would tell most. */
function nextRecord({ nameOf }: Asked, { unconnected, sites, withOperator, withOwner }: MappedCoverage, where: string): string | undefined {
  const first = unconnected[0]
  if (first !== undefined) return `Which group ${nameOf(first.operator)} belongs to (${first.sites} ${first.sites === 1 ? 'site' : 'sites'}${where}).`
  if (withOperator + withOwner < sites) return `Who operates or owns the sites${where} without either.`
  return withOwner < sites ? `Who owns the ${sites - withOwner} ${sites - withOwner === 1 ? 'site' : 'sites'}${where} without an owner on record.` : undefined
}
