import { lintCypherQuery } from '@neo4j-cypher/language-support'
import { describe, expect, it } from 'vitest'
import { constraints } from '#derive/constraints.ts'
import { ExposedIn } from '#model/derived/exposed-in.ts'
import { MODEL } from '#model/model.ts'
import { neo4jSchema, neo4jText } from '#store/dialects/neo4j.ts'
import { STATE_LABEL } from '#store/registry/state-statements.ts'
import { REGISTRY } from '#store/registry/registry.ts'
import type { Parameters } from '#store/registry/registered-statement.ts'

const VERSIONS = ['CYPHER 5', 'CYPHER 25'] as const
/** Warns of a misspelt label or type, and of a parameter that is not declared. */
const schema = {
  labels: [...MODEL.nodes.map(({ name }) => name), STATE_LABEL],
  relationshipTypes: [...MODEL.statements.map(({ name }) => name), ExposedIn.name],
}

const complaints = (text: string, version: (typeof VERSIONS)[number], parameters: Parameters = {}): string[] =>
  lintCypherQuery(text, { ...schema, defaultLanguage: version, parameters }).diagnostics.map(({ message }) => (typeof message === 'string' ? message : message.value))

describe.each(VERSIONS)('Neo4j’s own checker, %s', (version) => {
  it('has nothing to say about any registered statement', () => {
    const said = REGISTRY.flatMap(({ id, text, parameters }) => complaints(neo4jText(text), version, parameters).map((message) => `${id}: ${message}`))
    expect(said).toEqual([])
    expect(REGISTRY.length).toBeGreaterThan(150)
  }, 170_000)

  it('has nothing to say about the schema', () => {
    expect(neo4jSchema(constraints(MODEL)).flatMap((text) => complaints(text, version))).toEqual([])
  }, 170_000)
})

describe('The checker itself', () => {
  it('tells the versions apart, and finds misspelt labels and parameters', () => {
    expect(complaints('MATCH (n)-[r]->() SET n = r', 'CYPHER 25')).toEqual(['Type mismatch: expected Map but was Relationship'])
    expect(complaints('MATCH (n)-[r]->() SET n = r', 'CYPHER 5')[0]).toMatch(/deprecated/)
    expect(complaints('MATCH (n:Organization {id: $ids}) RETURN n.id AS id', 'CYPHER 5', { id: 'string' }).map((message) => message.slice(0, 30)))
      .toEqual(['Label Organization is not prese', 'Parameter $ids is not defined.'].map((message) => message.slice(0, 30)))
  }, 60_000)
})
