import { printSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildSchema } from '#api/schema/build-schema.ts'
import { constraints } from '#derive/constraints.ts'
import { csvColumns } from '#derive/csv-columns.ts'
import { referenceDocs } from '#derive/reference-docs.ts'
import type { Model } from '#model/model.ts'
import { MODEL } from '#model/model.ts'
import { optional } from '#model/property.ts'
import { TEMPLATES } from '#model/templates.ts'
import { text } from '#model/values/plain-values.ts'

const legalBasis = optional(text, 'Law or contract the interest rests on.', { indexed: true })
const hullNumber = optional(text, 'Number painted on the crane.', { indexed: true })
/** A copy of the model with one more property on a statement and one on a node: what a contributor does in one line each. */
const grown: Model = {
  statements: MODEL.statements.map((kind) => (kind.name === 'OWNS' ? { ...kind, properties: { ...kind.properties, legalBasis } } : kind)),
  nodes: MODEL.nodes.map((kind) => (kind.name === 'Site' ? { ...kind, properties: { ...kind.properties, hullNumber } } : kind)),
}
const template = (name: string) => TEMPLATES.find((one) => one.name === name)!
const columnNames = (model: Model, name: string) => csvColumns(model, template(name)).map((column) => column.name)

describe('a property added to the model in one place', () => {
  it('is in the constraints', () => {
    expect(constraints(grown)).toContainEqual({ kind: 'relationshipIndex', type: 'OWNS', property: 'legalBasis' })
    expect(constraints(grown)).toContainEqual({ kind: 'index', label: 'Site', property: 'hullNumber' })
    expect(constraints(grown).length).toBe(constraints(MODEL).length + 2)
  })

  it('is in the printed schema', () => {
    const before = printSchema(buildSchema(MODEL))
    const after = printSchema(buildSchema(grown))
    expect(before).not.toMatch(/legalBasis|hullNumber/)
    expect(after).toMatch(/type Statement [^}]*legalBasis: String\b/)
    expect(after).toMatch(/type Site [^}]*hullNumber: String\b/)
  })

  it('is a column of the template', () => {
    expect(columnNames(grown, 'ownership').filter((name) => !columnNames(MODEL, 'ownership').includes(name))).toEqual(['legal_basis'])
    expect(columnNames(grown, 'sites').filter((name) => !columnNames(MODEL, 'sites').includes(name))).toEqual(['hull_number'])
  })

  it('is in the reference', () => {
    expect(referenceDocs(grown)).toContain('Law or contract the interest rests on.')
    expect(referenceDocs(MODEL)).not.toContain('Law or contract the interest rests on.')
  })
})
