import { graphql } from './graphql.ts'

export const SearchRecords = graphql(`
  query SearchRecords($text: String!, $kinds: [NodeKind!]) {
    search(text: $text, kinds: $kinds, first: 8) {
      totalCount
      edges { node {
        __typename id name
        ... on Place { placeKind: kind country siteCount }
        ... on Organisation { organisationKind: kind country statementCount }
        ... on Site { siteKind: kind country }
        ... on Brand { brandKind: kind country }
      } }
    }
  }
`)
