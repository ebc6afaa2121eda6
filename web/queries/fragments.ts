import { graphql } from './graphql.ts'

/** A share or exposure as a range; equal ends when it is exact. */
export const IntervalFields = graphql(`fragment IntervalFields on Interval @_unmask { low high lowExclusive highExclusive statedOnly }`)

export const SourceFields = graphql(`fragment SourceFields on Source @_unmask { id title publisher url licence retrievedOn }`)

/** One step of a path with everything needed to check it. */
export const StatementFields = graphql(`
  fragment StatementFields on Statement @_unmask {
    key type from { __typename id name } to { __typename id name }
    share { ...IntervalFields } votes { ...IntervalFields } interest status validFrom validTo asOf grade note sentence
    source { ...SourceFields }
  }
`, [IntervalFields, SourceFields])

export const CoverageFields = graphql(`
  fragment CoverageFields on Coverage @_unmask {
    sites withOperator withOwner oldestSource sentence nextRecord
    unconnectedOperators(first: 12) { organisation { id name } sites }
  }
`)

export const PlaceFields = graphql(`fragment PlaceFields on Place @_unmask { id name kind country coordinates { lat lon } siteCount domains }`)

/** What to know before acting in a country. */
export const LawfulMeansFields = graphql(`
  fragment LawfulMeansFields on LawfulMeans @_unmask {
    country missing
    notes { kind text language asOf asOfPrecision grade isStale source { title publisher url retrievedOn } }
  }
`)

export const SiteFields = graphql(`fragment SiteFields on Site @_unmask { id name kind domain coordinates { lat lon } precision }`)

/** What one organisation has a hold on in one place. */
export const ExposureFields = graphql(`
  fragment ExposureFields on Exposure @_unmask {
    low high strongestDomain siteCount
    byDomain { domain low high measure unit amount total totalIsMapped sentence }
    sites(first: 50) { site { ...SiteFields } presence { sentence } relation controlledBy low high }
  }
`, [SiteFields])

export const ReasonFields = graphql(`fragment ReasonFields on Reason @_unmask { feature weight similarity here there sentence }`)
