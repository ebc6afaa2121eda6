import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import arabic from '../../web/organisation/texts/ar.json'
import german from '../../web/organisation/texts/de.json'
import english from '../../web/organisation/texts/en.json'
import common from '../../web/i18n/en.json'
import type { AroundNode, AroundStatement, HoldingOf } from '../../web/queries/organisation.ts'
import { citation } from '../../web/organisation/citation.ts'
import { furtherIds, groundOf } from '../../web/organisation/held-sites.ts'
import { holdsAt } from '../../web/organisation/holds-at.ts'
import { isPublicIdentifier, shownIdentifier } from '../../web/organisation/identifier-links.ts'
import { leadStatement } from '../../web/organisation/lead-statement.ts'
import { organisationSearch, toggledUnfolded, unfoldedOf } from '../../web/organisation/organisation-view.ts'
import { placesOf } from '../../web/organisation/places-of.ts'
import { nextSort, sortHoldings, sortOf } from '../../web/organisation/sort-holdings.ts'
import { usedSources } from '../../web/organisation/used-sources.ts'

const WHEN = { asOf: '2026-11-24', grades: ['REGISTER', 'DOCUMENT', 'REPORTED'] }
const end = (typename: string, id: string) => ({ __typename: typename, id, name: id })
const placeAt = (id: string) => ({ id, name: id, country: 'NL' })
const siteIn = (id: string, place: string | null) => ({ ...end('Site', id), __typename: 'Site' as const, kind: 'PORT_TERMINAL' as const, domain: 'PORT' as const, precision: 'EXACT' as const, coordinates: null, place: place === null ? null : placeAt(place) })
let made = 0
const said = (type: string, from: object, to: object, more: object = {}): AroundStatement =>
  ({ key: `key ${++made}`, type, from, to, status: 'IN_FORCE', judgement: null, grade: 'DOCUMENT', validFrom: null, validTo: null, sentence: 'SMDG states it.', ...more }) as AroundStatement // the parts these functions read
const about = (node: { id: string; name: string; __typename: string }, ...statements: AroundStatement[]): AroundNode => ({ ...node, statements })
const holds = (node: object, control: string, paths: object[] = []): HoldingOf => ({ node, control, paths, integrated: null, direct: null, votes: null }) as unknown as HoldingOf // the parts these functions read

describe('what counts on the day of the answer', () => {
  const told = { status: 'IN_FORCE', grade: 'REPORTED', validFrom: '2017-01-01', validTo: null }
  it('is in force, of a grade in use, begun and not ended', () => {
    expect(holdsAt(told, WHEN)).toBe(true)
    expect(holdsAt({ ...told, validFrom: null }, WHEN)).toBe(true)
    expect(holdsAt({ ...told, status: 'ANNOUNCED' }, WHEN)).toBe(false)
    expect(holdsAt({ ...told, grade: 'CLAIMED' }, WHEN)).toBe(false)
    expect(holdsAt({ ...told, validFrom: '2027-01-01' }, WHEN)).toBe(false)
  })
  it('holds until its end, not through it', () => {
    expect(holdsAt({ ...told, validTo: '2026-11-24' }, WHEN)).toBe(false)
    expect(holdsAt({ ...told, validTo: '2026-11-25' }, WHEN)).toBe(true)
  })
})

