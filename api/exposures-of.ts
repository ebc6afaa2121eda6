import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import { heldInPlace } from '#analytics/places/exposure.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { PlaceIndex } from '#analytics/places/place-index.ts'
import type { Exposure } from '#model/derived/exposed-in.ts'
import { domainOfCode } from './questions/checked-arguments.ts'

/**
 * Every exposure of an index as a relationship: per organisation, place and domain, by the preferred measure all sites of
 * the domain in the place have. Rows behind which a protected site stands are left out as a whole.
 */
export function* exposuresOf(view: OwnershipView, index: PlaceIndex): Generator<Exposure> {
  const { nodes, texts } = view.snapshot
  for (let entry = 0; entry < index.actor.length; entry++) {
    const [actor, position] = [index.actor[entry]!, index.position[entry]!]
    const place = index.places[position]!
    const withheld = protectedDomains(view, actor, place)
    for (let domainRow = index.domainStart[position]!; domainRow < index.domainStart[position + 1]!; domainRow++) {
      if (withheld.has(index.domain[domainRow]!)) continue
      const first = index.measureStart[domainRow]!
      const wanted = index.measureStart[domainRow + 1]! - first > 1 ? first + 1 : first // the first row counts sites, the second is the preferred figure
      for (let value = index.valueStart[entry]!; value < index.valueStart[entry + 1]!; value++) {
        if (index.valueRow[value] !== wanted || !(index.high[value]! > 0)) continue
        yield {
          from: nodes.ids[actor]!, to: nodes.ids[place]!, domain: domainOfCode(index.domain[domainRow]!),
          measure: wanted === first ? 'sites' : texts[index.measure[wanted]!]!, unit: wanted === first ? 'sites' : texts[index.unit[wanted]!]!,
          low: index.low[value]!, high: index.high[value]!, sites: index.footings[value]!, leaf: index.leaf[position] === 1,
        }
      }
    }
  }
}

/** Domains in which an actor has a protected site in a place. */
function protectedDomains(view: OwnershipView, actor: number, place: number): ReadonlySet<number> {
  const { list } = footingsOf(view)
  const { protectedClass } = view.snapshot.nodes
  const footings = heldInPlace(view, actorHoldings(view, actor, 'controllers'), place).map(({ footing }) => list[footing]!)
  return new Set(footings.filter(({ site }) => site >= 0 && protectedClass[site] !== 0).map(({ domain }) => domain))
}
