import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas.ts'
import { anAtlas, bytesFound } from './atlas.ts'

let atlas: Atlas
beforeEach(async () => { atlas = await anAtlas() })
afterEach(async () => { await atlas.close() })

const owns = async () => (await atlas.statements()).filter(({ type }) => type === 'OWNS').map(({ from, to, ...rest }) => ({ from, to, ...('share' in rest ? { share: rest.share } : {}), ...('interest' in rest ? { interest: rest.interest } : {}) }))
const codes = (report: Awaited<ReturnType<Atlas['take']>>) => report.problems.map(({ row, column, code }) => [row, column, code])

describe('a row of ownership', () => {
  it('becomes one statement with its source, grade and dates', async () => {
    const report = await atlas.take('ownership', [['owner,owned,owner_kind,owner_country,owned_country,share,as_of,note', 'Alpha Holding NV,Beta Terminal BV,company,NL,NL,51,2024-06,as filed']])
    expect(report).toMatchObject({ read: 1, loaded: 1, rejected: 0, skipped: 0, nodes: { created: 4 }, statements: { created: 1 } })
    const [statement] = await atlas.statements()
    expect(statement).toMatchObject({
      type: 'OWNS', from: 'org:nl/alpha-holding-nv', to: 'org:nl/beta-terminal-bv', interest: 'shareholding', share: { min: 0.51, max: 0.51 }, grade: 'register', status: 'in force', asOf: { text: '2024-06' }, retrievedOn: '2026-11-23', note: 'as filed',
    })
    expect((await atlas.nodes()).get(statement!.sourceId)).toMatchObject({ label: 'Source', name: 'Trade register', url: 'https://register.example/' })
  })

  it('has the source of its own columns before that of the file, and no statement without one', async () => {
    const rows = ['owner,owned,source_title,source_kind,source_url,retrieved_on', 'Alpha NV,Beta BV,News of the day,news,https://news.example/1,2025-01-02']
    await atlas.take('ownership', [rows])
    expect(await atlas.statements()).toMatchObject([{ grade: 'reported', retrievedOn: '2025-01-02' }])
    expect(codes(await atlas.take('ownership', [['owner,owned', 'Alpha NV,Gamma BV']], 'none'))).toEqual([[2, 'source_title', 'NO_SOURCE']])
  })

  it('is claimed at most where the note calls its source weak', async () => {
    await atlas.take('ownership', [['owner,owned,note', 'Alpha NV,Beta BV,Second hand; weak source.']])
    expect((await atlas.statements())[0]!.grade).toBe('claimed')
  })

  it('keeps a share of votes apart from capital, and says that nothing is left when the share is 0 and 0', async () => {
    await atlas.take('ownership', [['owner,owned,interest,share_min,share_max', 'Alpha NV,Beta BV,voting,20,20', 'Gamma NV,Beta BV,shareholding,0,0', 'Delta NV,Beta BV,,>25,50']])
    const [voting, none, band] = ['alpha', 'gamma', 'delta'].map((name) => `org:zz/${name}-nv`)
    const all = await atlas.statements()
    expect(all.find(({ from }) => from === voting)).toMatchObject({ interest: 'voting', votes: { min: 0.2, max: 0.2 } })
    expect(all.find(({ from }) => from === voting)).not.toHaveProperty('share')
    expect(all.find(({ from }) => from === none)).toMatchObject({ share: { min: 0, max: 0 } })
    expect(all.find(({ from }) => from === band)).toMatchObject({ share: { min: 0.25, minExclusive: true, max: 0.5 } })
  })

  it('is rejected with row, column and code; the others are loaded; the sum is right', async () => {
    const report = await atlas.take('ownership', [[
      'owner,owned,share,share_min,share_max,as_of,valid_from,valid_to,owned_kind,source_url', 'Alpha NV,Beta BV,150,,,,,,,', ',Beta BV,,,,,,,,', 'Alpha NV,Beta BV,,60,50,,,,,', 'Alpha NV,Beta BV,,,,31.12.2014,,,,',
      'Alpha NV,Beta BV,,,,,2020,2019-05,,', 'Alpha NV,Beta BV,,,,,,,spaceship,', 'Alpha NV,Beta BV,,,,,,,,javascript:alert(1)', 'Alpha NV,Beta BV,51,,,,,,,', ',,,,,,,,,',
    ]])
    expect(codes(report)).toEqual([
      [2, 'share', 'NOT_A_PERCENT'], [3, 'owner', 'REQUIRED'], [4, 'share_min', 'BOUNDS_SWAPPED'], [5, 'as_of', 'NOT_A_DATE'], [6, 'valid_to', 'DATES_SWAPPED'], [7, 'owned_kind', 'NOT_A_CODE'], [8, 'source_url', 'NOT_AN_ADDRESS'],
    ])
    expect(report).toMatchObject({ read: 9, loaded: 1, rejected: 7, skipped: 1, skippedBecause: { 'empty row': 1 } })
  })

  it('decides by its column whether 0.51 is a percent', async () => {
    expect(codes(await atlas.take('ownership', [['owner,owned,share', 'Alpha NV,Beta BV,0.51', 'Gamma NV,Beta BV,0.49']]))).toEqual([[2, 'share', 'UNIT_UNCLEAR'], [3, 'share', 'UNIT_UNCLEAR']])
    expect((await atlas.take('ownership', [['owner,owned,share', 'Alpha NV,Beta BV,0.51', 'Gamma NV,Beta BV,99.49']])).loaded).toBe(2)
  })

  it('warns of shares above 100 percent and keeps them', async () => {
    const report = await atlas.take('ownership', [['owner,owned,share', 'Alpha NV,Beta BV,60', 'Gamma NV,Beta BV,41', 'Delta NV,Eps BV,60', 'Zeta NV,Eps BV,40.4']])
    expect(report.notes.map(({ text }) => text)).toEqual(['the shares of org:zz/beta-bv add up to 101.0 %'])
    expect(report.loaded).toBe(4)
  })
})

