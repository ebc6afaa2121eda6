import type { ResultOf } from '../queries/graphql.ts'
import type { WorkedExamples } from '../queries/places.ts'
import type { DomainName } from '../url/view-state.ts'

type Data = ResultOf<typeof WorkedExamples>
type End = { readonly id: string; readonly name: string }
export interface Example { readonly here: End; readonly there: End; readonly domain: DomainName }

const NAMES: Readonly<Record<keyof Data, string>> = {
  rotterdam: 'Rotterdam',
  losAngeles: 'Los Angeles',
  atlanta: 'Atlanta',
  charlotte: 'Charlotte',
  loudoun: 'Loudoun County',
  maricopa: 'Maricopa County',
}
const PAIRS: readonly (readonly [keyof Data, keyof Data, DomainName])[] = [
  ['rotterdam', 'losAngeles', 'port'],
  ['atlanta', 'charlotte', 'housing'],
  ['loudoun', 'maricopa', 'data-centre'],
]

/** Examples whose two places are on record; one that is not is left out. */
export function examplesOf(data: Data): Example[] {
  const first = (name: keyof Data): End | undefined => (data[name].edges.find(({ node }) => node.name === NAMES[name]) ?? data[name].edges[0])?.node
  return PAIRS.flatMap(([here, there, domain]) => {
    const [a, b] = [first(here), first(there)]
    return a && b ? [{ here: a, there: b, domain }] : []
  })
}
