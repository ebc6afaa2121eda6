import { graphql } from './graphql.ts'
import { ReasonFields, SiteFields } from './fragments.ts'

export const MirrorPoints = graphql(`
  query MirrorPoints($organisation: ID!, $here: ID!, $there: ID!, $asOf: Date, $grades: [Grade!]) {
    mirrorPoints(organisation: $organisation, here: $here, there: $there, asOf: $asOf, grades: $grades) {
      __typename
      ... on MirrorPoints {
        threshold
        pairs { here { ...SiteFields } there { ...SiteFields } similarity coverage ranked reasons { ...ReasonFields } differences { ...ReasonFields } }
        unmatchedHere { id name } unmatchedThere { id name }
        basis { notes }
      }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
      ... on Withheld { message reason rule }
    }
  }
`, [ReasonFields, SiteFields])
