import { graphql } from './graphql.ts'
import type { ResultOf } from './graphql.ts'
import { IntervalFields, StatementFields } from './fragments.ts'

export const PlacedSite = graphql(`fragment PlacedSite on Site @_unmask { id name kind domain precision coordinates { lat lon } place { id name country } }`)

/** A statement read beside the answers: who runs which site, which record is the same, which brand is whose and where it is sold. */
export const AroundFields = graphql(`
  fragment AroundFields on Statement @_unmask {
    key type status judgement grade validFrom validTo sentence
    from { __typename id name }
    to { __typename id name ... on Site { kind domain precision coordinates { lat lon } place { id name country } } ... on Place { country } }
  }
`)

export const OrganisationCard = graphql(`
  query OrganisationCard($id: ID!) {
    node(id: $id) {
      __typename id name
      ... on Organisation {
        kind country aliases identifiers website sector legalForm registerStatus: status opaqueReason statementCount
        statements(first: 100) { ...StatementFields judgement }
      }
      ... on Brand { brandKind: kind country aliases identifiers productClass statements(first: 100) { ...StatementFields to { ... on Place { country } } } }
    }
  }
`, [StatementFields])

/** Who holds an organisation or site, or what it holds, with every path behind the numbers. */
export const OwnershipOf = graphql(
  `
    query OwnershipOf($of: ID!, $direction: Direction!, $asOf: Date, $grades: [Grade!]) {
      ownership(of: $of, direction: $direction, asOf: $asOf, grades: $grades) {
        __typename
        ... on Ownership {
          totalCount
          status
          direction
          target {
            __typename
            id
            name
          }
          remainder {
            ...IntervalFields
          }
          cycles {
            __typename
            id
            name
          }
          conflicts {
            kind
            sentence
            target {
              __typename
              id
              name
            }
            statements {
              ...StatementFields
            }
          }
          basis {
            method
            asOf
            grades
            dataVersion
            notes
          }
          holders(first: 100) {
            node {
              __typename
              id
              name
              ... on Organisation {
                organisationKind: kind
                country
              }
              ... on Site {
                ...PlacedSite
              }
            }
            ultimate
            control
            directMajority
            groupControl
            jointControl
            significant
            integrated {
              ...IntervalFields
            }
            direct {
              ...IntervalFields
            }
            votes {
              ...IntervalFields
            }
            paths {
              grade
              product {
                ...IntervalFields
              }
              nodes {
                __typename
                id
                name
              }
              statements {
                ...StatementFields
              }
              figures {
                ...StatementFields
              }
              judgements {
                ...StatementFields
              }
            }
          }
        }
        ... on NotFound {
          message
        }
        ... on InvalidInput {
          message
          field
          reason
          hint
        }
        ... on TooLarge {
          message
        }
        ... on Unavailable {
          message
        }
      }
    }
  `,
  [IntervalFields, PlacedSite, StatementFields],
)

/** What several organisations run, as stated; the statements of one that has more than {@link STATED_EACH} are read with {@link StatedAbout}. */
export const StatedAround = graphql(`
  query StatedAround($ids: [ID!]!) { nodes(ids: $ids) { __typename id name ... on Organisation { statements(first: 60) { ...AroundFields } } } }
`, [AroundFields])
/** Where brands are sold. */
export const BrandsAround = graphql(`
  query BrandsAround($ids: [ID!]!) { nodes(ids: $ids) { __typename id name ... on Brand { statements(first: 60) { ...AroundFields } } } }
`, [AroundFields])
export const StatedAbout = graphql(
  `
    query StatedAbout($id: ID!) {
      node(id: $id) {
        __typename
        id
        name
        ... on Organisation {
          statements(first: 100) {
            ...AroundFields
          }
        }
        ... on Brand {
          statements(first: 100) {
            ...AroundFields
          }
        }
      }
    }
  `,
  [AroundFields],
)
export const STATED_EACH = 60
/** Ids one question may name. */
export const MOST_IDS = 100

export type Card = Extract<ResultOf<typeof OrganisationCard>['node'], { __typename: 'Organisation' }>
export type BrandCard = Extract<ResultOf<typeof OrganisationCard>['node'], { __typename: 'Brand' }>
export type OwnershipAnswer = Extract<ResultOf<typeof OwnershipOf>['ownership'], { __typename: 'Ownership' }>
export type HoldingOf = OwnershipAnswer['holders'][number]
export type PathOf = HoldingOf['paths'][number]
export type PlacedSiteOf = ResultOf<typeof PlacedSite>
type Stated = Extract<ResultOf<typeof StatedAround>['nodes'][number], { statements: unknown }>
export type AroundStatement = Stated['statements'][number]
/** An organisation or brand with what is stated about it. */
export interface AroundNode { readonly id: string; readonly name: string; readonly __typename: string; readonly statements: readonly AroundStatement[] }
