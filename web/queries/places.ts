import { graphql } from './graphql.ts'
import { CoverageFields, PlaceFields } from './fragments.ts'

export const PlacesOnRecord = graphql(`
  query PlacesOnRecord($withData: Domain!, $after: String) {
    places(withData: $withData, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...PlaceFields } } }
  }
`, [PlaceFields])

export const PlaceKnown = graphql(`
  query PlaceKnown($id: ID!) {
    place(id: $id) { ...PlaceFields coverage { ...CoverageFields } }
  }
`, [PlaceFields, CoverageFields])

export const AboutTheData = graphql(`
  query AboutTheData { about { version dataVersion today counts { name count } licences { licence sources } } }
`)

/** The three worked examples, found by name, so that an address that changes does not break the front page. */
export const WorkedExamples = graphql(`
  query WorkedExamples {
    rotterdam: places(search: "Rotterdam", withData: PORT, first: 6) { edges { node { id name } } }
    losAngeles: places(search: "Los Angeles", withData: PORT, first: 6) { edges { node { id name } } }
    atlanta: places(search: "Atlanta", withData: HOUSING, first: 6) { edges { node { id name } } }
    charlotte: places(search: "Charlotte", withData: HOUSING, first: 6) { edges { node { id name } } }
    loudoun: places(search: "Loudoun", withData: DATA_CENTRE, first: 6) { edges { node { id name } } }
    maricopa: places(search: "Maricopa", withData: DATA_CENTRE, first: 6) { edges { node { id name } } }
  }
`)
