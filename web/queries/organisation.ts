import { graphql } from './graphql.ts'
import { IntervalFields } from './fragments.ts'

export const OrganisationCard = graphql(`
  query OrganisationCard($id: ID!) {
    node(id: $id) { __typename id name ... on Organisation { kind country aliases identifiers statementCount } }
  }
`)

export const Holders = graphql(`
  query Holders($of: ID!, $direction: Direction!, $asOf: Date, $grades: [Grade!]) {
    ownership(of: $of, direction: $direction, asOf: $asOf, grades: $grades) {
      __typename
      ... on Ownership {
        totalCount status remainder { ...IntervalFields } basis { asOf grades dataVersion notes }
        holders(first: 50) { node { __typename id name } ultimate control integrated { ...IntervalFields } direct { ...IntervalFields } }
      }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
    }
  }
`, [IntervalFields])