describe('sites on the ground', () => {
  //  GROUP ──operates──▶ quay        company (joint)──operates──▶ pier, under its other record COMPANY
  //  GROUP ──20 %, no control──▶ stranger ──operates──▶ mole
  const [group, company, record, stranger] = [end('Organisation', 'GROUP'), end('Organisation', 'company'), end('Organisation', 'COMPANY'), end('Organisation', 'stranger')]
  const [quay, pier, mole] = [siteIn('quay', 'Rotterdam'), siteIn('pier', 'Rotterdam'), siteIn('mole', 'Antwerp')]
  const same = said('SAME_AS', record, company, { judgement: 'SAME' })
  const around = [about(group, said('OPERATES', group, quay)), about(company, same), about(record, said('OPERATES', record, pier), same), about(stranger, said('OPERATES', stranger, mole))]
  const ground = groundOf({ focus: group, holdings: [holds(company, 'JOINT'), holds(stranger, 'NONE')], around, when: WHEN })

  it('finds those run by itself, by what it holds, and by other records judged to be the same', () => {
    expect(ground.sites.map(({ site, through, shareOnly }) => [site.id, through.id, shareOnly])).toEqual([['quay', 'GROUP', false], ['pier', 'company', false], ['mole', 'stranger', true]])
    expect(ground.operations.map(({ from, to }) => `${from.id}>${to.id}`)).toEqual(['GROUP>quay', 'company>pier', 'stranger>mole'])
  })

  it('asks for other records and for brands, never for those judged to be different', () => {
    const brand = end('Brand', 'brand:tea')
    const different = said('SAME_AS', end('Organisation', 'namesake'), company, { judgement: 'DIFFERENT' })
    const found = furtherIds([about(company, same, different), about(group, said('BRAND_OF', brand, group))])
    expect(found).toEqual({ records: ['COMPANY'], brands: ['brand:tea'] })
  })

  it('counts a site once when it is owned and operated, and control before a mere share', () => {
    const owned = holds(quay, 'MAJORITY', [{ nodes: [group, quay], statements: [] }])
    const twice = groundOf({ focus: group, holdings: [owned, holds(stranger, 'NONE')], around: [about(stranger, said('OPERATES', stranger, quay)), about(group)], when: WHEN })
    expect(twice.sites.map(({ site, relation, shareOnly }) => [site.id, relation, shareOnly])).toEqual([['quay', 'OWNS', false]])
  })

  it('leaves out what has ended or is only announced', () => {
    const { sites } = groundOf({ focus: group, holdings: [], around: [about(group, said('OPERATES', group, quay, { status: 'ANNOUNCED' }), said('OPERATES', group, pier, { validTo: '2020-01-01' }))], when: WHEN })
    expect(sites).toEqual([])
  })

  it('lists places with most sites first and sites without a place last', () => {
    const presence = { brand: end('Brand', 'tea'), place: placeAt('Bremen'), sentence: 'Tea is sold in Bremen.' }
    const lost = { site: siteIn('lost', null), relation: 'OPERATES' as const, through: group, shareOnly: false }
    expect(placesOf([...ground.sites, lost], [presence]).map(({ id, sites, presences }) => [id, sites.length, presences.length])).toEqual([['Rotterdam', 2, 0], ['Antwerp', 1, 0], ['Bremen', 0, 1], [undefined, 1, 0]])
  })
})

describe('order of the table', () => {
  const row = (name: string, low: number | null, control = 'NONE', high = low ?? 0) => ({ node: { name }, integrated: low === null ? null : { low, high }, direct: low === null ? null : { low, high }, votes: null, control })
  const rows = [row('Zulu', 0.5), row('Alfa', 0, 'MAJORITY', 0.4), row('mike', null, 'JOINT'), row('Ångström', 0, 'NONE', 0.9)]
  const names = (param: string | undefined) => sortHoldings(rows, sortOf(param), 'en').map(({ node }) => node.name)

  it('is that of the answer unless asked otherwise', () => {
    expect(names(undefined)).toEqual(['Zulu', 'Alfa', 'mike', 'Ångström'])
    expect(names('nonsense')).toEqual(names(undefined))
  })
  it('orders names as people do, and control by strength', () => {
    expect(names('name')).toEqual(['Alfa', 'Ångström', 'mike', 'Zulu'])
    expect(names('-name')).toEqual(['Zulu', 'mike', 'Ångström', 'Alfa'])
    expect(names('control')).toEqual(['Alfa', 'mike', 'Zulu', 'Ångström'])
  })
  it('orders shares by what is certain, then by what is possible, the unknown last both ways', () => {
    expect(names('direct')).toEqual(['Zulu', 'Ångström', 'Alfa', 'mike'])
    expect(names('-direct')).toEqual(['Alfa', 'Ångström', 'Zulu', 'mike'])
  })
  it('writes an address that a second press turns round and a third shortens again', () => {
    expect(nextSort(sortOf(undefined), 'votes')).toBe('votes')
    expect(nextSort(sortOf('votes'), 'votes')).toBe('-votes')
    expect(nextSort(sortOf('-votes'), 'votes')).toBe('votes')
    expect(nextSort(sortOf('name'), 'integrated')).toBeUndefined()
    expect(nextSort(sortOf(undefined), 'integrated')).toBe('-integrated')
  })
})

describe('the address of an organisation', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(organisationSearch({ show: 'holdings', node: 'lei:1', sort: '-votes', all: 'a~b', rows: 'all', theme: 'dark' })).toEqual({ show: 'holdings', node: 'lei:1', sort: '-votes', all: 'a~b', rows: 'all' })
    expect(organisationSearch({ show: 'everything', node: 7, all: 'x'.repeat(3_000), rows: '12' })).toEqual({})
  })
  it('unfolds and folds again', () => {
    expect(toggledUnfolded(undefined, 'org:nl/a')).toBe('org:nl/a')
    expect(toggledUnfolded('org:nl/a~org:nl/b', 'org:nl/a')).toBe('org:nl/b')
    expect(toggledUnfolded('org:nl/a', 'org:nl/a')).toBeUndefined()
    expect(unfoldedOf('a~~b')).toEqual(['a', 'b'])
  })
})

