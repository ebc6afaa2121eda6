import type { GraphQLSchema } from 'graphql'
import type { Model } from '#model/model.ts'
import { defineAbout } from './about.ts'
import { defineBasis } from './basis.ts'
import { defineChanges } from './changes.ts'
import { defineChokePoints } from './choke-points.ts'
import { defineConnections } from './connection.ts'
import { defineCoverage } from './coverage.ts'
import { defineDate } from './date-scalar.ts'
import { defineLawfulMeans } from './lawful-means.ts'
import { defineMirrorPoints } from './mirror-points.ts'
import { defineNodes } from './node.ts'
import { organisationFields } from './organisation.ts'
import { defineOwnMoney } from './own-money.ts'
import { defineOwnership } from './ownership.ts'
import { definePaths } from './paths.ts'
import { definePlaces, placeFields } from './place.ts'
import { definePresets } from './presets.ts'
import { createApi } from './refs.ts'
import { defineResults } from './results.ts'
import { defineSearch } from './search.ts'
import { defineSharedAdversaries } from './shared-adversaries.ts'
import { siteFields } from './site.ts'
import { defineSources, sourceFields } from './sources.ts'
import { defineStatement } from './statement.ts'
import { defineTimeline } from './timeline.ts'
import { defineTwins } from './twins.ts'
import { defineValues } from './values.ts'
import { defineWhatIf } from './what-if.ts'
import { defineWhyNot } from './why-not.ts'
import { defineWrittenExposures } from './written-exposures.ts'

/**
 * The API of a model. Node types, the statement type, enums and their descriptions are derived from it;
 * a file per concept beside this one adds the questions and what is computed.
 */
export function buildSchema(model: Model): GraphQLSchema {
  const api = createApi(model)
  const { builder } = api
  defineDate(builder)
  builder.queryType({ description: 'The questions. Every answer says on what it rests.' })
  defineValues(api)
  defineLawfulMeans(api)
  defineNodes(api, { ...organisationFields(api), ...siteFields(api), ...placeFields(api), ...sourceFields })
  defineStatement(api)
  const connection = defineConnections(builder)
  const result = defineResults(api)
  defineBasis(api)
  definePaths(api, result)
  defineCoverage(api, result)
  defineOwnMoney(api, result, defineSharedAdversaries(api, result))
  defineMirrorPoints(api, result)
  defineOwnership(api, result)
  defineTimeline(api, result)
  defineChanges(api, connection, result)
  defineWhatIf(api, result, defineChokePoints(api, result))
  defineTwins(api, result)
  defineWhyNot(api, result)
  definePlaces(api, connection)
  defineWrittenExposures(api, connection, result)
  defineSearch(api, connection)
  defineSources(api, connection)
  definePresets(api)
  defineAbout(api)
  return builder.toSchema({ sortSchema: true })
}
