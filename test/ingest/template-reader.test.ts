import { describe, expect, it } from 'vitest'
import { parserOf } from '#ingest/parse/property-parser.ts'
import { templateReader } from '#ingest/parse/template-reader.ts'
import { NodeDrafts } from '#ingest/load/node-drafts.ts'
import { MODEL, NODE_KINDS, STATEMENT_KINDS } from '#model/model.ts'
import type { Model } from '#model/model.ts'
import { optional } from '#model/property.ts'
import { allProperties } from '#model/record.ts'
import { TEMPLATES } from '#model/templates.ts'
import { impreciseDate } from '#model/values/imprecise-date.ts'
import { decimal, flag, fraction } from '#model/values/plain-values.ts'
import { shareInterval } from '#model/values/share-interval.ts'
import type { ValueType } from '#model/values/value-type.ts'

const template = (name: string) => TEMPLATES.find((each) => each.name === name)!

/** The model with properties nobody has thought of yet. */
const grown: Model = {
  nodes: MODEL.nodes.map((kind) => (kind.name === 'Site' ? { ...kind, properties: { ...kind.properties, floorArea: optional(decimal, 'Area.'), builtOn: optional(impreciseDate, 'Built.'), vacantShare: optional(fraction, 'Vacant.') } } : kind)),
  statements: MODEL.statements.map((kind) => (kind.name === 'OWNS' ? { ...kind, properties: { ...kind.properties, dividend: optional(shareInterval, 'Dividend.'), isPledged: optional(flag, 'Pledged.') } } : kind)),
}

describe('cells are read by the model', () => {
  it('has a parser for every value type of every property', () => {
    const types = [...NODE_KINDS.map(({ properties }) => properties), ...STATEMENT_KINDS.map(allProperties)].flatMap((properties) => Object.values(properties)).map(({ type }) => type as ValueType<unknown>)
    expect(types.length).toBeGreaterThan(60)
    for (const type of types) expect(parserOf(type)).toBeTypeOf('function')
  })

  it('reads properties added to a node, suffixes and all, without a line of ours', () => {
    const reader = templateReader(grown, template('sites'))
    const cells = { name: 'A', kind: 'office', place: 'Hamburg', floor_area: '12.5', built_on: '1999-04', vacant_share: '12,5 %' }
    const parsed = reader.parse(cells)
    expect('row' in parsed && parsed.row.values['Site']).toEqual({ name: 'A', kind: 'office', floorArea: 12.5, builtOn: { text: '1999-04', precision: 'month' }, vacantShare: 0.125 })
    const bad = reader.parse({ ...cells, floor_area: 'large', built_on: 'old' })
    expect('problems' in bad && bad.problems.map(({ column, code }) => [column, code])).toEqual([['floor_area', 'NOT_A_NUMBER'], ['built_on', 'NOT_A_DATE']])
  })

  it('reads properties added to a statement', () => {
    const parsed = templateReader(grown, template('ownership')).parse({ owner: 'A', owned: 'B', dividend_min: '>25', dividend_max: '50', is_pledged: 'yes' })
    expect('row' in parsed && parsed.row.values['OWNS']).toEqual({ dividend: { min: 0.25, minExclusive: true, max: 0.5 }, isPledged: true })
  })

  it('keeps unknown properties of nodes to the end', () => {
    const drafts = new NodeDrafts()
    drafts.add({ label: 'Site', id: 'site:x', values: { name: 'A', kind: 'office', floorArea: 12.5 }, defaults: { precision: 'place only' } })
    expect([...drafts.nodes()]).toEqual([{ label: 'Site', id: 'site:x', name: 'A', nameKey: 'a', kind: 'office', floorArea: 12.5, precision: 'place only' }])
  })

  it('is a mistake of a preset, not of a file, when a column does not exist', () => {
    expect(() => templateReader(MODEL, template('sites')).parse({ name: 'A', colour: 'red' })).toThrow('no column colour')
  })

  it('warns of unseen characters, refuses half a character', () => {
    const reader = templateReader(MODEL, template('organisations'))
    const parsed = reader.parse({ name: 'A\u0000B\u202E' })
    expect('row' in parsed && [parsed.row.values['Organisation'], parsed.warnings]).toEqual([{ name: 'AB' }, ['unseen characters were taken out of name']])
    const half = reader.parse({ name: 'A\ud800' })
    expect('problems' in half && half.problems[0]).toMatchObject({ column: 'name', code: 'NOT_TEXT' })
  })
})

describe('nodes from many rows', () => {
  it('take the most frequent value, then the first in order of text; other names become aliases', () => {
    const facts = ['Beta', 'Alpha', 'Beta', 'Alpha', 'Gamma'].map((name) => ({ label: 'Organisation' as const, id: 'org:x', values: { name, kind: name === 'Gamma' ? 'fund' : undefined }, defaults: { kind: 'company' } }))
    for (const order of [facts, [...facts].reverse()]) {
      const drafts = new NodeDrafts()
      for (const each of order) drafts.add(each)
      expect([...drafts.nodes()]).toEqual([{ label: 'Organisation', id: 'org:x', name: 'Alpha', nameKey: 'alpha', aliases: ['Beta', 'Gamma'], kind: 'fund' }])
    }
  })
})
