import { graphql } from './graphql.ts'
import { IntervalFields, StatementFields } from './fragments.ts'

export const PathsBetween = graphql(`
  query PathsBetween($from: ID!, $to: ID!, $asOf: Date, $grades: [Grade!]) {
    paths(from: $from, to: $to, asOf: $asOf, grades: $grades, first: 5) {
      __typename
      ... on Paths { totalCount items { grade product { ...IntervalFields } nodes { __typename id name } statements { ...StatementFields } judgements { ...StatementFields } } }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
    }
  }
`, [IntervalFields, StatementFields])
