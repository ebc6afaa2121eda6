import { graphql } from './graphql.ts'
import { CoverageFields, ExposureFields, LawfulMeansFields, PlaceFields, SiteFields } from './fragments.ts'

export const TwoPlaces = graphql(`
  query TwoPlaces($here: ID!, $there: ID!) {
    here: place(id: $here) { ...PlaceFields lawfulMeans { ...LawfulMeansFields } sites(first: 100) { ...SiteFields } }
    there: place(id: $there) { ...PlaceFields lawfulMeans { ...LawfulMeansFields } sites(first: 100) { ...SiteFields } }
  }
`, [LawfulMeansFields, PlaceFields, SiteFields])

export const SharedAdversaries = graphql(`
  query SharedAdversaries($here: ID!, $there: ID!, $list: AdversaryList!, $domain: Domain, $asOf: Date, $grades: [Grade!]) {
    sharedAdversaries(here: $here, there: $there, list: $list, domain: $domain, asOf: $asOf, grades: $grades, first: 50) {
      __typename
      ... on SharedAdversaries {
        totalCount
        basis { method asOf grades dataVersion parameters { name value } notes }
        coverageHere { ...CoverageFields } coverageThere { ...CoverageFields }
        items {
          rank rankLow rankHigh score ubiquity bothPlaces
          organisation { id name kind country } controllers { id name } members { id name }
          here { ...ExposureFields } there { ...ExposureFields }
        }
      }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
    }
  }
`, [CoverageFields, ExposureFields])