describe('hostile text', () => {
  it('is stored as it is and does nothing', async () => {
    const texts = ["Alpha'}) DETACH DELETE n //", 'Beta` SET n.x = 1 //', 'CALL db.clear() Holding', '\\u0027 OR 1=1 Company', '=cmd|calc!A0 Ltd', '<script>alert(1)</script> Ltd', '$(rm -rf /) GmbH', '__proto__ Holding', 'null Group', '../../etc/passwd AG']
    const report = await atlas.take('ownership', [['owner,owned', ...texts.map((text) => `"${text}",Beta BV`)]])
    expect(report).toMatchObject({ loaded: texts.length, rejected: 0 })
    const names = new Set([...(await atlas.nodes()).values()].map((node) => node.name))
    for (const text of texts) expect([text, names.has(text)]).toEqual([text, true])
    expect((await atlas.store.counts()).nodes['Organisation']).toBe(texts.length + 1)
  })
})

describe('what is owned', () => {
  it('is a brand, a chain with its brand, a company under a brand name, or a site', async () => {
    await atlas.take('sites', [['id,name,kind,place_id,place', 'smdg:NLRTM/X1,Quay One,port terminal,unlocode:NLRTM,Rotterdam']])
    const report = await atlas.take('ownership', [[
      'owner,owned,owned_id,owned_kind,owned_country,interest', 'Alpha NV,Sparkle,,brand,NL,shareholding', 'Alpha NV,Budget Markt,,retail chain,NL,brand', 'Alpha NV,Old Name Works,,company,NL,brand', 'Alpha NV,Quay One,smdg:NLRTM/X1,,,', 'Alpha NV,Quay Two,smdg:NLRTM/X2,,,',
    ]])
    expect(codes(report)).toEqual([[6, 'owned_id', 'UNKNOWN_SITE']])
    const made = (await atlas.statements()).filter(({ type }) => type !== 'LOCATED_IN' && type !== 'PART_OF').map(({ type, from, to }) => `${from} ${type} ${to}`).sort()
    expect(made).toEqual([
      'brand:nl/budget-markt BRAND_OF org:nl/budget-markt', 'brand:nl/budget-markt BRAND_OF org:zz/alpha-nv', 'brand:nl/sparkle BRAND_OF org:zz/alpha-nv', 'org:nl/old-name-works SAME_AS org:zz/alpha-nv', 'org:zz/alpha-nv OWNS smdg:NLRTM/X1',
    ])
    expect((await atlas.statements()).find(({ type }) => type === 'SAME_AS')).toMatchObject({ judgement: 'unsure' })
  })
  it('cannot be two kinds of thing under one id', async () => {
    await atlas.take('sites', [['id,name,kind,place_id,place', 'smdg:NLRTM/X1,Quay One,port terminal,unlocode:NLRTM,Rotterdam']])
    expect(codes(await atlas.take('ownership', [['owner,owner_id,owned', 'Quay One Company,smdg:NLRTM/X1,Beta BV']]))).toEqual([[2, 'owner_id', 'ID_OF_ANOTHER_KIND']])
  })
})