describe('the sentence that says what it is', () => {
  const base = { status: 'IN_FORCE', grade: 'REPORTED', share: null, interest: 'shareholding', asOf: null }
  const held = { ...base, type: 'OWNS', from: { id: 'owner' }, to: { id: 'it' } }
  it('prefers who holds it, the better grade, and the latest of equals', () => {
    const holding = { ...base, type: 'OWNS', grade: 'REGISTER', from: { id: 'it' }, to: { id: 'x' } }
    expect(leadStatement([holding, held], 'it')).toBe(held)
    const registered = { ...held, grade: 'REGISTER' }
    expect(leadStatement([held, registered], 'it')).toBe(registered)
    const later = { ...held, asOf: '2021-05-01' }
    expect(leadStatement([held, later, { ...held, asOf: '2016-10-01' }], 'it')).toBe(later)
  })
  it('takes what is in force before what has ended, and no judgement about names', () => {
    const ended = { ...held, status: 'ENDED', grade: 'REGISTER' }
    const runs = { ...base, type: 'OPERATES', from: { id: 'it' }, to: { id: 'quay' } }
    expect(leadStatement([ended, runs], 'it')).toBe(runs)
    expect(leadStatement([{ ...base, type: 'SAME_AS', from: { id: 'it' }, to: { id: 'IT' } }], 'it')).toBeUndefined()
  })
})

describe('identifiers', () => {
  it('lead to public registers where there is a page', () => {
    expect(shownIdentifier('lei:549300XBEMLHW5EPJM71')).toEqual({ id: 'lei:549300XBEMLHW5EPJM71', scheme: 'LEI', value: '549300XBEMLHW5EPJM71', url: 'https://search.gleif.org/#/record/549300XBEMLHW5EPJM71' })
    expect(shownIdentifier('wikidata:Q120').url).toBe('https://www.wikidata.org/wiki/Q120')
    expect(shownIdentifier('smdg-liner:MSK')).toMatchObject({ scheme: 'SMDG', value: 'MSK', url: undefined })
  })
  it('never put an unchecked value into an address', () => {
    expect(shownIdentifier('lei:x/../../evil').url).toBeUndefined()
    expect(shownIdentifier('wikidata:Q1"onload=').url).toBeUndefined()
  })
  it('that we made from a name are not shown', () => {
    expect(['org:nl/apm-terminals', 'brand:tea', 'lei:1'].map(isPublicIdentifier)).toEqual([false, false, true])
  })
})

describe('sources and citation', () => {
  it('lists each source once with how many statements rest on it', () => {
    const [a, b] = ['A', 'B'].map((id) => ({ id, title: id, retrievedOn: '2026-11-23' }))
    expect(usedSources([{ key: '1', source: b! }, { key: '2', source: a! }, { key: '2', source: a! }, { key: '3', source: a! }]).map(({ source, statements }) => [source.id, statements])).toEqual([['A', 2], ['B', 1]])
  })
  it('fixes the day in the address, so that a citation of today does not drift', () => {
    const text = citation((values) => Object.values(values).join(' | '), { name: 'GROUP', facts: 'Two owners.', sentence: undefined, version: '7', date: '24 Nov 2026', grades: 'register', address: 'https://atlas.example/organisation/x?lang=de&theme=dark&node=y&grades=register', asOf: '2026-11-24' })
    expect(text).toContain('https://atlas.example/organisation/x?grades=register&asOf=2026-11-24')
    expect(text).toContain('GROUP | Two owners.')
  })
})

describe('texts of the screen', () => {
  const keys = Object.keys(english) as (keyof typeof english)[]
  it('exist in every language and do not hide texts of the whole application', () => {
    expect(Object.keys(german).sort()).toEqual([...keys].sort())
    expect(Object.keys(arabic).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => key in common)).toEqual([])
  })
  it.each([['en', english], ['de', german], ['ar', arabic]] as const)('fill in in %s whatever they fill in in English', (language, other) => {
    expect(keys.filter((key) => !fillsIn(language, other[key], english[key]))).toEqual([])
  })
  it('have all six plural forms in Arabic where things are counted by kind', () => {
    expect(keys.filter((key) => /plural/.test(arabic[key]) && !/two \{/.test(arabic[key]))).toEqual([])
  })
})

/** Whether a text can be made with the values of its English form and shows each of them that is not a count. */
function fillsIn(locale: string, text: string, inEnglish: string): boolean {
  const intl = createIntl({ locale, messages: { text }, onError: (error) => { throw error } })
  const counts = [...inEnglish.matchAll(/\{(\w+), plural/g)].map((match) => match[1]!)
  const names = [...inEnglish.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).filter((name) => !counts.includes(name) && name === name.toLowerCase())
  return [0, 1, 2, 3, 11, 100].every((count) => {
    const values = Object.fromEntries([...counts.map((name) => [name, count] as const), ...names.map((name) => [name, `‹${name}›`] as const)])
    const made = String(intl.formatMessage({ id: 'text' }, values))
    return names.every((name) => made.includes(`‹${name}›`)) && made.trim() !== ''
  })
}
