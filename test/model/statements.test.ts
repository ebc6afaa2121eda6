import { describe, expect, it } from 'vitest'
import { GLOSSARY, definitionOf } from '#model/glossary.ts'
import type { OwnsStatement, Statement } from '#model/model.ts'
import { NODE_KINDS, STATEMENT_KINDS } from '#model/model.ts'
import { allProperties, nodeFromStored, nodeToStored, statementFromStored, statementToStored, storedShape } from '#model/record.ts'
import { sourceId, statementKey } from '#model/statement-key.ts'

const holding: OwnsStatement = {
  type: 'OWNS', from: 'org:dk/holding', to: 'org:dk/line', interest: 'shareholding', share: { min: 0.5, max: 0.75, minExclusive: true },
  sourceId: 'src:1', grade: 'register', status: 'in force', validFrom: { text: '2016', precision: 'year' }, retrievedOn: '2026-11-23',
}

describe('a statement', () => {
  it('does not type-check without a source or without a grade', () => {
    const { sourceId: _source, ...sourceless } = holding
    const { grade: _grade, ...ungraded } = holding
    // @ts-expect-error a statement names its source
    const first: OwnsStatement = sourceless
    // @ts-expect-error a statement has a grade
    const second: OwnsStatement = ungraded
    expect([first, second]).toHaveLength(2)
  })

  it('is the same after it was stored flat and read back', () => {
    const stored = { ...statementToStored(holding), key: statementKey(holding), importIds: ['imp:1'] }
    expect(stored).toMatchObject({ shareMin: 0.5, shareMax: 0.75, shareMinExclusive: true, validFrom: '2016', grade: 'register' })
    expect(statementFromStored('OWNS', holding.from, holding.to, stored)).toEqual({ ...holding, key: statementKey(holding), importIds: ['imp:1'] })
  })

  it('keeps its key when the page is read again, and gets another when the page says something else', () => {
    const key = statementKey(holding)
    expect(statementKey({ ...holding, retrievedOn: '2027-01-01', note: 'reworded' })).toBe(key)
    const others: readonly Statement[] = [
      { ...holding, share: { min: 0.5, max: 0.75 } }, { ...holding, sourceId: 'src:2' }, { ...holding, validFrom: { text: '2016-01', precision: 'month' } },
      { ...holding, status: 'ended' }, { ...holding, from: 'org:dk/line', to: 'org:dk/holding' }, { ...holding, grade: 'claimed' },
    ]
    expect(new Set([key, ...others.map(statementKey)]).size).toBe(others.length + 1)
  })

  it('has a source id made of address, title, publisher and day', () => {
    const page = { name: 'Major Shareholders', url: 'https://example.org/a', retrievedOn: '2026-11-23' }
    expect(sourceId(page)).toBe(sourceId({ ...page }))
    expect(sourceId(page)).not.toBe(sourceId({ ...page, retrievedOn: '2026-11-24' }))
  })
})

describe('a node', () => {
  it('is the same after it was stored flat and read back', () => {
    const site = { label: 'Site', id: 'smdg:NLRTM/X', name: 'X', nameKey: 'x', kind: 'port terminal', coordinates: { lat: 51.9, lon: 4 }, precision: 'exact', aliases: ['Y'] } as const
    expect(nodeToStored(site)).toMatchObject({ lat: 51.9, lon: 4 })
    expect(nodeFromStored('Site', nodeToStored(site))).toEqual(site)
  })
})

describe('the model', () => {
  it('uses one stored type for one stored name, everywhere', () => {
    const seen = new Map<string, string>()
    for (const properties of [...NODE_KINDS.map((kind) => kind.properties), ...STATEMENT_KINDS.map(allProperties)]) {
      for (const [name, type] of Object.entries(storedShape(properties))) {
        expect(`${name} ${seen.get(name) ?? type}`).toBe(`${name} ${type}`)
        seen.set(name, type)
      }
    }
    expect(seen.size).toBeGreaterThan(40)
  })
  it('lets statements join declared labels only', () => {
    const labels = new Set<string>(NODE_KINDS.map(({ name }) => name))
    for (const { from, to } of STATEMENT_KINDS) expect([...from, ...to].filter((label) => !labels.has(label))).toEqual([])
  })
  it('documents every kind and property in a sentence', () => {
    for (const { doc, properties } of [...NODE_KINDS, ...STATEMENT_KINDS]) {
      expect(doc).toMatch(/\.$/)
      for (const property of Object.values(properties)) expect(property.doc).toMatch(/[.?]$/)
    }
  })
})

describe('the glossary', () => {
  it('defines each term once and refuses a word nobody defined', () => {
    expect(new Set(GLOSSARY.map(({ term }) => term)).size).toBe(GLOSSARY.length)
    expect(definitionOf('mirror point').formal).toContain('Gower')
    expect(() => definitionOf('score2')).toThrow('score2')
  })
})