describe('owners without a name', () => {
  const PEOPLE = ['Wilhelmina Sonderquist', 'Bartholomew Quagmire-Jones', 'Hartmut Zwetschgenmus', 'Aloysia Kranewitter', 'Ottokar Pimpernell']

  it('stand for natural persons: their shares add up, nothing else of them is kept anywhere', async () => {
    const report = await atlas.take('ownership', [[
      'owner,owned,share,owner_kind,home_address,note', `${PEOPLE[0]},Beta BV,30,person,Lindenweg 3,`, `Mr ${PEOPLE[1]},Beta BV,20,,Ulica 5,`, `Mr ${PEOPLE[1]},Beta BV,20,,Ulica 5,`, `${PEOPLE[2]} e.K.,Gamma BV,100,,,`, `"${PEOPLE[3]!.split(' ').reverse().join(', ')}",Delta BV,10,individual,,`,
    ]])
    expect(report).toMatchObject({ loaded: 5, rejected: 0, opaqueOwners: 3 })
    expect(report.droppedColumns).toEqual([{ file: 'table-1.csv', column: 'home_address', because: 'home address: not kept' }])
    const stakes = await owns()
    expect(stakes.map(({ to, share }) => [to, share])).toEqual(expect.arrayContaining([['org:zz/beta-bv', { min: 0.5, max: 0.5 }], ['org:zz/gamma-bv', { min: 1, max: 1 }], ['org:zz/delta-bv', { min: 0.1, max: 0.1 }]]))
    const nodes = await atlas.nodes()
    for (const { from } of stakes) expect(nodes.get(from)).toMatchObject({ kind: 'opaque owner', opaqueReason: 'natural persons', name: 'natural persons (not named)' })
    await atlas.store.durable()
    for (const name of [...PEOPLE.flatMap((each) => each.split(/[ -]/)), 'Lindenweg', 'Ulica']) {
      expect([name, bytesFound(atlas.folder, name), JSON.stringify(report).includes(name)]).toEqual([name, false, false])
    }
  })

  it('are asked about when nothing tells, without printing the name', async () => {
    const report = await atlas.take('ownership', [['owner,owned,owner_kind', 'Ottokar Pimpernell,Beta BV,', 'Ottokar Pimpernell,Beta BV,company']])
    expect(report.rejected).toBe(0) // the second row says what it is
    const alone = await atlas.take('ownership', [['owner,owned', 'Hyazinth Wolkenbruch,Beta BV']])
    expect(codes(alone)).toEqual([[2, 'owner', 'MAYBE_PERSON']])
    expect(JSON.stringify(alone)).not.toContain('Wolkenbruch')
    expect(bytesFound(atlas.folder, 'Wolkenbruch')).toBe(false)
  })

  it('keep the words of the source only where the row says what they stand for', async () => {
    await atlas.take('ownership', [['owner,owned,owner_kind', 'employees (collectively),Beta BV,employees', 'Sonderquist heirs (collectively),Gamma BV,', 'Ottokar Pimpernell,Delta BV,opaque owner']])
    const names = [...(await atlas.nodes()).values()].flatMap((node) => (node.label === 'Organisation' && node.kind === 'opaque owner' ? [node.name] : []))
    expect(names.sort()).toEqual(['employees (collectively)', 'owner not named', 'several holders'])
  })

  it('are one per thing and reason, never joined by their words', async () => {
    const report = await atlas.take('ownership', [['owner,owned,owner_kind', 'private owners (not named),Beta BV,', 'private owners (not named),Gamma BV,opaque owner', 'UNKNOWN,Beta BV,', 'Various companies,Beta BV,']])
    expect(report).toMatchObject({ loaded: 4, opaqueOwners: 4 })
    expect(new Set((await owns()).map(({ from }) => from)).size).toBe(4)
    const reasons = [...(await atlas.nodes()).values()].flatMap((node) => (node.label === 'Organisation' && node.opaqueReason ? [node.opaqueReason] : []))
    expect(reasons.sort()).toEqual(['natural persons', 'natural persons', 'several holders', 'unknown'])
  })
})
