import type { AdversaryList, FootingHeld } from '#analytics/record/footing-held.ts'
import { isMapped } from '#analytics/places/domain-measures.ts'
import type { PlaceExposure } from '#analytics/places/exposure.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import { row } from '#analytics/parts/rows.ts'
import type { DomainExposure, Exposure, RelationName, SiteHolding } from './answers.ts'
import type { Asked } from './asked.ts'
import { domainOfCode } from './checked-arguments.ts'
import { DE_FACTO_ASSUMPTION, controlOver } from './control-name.ts'
import { exposureWords } from './exposure-words.ts'
import { shortestPaths } from './path-answer.ts'

/** One actor's exposure in one place, in plain values. Figures that are part of a larger one are listed and not added. */
export function exposureAnswer(asked: Asked, actor: number, place: number, exposure: PlaceExposure, list: AdversaryList): Exposure {
  const byDomain = exposure.byDomain.map((part): DomainExposure => ({
    domain: domainOfCode(part.domain), low: part.low, high: part.high, ...exposureWords(asked.view, place, part, list),
    amount: part.amountLow, total: part.total, mapped: part.mapped, totalIsMapped: isMapped(part),
    totalStatement: part.official && asked.view.snapshot.keyOf(part.official.statement),
  }))
  const strongest = [...byDomain].sort((a, b) => b.low - a.low || b.high - a.high)[0]
  const held = exposure.byDomain.flatMap(({ footings, nested }) => [...footings, ...nested])
  const sites = held.map((one) => ({ one, answer: siteHolding(asked, actor, one, list) }))
    .sort((a, b) => b.one.low - a.one.low || b.one.high - a.one.high || a.one.footing - b.one.footing).map(({ answer }) => answer)
  return { low: exposure.low, high: exposure.high, strongestDomain: strongest?.domain, byDomain, siteCount: sites.length, sites }
}

function siteHolding({ view, idOf, cancellation }: Asked, actor: number, held: FootingHeld, list: AdversaryList): SiteHolding {
  const { snapshot, presences } = view
  const { site, presence } = footingsOf(view).list[held.footing]!
  const target = site >= 0 ? site : presences.from[presence]!
  return {
    site: site >= 0 ? idOf(site) : undefined,
    presence: presence >= 0 ? snapshot.keyOf(row(presences.statements, presence)[0]!) : undefined,
    relation: snapshot.types[held.relation] as RelationName, // footings rest on these relations only
    controlledBy: controlOver(held), low: held.low, high: held.high, assumption: held.deFacto ? DE_FACTO_ASSUMPTION : undefined,
    paths: () => shortestPaths(view, actor, target, { supplies: list === 'suppliers', cancellation }),
  }
}
