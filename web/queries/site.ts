import { graphql } from './graphql.ts'
import { LawfulMeansFields, StatementFields } from './fragments.ts'

export const SiteCard = graphql(`
  query SiteCard($id: ID!) {
    node(id: $id) {
      __typename id name
      ... on Site { kind domain country coordinates { lat lon } precision place { id name } lawfulMeans { ...LawfulMeansFields } statements(first: 50) { ...StatementFields } }
    }
  }
`, [LawfulMeansFields, StatementFields])
