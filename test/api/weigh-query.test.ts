import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { MODEL } from '#model/model.ts'
import { weighQuery } from '#api/limits/weigh-query.ts'
import { refusalOf } from '#api/limits/refuse.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { loadDocument } from '#api/commands/load-document.ts'
import { EXPORTED } from '#api/exports/export-request.ts'

const schema = buildSchema(MODEL)
const weigh = (query: string, variables: Record<string, unknown> = {}) => weighQuery(schema, parse(query), undefined, variables)

describe('the weight of a query', () => {
  // places 1 + 10 × (nodes 1 × (1 + id 1 + name 1)) = 10 × (1 + 3) = 40
  it('counts the values it asks for: rows times fields', () => expect(weigh('{ places(first: 10) { nodes { id name } } }')).toEqual({ depth: 3, fields: 4, cost: 40, rootFields: 1 }))
  it('reads the number of rows from a variable, a default, or the schema', () => {
    expect(weigh('query ($n: Int) { places(first: $n) { nodes { id name } } }', { n: 10 })?.cost).toBe(40)
    expect(weigh('{ places { nodes { id name } } }')?.cost).toBe(200)
    expect(weigh('{ places(first: 1000000) { nodes { id name } } }')?.cost).toBe(400)
    expect(weigh('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })?.cost).toBe(6)
  })
  it('reads the default of a variable that is not given', () => {
    expect(weigh('query ($n: Int = 10) { places(first: $n) { nodes { id name } } }')?.cost).toBe(40)
    expect(weigh('query ($n: Int = 10) { places(first: $n) { nodes { id name } } }', { n: 20 })?.cost).toBe(80)
    expect(weigh('query ($ids: [ID!]! = ["a", "b", "c"]) { nodes(ids: $ids) { id } }')?.cost).toBe(6)
    expect(weigh('query ($__proto__: Int = 10) { places(first: $__proto__) { nodes { id name } } }')?.cost).toBe(40)
  })
  it('counts a fragment each time it is used, and weighs it once', () => {
    const doubled = `{ place(id: "x") { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Place { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F60 on Place { id }`
    expect(weigh(doubled)?.fields).toBe(2 ** 60 + 1)
  })
  it('counts the costliest kind where a record can be of several', () => {
    expect(weigh('{ node(id: "x") { id ... on Place { name } ... on Site { name kind country } ... on Site { domain } } }')?.cost).toBe(1 + 1 + 4)
  })
  it('is undefined for fragments in a ring, also a ring of one', () => {
    expect(weigh('{ place(id: "x") { ...A } } fragment A on Place { parents { ...A } }')).toBeUndefined()
  })
  it('adds up the questions behind fragments', () => expect(weigh('{ ...Q ...Q about { version } } fragment Q on Query { presets { id } about { version } }')?.rootFields).toBe(5))
  it('is that of the named operation', () => expect(weighQuery(schema, parse('query A { about { version } } query B { places(first: 100) { nodes { id } } }'), 'A', {})?.cost).toBe(2))
  it.each([undefined, null, '', 0, 'C', {}])('is the largest of all where %j names none', (name) => {
    const both = parse('query A { about { version } presets { id } } query B { places(first: 100) { nodes { id } } }')
    expect(weighQuery(schema, both, name, {})).toEqual({ depth: 3, fields: 4, cost: 300, rootFields: 2 })
    expect(weighQuery(schema, parse('{ places(first: 100) { nodes { id } } }'), name, {})?.cost).toBe(300)
  })
})

describe('what has to be possible', () => {
  it.each([...EXPORTED, 'place', 'search', 'sources'])('the stored question “%s” with 100 rows', (question) => {
    expect(refusalOf(schema, parse(loadDocument(question)), undefined, { first: 100 })).toBeUndefined()
  })
})
