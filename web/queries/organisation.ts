import { graphql } from './graphql.ts'
import type { ResultOf } from './graphql.ts'
import { IntervalFields, SourceFields, StatementFields } from './fragments.ts'

export const PlacedSite = graphql(`fragment PlacedSite on Site @_unmask { id name kind domain precision coordinates { lat lon } place { id name country } }`)

/** A statement around an organisation, with what it needs to be drawn: who runs what, which record is the same, which brand is whose. */
export const AroundFields = graphql(`
  fragment AroundFields on Statement @_unmask {
    key type interest status grade validFrom validTo share { ...IntervalFields } votes { ...IntervalFields } sentence
    source { ...SourceFields }
    from { __typename id name }
    to { __typename id name ... on Site { ...PlacedSite } ... on Place { country } }
  }
`, [IntervalFields, PlacedSite, SourceFields])

export const OrganisationCard = graphql(`
  query OrganisationCard($id: ID!) {
    node(id: $id) {
      __typename id name
      ... on Organisation {
        kind country aliases identifiers website sector legalForm registerStatus: status opaqueReason statementCount
        statements(first: 100) { ...StatementFields to { ... on Site { ...PlacedSite } } }
      }
      ... on Brand { brandKind: kind country aliases identifiers productClass statements(first: 100) { ...StatementFields to { ... on Place { country } } } }
    }
  }
`, [PlacedSite, StatementFields])

/** Who holds an organisation or site, or what it holds, with every path behind the numbers. */
export const OwnershipOf = graphql(`
  query OwnershipOf($of: ID!, $direction: Direction!, $asOf: Date, $grades: [Grade!]) {
    ownership(of: $of, direction: $direction, asOf: $asOf, grades: $grades) {
      __typename
      ... on Ownership {
        totalCount status direction
        remainder { ...IntervalFields }
        cycles { __typename id name }
        conflicts { kind sentence target { __typename id name } statements { ...StatementFields } }
        basis { method asOf grades dataVersion notes }
        holders(first: 100) {
          node { __typename id name ... on Organisation { kind country } ... on Site { ...PlacedSite } }
          ultimate control directMajority groupControl jointControl significant
          integrated { ...IntervalFields } direct { ...IntervalFields } votes { ...IntervalFields }
          paths { grade product { ...IntervalFields } nodes { __typename id name } statements { ...StatementFields } judgements { ...StatementFields } }
        }
      }
      ... on NotFound { message }
      ... on InvalidInput { message field reason hint }
      ... on TooLarge { message }
      ... on Unavailable { message }
    }
  }
`, [IntervalFields, PlacedSite, StatementFields])

/** What organisations run, and where brands are sold, as stated. At most 100 ids. */
export const StatedAround = graphql(`
  query StatedAround($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename id name
      ... on Organisation { statements(first: 100) { ...AroundFields } }
      ... on Brand { statements(first: 100) { ...AroundFields } }
    }
  }
`, [AroundFields])

export type OwnershipAnswer = Extract<ResultOf<typeof OwnershipOf>['ownership'], { __typename: 'Ownership' }>
export type HoldingOf = OwnershipAnswer['holders'][number]
export type PathOf = HoldingOf['paths'][number]
export type StatementOf = PathOf['statements'][number]
export type PlacedSiteOf = ResultOf<typeof PlacedSite>
export type AroundNode = NonNullable<ResultOf<typeof StatedAround>['nodes'][number]>
