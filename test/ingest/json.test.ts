import { describe, expect, it } from 'vitest'
import { fileOf } from '#ingest/formats/input-file.ts'
import { plain, readAll } from './read-records.ts'

const json = (text: string, format: 'json' | 'geojson' = 'json') => readAll(fileOf('x.json', text), format)
const refusal = (text: string) => json(text).then(() => 'read', (error: Error) => error.message)

describe('JSON', () => {
  it('reads lists, lists under data and features', async () => {
    expect(plain((await json('[{"a":1,"b":"x"},{"a":null}]')).records)).toEqual([{ a: 1, b: 'x' }, { a: null }])
    expect(plain((await json('{"meta":{},"data":[{"id":5}]}')).records)).toEqual([{ id: 5 }])
    const feature = { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [4.1, 51.9] } }
    expect(plain((await json(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'geojson')).records)).toEqual([feature])
  })
  it('rejects elements that are no objects, by number', async () => {
    const { records, problems } = await json('[{"a":1},7,[1],null]')
    expect([records.length, problems]).toEqual([1, [2, 3, 4].map((row) => ({ row, code: 'NOT_A_RECORD' }))])
  })
  it.each([
    ['[{"a":1,"a":2}]', 'stands twice'], ['[{"a":1,"\\u0061":2}]', 'stands twice'], ['[{"__proto__":{"polluted":1}}]', '__proto__'], ['[{"x":{"constructor":1}}]', 'constructor'], ['[{"a":1e400}]', 'too large'],
    [`${'['.repeat(100_000)}`, 'nested more than 64'], [`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, 'nested more than 64'], ['[{"a":1}', 'no JSON'], ['["abc', 'never closed'], ['{"a":1}', 'no list'], ['not json', 'no JSON'],
  ])('refuses %s', async (text, message) => {
    expect(await refusal(text)).toContain(message)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  it('takes braces, quotes and commas inside text for text', async () => {
    const value = [{ a: '{"a":1,"a":2}[', b: 'x\\"y', c: ',' }, { a: '' }]
    expect(plain((await json(JSON.stringify(value))).records)).toEqual(value)
  })
  it('names no text of the file when it is broken', async () => {
    expect(await refusal('[{"owner":"Jane Q. Sample"]')).not.toContain('Jane')
  })
})
