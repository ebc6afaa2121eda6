import { graphql } from './graphql.ts'
import { IntervalFields } from './fragments.ts'

/** Who holds a site, for its own page. */
export const SiteHolders = graphql(`
  query SiteHolders($of: ID!, $asOf: Date, $grades: [Grade!]) {
    ownership(of: $of, direction: UP, asOf: $asOf, grades: $grades) {
      __typename
      ... on Ownership { remainder { ...IntervalFields } holders(first: 50) { node { __typename id name } control integrated { ...IntervalFields } } }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
    }
  }
`, [IntervalFields])
