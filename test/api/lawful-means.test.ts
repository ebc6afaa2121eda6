import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inWords } from '#api/commands/render/in-words.ts'
import { loadDocument } from '#api/commands/load-document.ts'
import { createContext } from '#api/create-context.ts'
import type { JsonRecord } from '#api/exports/answer-parts.ts'
import { csvFile, jsonFile } from '#api/exports/export-file.ts'
import { NO_NOTES, NOT_LEGAL_ADVICE, lawfulMeansOf } from '#api/lawful-means.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { LAWFUL_NOTE_KINDS } from '#model/code-lists.ts'
import type { LawfulNote } from '#model/lawful-note.ts'
import { MODEL } from '#model/model.ts'
import { CITY1, GROUP, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld } from '../worlds/flow-world.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

const TODAY = '2026-11-25'
const note = (kind: LawfulNote['kind'], more: Partial<LawfulNote> = {}, retrievedOn = '2026-11-20'): LawfulNote => ({
  country: 'NL', kind, text: 'It is so.', language: 'en', asOf: { text: '2015', precision: 'year' }, grade: 'register',
  source: { title: 'An Act', publisher: 'A State', url: 'https://example.org/act', kind: 'register', retrievedOn }, ...more,
})

describe('what is noted on the law of a country', () => {
  const means = (...notes: readonly LawfulNote[]) => lawfulMeansOf(notes, () => TODAY)

  it('says in the very words that there is nothing, and names every kind', () => {
    for (const country of ['AQ', undefined]) {
      expect(means(note('notice'))(country)).toEqual({ country, notes: [], missing: LAWFUL_NOTE_KINDS.codes.map(({ code }) => code), sentence: 'no notes for this country: ask before acting' })
    }
  })

  it('lists the notes of that country by kind, each with its grade, source and dates, and names the kinds it lacks', () => {
    const { sentence, notes, missing } = means(note('essential services'), note('notice', { country: 'US' }), note('strike law', {}, '2026-11-01'))('NL')
    expect(notes.map(({ kind }) => kind)).toEqual(['strike law', 'essential services'])
    expect(notes[0]!.sentence).toBe('Strike law: It is so. (Grade register: An Act, A State, 2015, https://example.org/act; checked on 2026-11-01)')
    expect(missing).toEqual(['notice', 'secondary action', 'picketing', 'public boycott', 'rent withholding', 'assembly'])
    expect(sentence).toBe('Netherlands: 2 notes, checked from 2026-11-01 to 2026-11-20. Nothing noted on notice, secondary action, picketing, public boycott, rent withholding, assembly: ask before acting.')
  })

  it('calls notes too old to act on after 18 months, to the day', () => {
    const old = means(note('notice', {}, '2025-05-24'), note('strike law', {}, '2025-05-25'))('NL')
    expect(old.notes.map(({ kind, isStale }) => [kind, isStale])).toEqual([['strike law', false], ['notice', true]])
    expect(old.sentence).toContain('1 of them more than 18 months ago: too old to act on.')
  })
})

interface Means { readonly country: string | null; readonly sentence: string; readonly advice: string; readonly notes: readonly { readonly kind: string; readonly asOf: string; readonly asOfPrecision: string; readonly grade: string; readonly source: { readonly url: string; readonly retrievedOn: string } }[] }

describe('sites, places and two places carry it', () => {
  let server: TestServer
  beforeAll(async () => { server = await startSmallWorld() })
  afterAll(() => server.stop())
  const FIELDS = 'country sentence advice notes { kind text language asOf asOfPrecision grade isStale source { title publisher url retrievedOn } } missing'

  it('for the country they lie in, with source and dates', async () => {
    const { body } = await server.ask(`{ site: node(id: "smdg:NLRTM/QW") { ... on Site { lawfulMeans { ${FIELDS} } } } place(id: "unlocode:USLAX") { lawfulMeans { ${FIELDS} } } }`)
    const [here, there] = [body.data!['site'], body.data!['place']].map((one) => (one as { lawfulMeans: Means }).lawfulMeans)
    expect([here!.country, there!.country]).toEqual(['NL', 'US'])
    expect(here!.sentence).toMatch(/^Netherlands: 4 notes, checked on 2026-11-25\. Nothing noted on picketing, /)
    expect(there!.notes.map(({ kind }) => kind)).toEqual(['STRIKE_LAW', 'NOTICE', 'SECONDARY_ACTION', 'ESSENTIAL_SERVICES'])
    expect(here!.notes[0]).toMatchObject({ asOf: '2015-06-19', asOfPrecision: 'DAY', grade: 'REGISTER', source: { url: 'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2015:1687', retrievedOn: '2026-11-25' } })
    expect(there!.notes.at(-1)).toMatchObject({ asOf: '1974-01-01', asOfPrecision: 'YEAR', grade: 'REGISTER' })
    expect(here!.advice).toBe(NOT_LEGAL_ADVICE)
  })

  it('for a place from a terminal', async () => {
    const variables = { id: 'unlocode:NLRTM' }
    const text = inWords({ question: 'place', field: 'place', json: false, variables }, (await server.ask(loadDocument('place'), variables)).body.data!['place'] as object)
    expect(text).toMatch(/\n\nBefore acting\. Not legal advice\..*\n  Netherlands: 4 notes, checked on 2026-11-25\./)
  })

  it('for both places of a ranking, in the answer and from a terminal: not legal advice is said once', async () => {
    const answer = (await server.ask(loadDocument('shared'), { here: 'unlocode:NLRTM', there: 'unlocode:USLAX' })).body.data!['sharedAdversaries'] as Record<'lawfulMeansHere' | 'lawfulMeansThere', Means>
    expect([answer.lawfulMeansHere.country, answer.lawfulMeansThere.country]).toEqual(['NL', 'US'])
    const text = inWords({ question: 'shared', field: 'sharedAdversaries', json: false, variables: { here: 'unlocode:NLRTM', there: 'unlocode:USLAX' } }, answer)
    expect(text.split(NOT_LEGAL_ADVICE)).toHaveLength(2)
    expect(text).toContain('\n  Netherlands: 4 notes, checked on 2026-11-25.')
    expect(text).toContain('\n    Secondary action: A union may not strike at, or coerce, a neutral employer')
    expect(text).toMatch(/\(Grade register: 29 U\.S\.C\. 158\(g\), .*, 1974, https:\/\/uscode\.house\.gov\/\S+; checked on 2026-11-25\)/)
  })
})

