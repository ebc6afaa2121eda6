import type { OwnershipView } from '#analytics/ownership-view.ts'
import type { PlaceIndex } from '#analytics/place-index.ts'
import type { Exposure } from '#model/derived/exposed-in.ts'
import { domainOfCode } from './questions/checked-arguments.ts'

/** Every exposure of an index as a relationship: per organisation, place and domain, by the preferred measure all sites of the domain in the place have. */
export function* exposuresOf({ snapshot: { nodes, texts } }: OwnershipView, index: PlaceIndex): Generator<Exposure> {
  for (let entry = 0; entry < index.actor.length; entry++) {
    const position = index.position[entry]!
    for (let domainRow = index.domainStart[position]!; domainRow < index.domainStart[position + 1]!; domainRow++) {
      const first = index.measureStart[domainRow]!
      const wanted = index.measureStart[domainRow + 1]! - first > 1 ? first + 1 : first // the first row counts sites, the second is the preferred figure
      for (let value = index.valueStart[entry]!; value < index.valueStart[entry + 1]!; value++) {
        if (index.valueRow[value] !== wanted || !(index.high[value]! > 0)) continue
        yield {
          from: nodes.ids[index.actor[entry]!]!, to: nodes.ids[index.places[position]!]!, domain: domainOfCode(index.domain[domainRow]!),
          measure: wanted === first ? 'sites' : texts[index.measure[wanted]!]!, unit: wanted === first ? 'sites' : texts[index.unit[wanted]!]!,
          low: index.low[value]!, high: index.high[value]!, sites: index.footings[value]!, leaf: index.leaf[position] === 1,
        }
      }
    }
  }
}
