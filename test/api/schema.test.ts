import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { buildSchema as schemaFromText, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildSchema } from '#api/schema/build-schema.ts'
import { printedSchema } from '#api/print-schema.ts'
import { forbiddenName } from '#model/forbidden-names.ts'
import { MODEL } from '#model/model.ts'
import type { Model } from '#model/model.ts'
import { optional, required } from '#model/property.ts'
import { quantity } from '#model/values/quantity.ts'
import { coordinates } from '#model/values/coordinates.ts'
import { text } from '#model/values/plain-values.ts'
import { impreciseDate } from '#model/values/imprecise-date.ts'

const file = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')
const lines = (schema: GraphQLSchema): Set<string> => {
  const all = new Set<string>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isEnumType(type)) for (const { name } of type.getValues()) all.add(`${type.name}.${name}`)
    if (isUnionType(type)) for (const { name } of type.getTypes()) all.add(`${type.name} = ${name}`)
    if (isInputObjectType(type)) for (const { name, type: of } of Object.values(type.getFields())) all.add(`${type.name}.${name}: ${String(of)}`)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const { name } of type.getInterfaces()) all.add(`${type.name} implements ${name}`)
    for (const field of Object.values(type.getFields())) {
      all.add(`${type.name}.${field.name}: ${String(field.type)}`)
      for (const arg of field.args) all.add(`${type.name}.${field.name}(${arg.name}: ${String(arg.type)} = ${String(arg.defaultValue)})`)
    }
  }
  return all
}

describe('the schema', () => {
  it('has every type, field, argument and default of the contract, with the same nullability', () => {
    const present = lines(buildSchema(MODEL))
    expect([...lines(schemaFromText(file('contract.graphql')))].filter((line) => !present.has(line))).toEqual([])
  })

  it('unions hold exactly the results of the contract', () => {
    const unions = (schema: GraphQLSchema) => [...lines(schema)].filter((line) => line.includes(' = ') && !line.includes('(')).sort()
    expect(unions(buildSchema(MODEL))).toEqual(unions(schemaFromText(file('contract.graphql'))))
  })

  it('is checked in as text', () => expect(file('../../api/schema.graphql')).toBe(printedSchema()))

  it('shows a property the moment the model declares it, and hides what is hidden or internal', () => {
    const model: Model = {
      nodes: MODEL.nodes.map((kind) => (kind.name !== 'Site' ? kind : {
        ...kind,
        properties: {
          ...kind.properties, quayLength: optional(quantity, 'Length of the quay.', { sameAs: 'S-57 berth length' }), openedOn: optional(impreciseDate, 'Opening.'), permitNumber: required(text, 'Number of the permit.'),
          gate: optional(coordinates, 'A point.'), searchKey: optional(text, 'For searching.', { hidden: true }), checksum: optional(text, 'Hash.', { internal: true }),
        },
      })),
      statements: MODEL.statements.map((kind) => (kind.name !== 'OPERATES' ? kind : { ...kind, properties: { ...kind.properties, concession: optional(text, 'Name of the concession.') } })),
    }
    const before = lines(buildSchema(MODEL))
    const added = [...lines(buildSchema(model))].filter((line) => !before.has(line)).sort()
    expect(added).toEqual([
      'Site.gate: Coordinates', 'Site.openedOn: Date', 'Site.openedOnPrecision: DatePrecision', 'Site.permitNumber: String!', 'Site.quayLength: Quantity', 'Statement.concession: String',
    ])
    expect(printedSchema(model)).toContain('"""Length of the quay. Same as S-57 berth length."""')
  })

  it('refuses two statements that give one property two meanings', () => {
    const model: Model = { ...MODEL, statements: MODEL.statements.map((kind) => (kind.name !== 'MANAGES' ? kind : { ...kind, properties: { share: optional(text, 'Something else.') } })) }
    expect(() => buildSchema(model)).toThrow('Statements disagree on share: Interval and String.')
  })

  it('has no name for anything about private persons or the security of a site, in twelve languages', () => {
    const names = [...lines(buildSchema(MODEL))].filter((line) => /[:(]/.test(line)).flatMap((line) => line.split(/[.:( ]/).filter((part) => /^\w+$/.test(part)))
    expect(names.length).toBeGreaterThan(300)
    expect([...new Set(names)].filter((name) => forbiddenName(name) !== undefined)).toEqual([])
  })
})

describe('forbidden names', () => {
  it.each([
    ['dateOfBirth', 'birth date'], ['GEBURTSDATUM', 'birth date'], ['fecha_de_nacimiento', 'birth date'], ['Doğum Tarihi', 'birth date'], ['дата рождения', 'birth date'], ['出生日期', 'birth date'], ['تاريخ الميلاد', 'birth date'],
    ['home address', 'home address'], ['Wohnanschrift', 'home address'], ['adres zamieszkania', 'home address'], ['endereço residencial', 'home address'], ['e-mail', 'e-mail address'], ['courriel', 'e-mail address'],
    ['numero di telefono cellulare', 'phone number'], ['burgerservicenummer', 'personal identifier'], ['tenantName', 'tenant or home inside a building'], ['huurders', 'tenant or home inside a building'],
    ['guards', 'security of a site'], ['cctv_count', 'security of a site'], ['floorplan', 'inside of a site'], ['failoverCapacity', 'what a site cannot do without'], ['Schichtplan', 'staff on duty'], ['officers', 'person'],
  ])('%s stands for: %s', (name, concept) => expect(forbiddenName(name)).toBe(concept))

  it.each(['unit', 'stores', 'shareMin', 'capacity', 'kind', 'operator', 'owner', 'status', 'sector', 'population', 'asOf', 'retrieved_on', 'importance', 'website', 'industryCode'])('%s is allowed', (name) => {
    expect(forbiddenName(name)).toBeUndefined()
  })
})