describe('choke points and what-ifs carry it', () => {
  let world: FlowWorld
  beforeAll(async () => { world = await flowWorld([...HARBOUR_TABLES, ['sites', 'id,name,kind,country,place_id,status', `site:x/planned,Planned Port,port terminal,BE,${CITY1},announced`]]) })
  afterAll(() => world.close())
  const words = (question: string, answer: object) => inWords({ question, field: question, json: false, variables: {} }, answer)
  /** The same data, where nothing is noted on the law of any country. */
  const withoutNotes = async (question: string, variables: Readonly<Record<string, unknown>>) => {
    const atlas = await readAtlas(world.atlas.store, () => TODAY, [])
    const { data } = await execute({ schema: buildSchema(MODEL), document: parse(loadDocument(question)), variableValues: variables, contextValue: createContext(atlas, 'test', 30_000) })
    return Object.values(data ?? {})[0] as { readonly jurisdictions: readonly Means[] }
  }

  it('for the countries of their sites, beside the sentence for all countries', async () => {
    const answer = (await world.ask(loadDocument('choke'), { organisation: GROUP, commodity: 'Grain' }))['chokePoints'] as unknown as { readonly lawfulMeans: string; readonly jurisdictions: readonly Means[] }
    expect(answer.lawfulMeans).toMatch(/^Lawful means only\./)
    expect(answer.jurisdictions.map(({ country, notes }) => [country, notes.length])).toEqual([['NL', 4]])
    expect(words('choke', answer)).toContain('Essential services: Danger to the mental or physical health of vulnerable people is weighed by the court and can limit an action. (Grade register: ')
  })

  it('for the place asked about, and for what is removed', async () => {
    const answer = (await world.ask(loadDocument('whatif'), { place: CITY1, commodity: 'Grain', remove: ['site:x/port-a'] }))['whatIf'] as unknown as { readonly jurisdictions: readonly Means[] }
    expect(answer.jurisdictions.map(({ country }) => country)).toEqual(['NL'])
  })

  it('and their files, once, beside the rows and not among what the sources of the rows say', async () => {
    const answer = (await world.ask(loadDocument('choke'), { organisation: GROUP, commodity: 'Grain' }))['chokePoints'] as unknown as JsonRecord
    const { notice, answer: whole } = JSON.parse(jsonFile(JSON.parse(JSON.stringify(answer)) as JsonRecord, { question: 'choke', variables: {} })) as { readonly notice: readonly string[]; readonly answer: JsonRecord }
    expect(notice.filter((line) => line.includes(NOT_LEGAL_ADVICE))).toHaveLength(1)
    expect(notice.find((line) => line.startsWith('Notice: No length of notice is fixed.'))).toMatch(/\(Grade register: .*, 2015-06-19, https:\/\/deeplink\.rechtspraak\.nl\/\S+; checked on 2026-11-25\)$/)
    expect(Object.keys(whole).filter((name) => /jurisdiction|advice/.test(name))).toEqual([])
    const table = csvFile(await withoutNotes('choke', { organisation: GROUP, commodity: 'Grain' }) as unknown as JsonRecord, { question: 'choke', variables: {} })
    expect(table).toMatch(/^# NL: no notes for this country: ask before acting,/m)
  })

  it('for a site that lies nowhere yet, by the country it is stated for', async () => {
    const { node } = await world.ask('{ node(id: "site:x/planned") { ... on Site { place { id } lawfulMeans { country sentence } } } }')
    expect(node).toEqual({ place: null, lawfulMeans: { country: 'BE', sentence: expect.stringMatching(/^Belgium: 2 notes, /) as string } })
  })

  it('and say to ask where nothing is noted', async () => {
    for (const [question, variables] of [['choke', { organisation: GROUP, commodity: 'Grain' }], ['whatif', { place: CITY1, commodity: 'Grain', remove: ['site:x/port-a'] }]] as const) {
      const answer = await withoutNotes(question, variables)
      expect(answer.jurisdictions).toEqual([expect.objectContaining({ country: 'NL', sentence: NO_NOTES, notes: [] })])
      expect(words(question, answer)).toContain(`\n  NL: ${NO_NOTES}\n`)
    }
  })
})
