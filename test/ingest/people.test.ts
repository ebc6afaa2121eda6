import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { judgeParty, placeholderReason } from '#ingest/people.ts'

interface Labelled { readonly name: string; readonly is: string; readonly language: string }
const { data: CORPUS } = Papa.parse<Labelled>(readFileSync(new URL('../corpus/people.csv', import.meta.url), 'utf8'), { header: true, skipEmptyLines: true })
const judged = (name: string) => judgeParty(name, { role: 'owner', evidence: false }).is
const wrong = (is: string, allowed: readonly string[]) => CORPUS.filter((each) => each.is === is && !allowed.includes(judged(each.name))).map(({ name }) => name)

describe('names of parties', () => {
  it('comes in at least 120 labelled names of 20 languages', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(120)
    expect(new Set(CORPUS.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20)
  })

  it('refuses or asks about every person', () => {
    expect(wrong('person', ['person', 'unsure'])).toEqual([])
  })

  it('decides about nine persons in ten without asking', () => {
    const persons = CORPUS.filter(({ is }) => is === 'person')
    expect(persons.filter(({ name }) => judged(name) === 'person').length / persons.length).toBeGreaterThan(0.88)
  })

  it('refuses no organisation and asks about at most one in twenty', () => {
    const organisations = CORPUS.filter(({ is }) => is === 'organisation')
    expect(wrong('organisation', ['organisation', 'unsure'])).toEqual([])
    expect(wrong('organisation', ['organisation']).length / organisations.length).toBeLessThan(0.05)
  })

  it('knows cells that name nobody', () => {
    expect(wrong('placeholder', ['placeholder'])).toEqual([])
  })
})

describe('what decides', () => {
  it('takes a stated kind as evidence, except for a one-person business', () => {
    expect(judgeParty('Fred Meyer', { role: 'owner', evidence: true }).is).toBe('organisation')
    expect(judgeParty('Mr Price', { role: 'owner', evidence: true }).is).toBe('organisation')
    expect(judgeParty('Bäckerei Huber e.K.', { role: 'owner', evidence: true }).is).toBe('person')
  })

  it.each([
    'Usługi JDG', 'Huber e.K.', 'Pérez autónomo', 'Bonnet EI', 'Esposito ditta individuale', 'Visser eenmanszaak', 'Clarke, sole proprietor', 'Jones trading as Corner Shop', 'Nilsson enskild firma',
    'Hansen enkeltpersonforetak', 'Jensen enkeltmandsvirksomhed', 'Tmi Korhonen', 'Novák OSVČ', 'Nagy egyéni vállalkozó', 'Popescu PFA', 'ИП Кузнецов', 'ФОП Коваленко', 'Yılmaz şahıs şirketi', '个体工商户小明餐馆', '個人事業主 鈴木',
  ])('refuses the one-person business %s', (name) => {
    expect(judged(name)).toBe('person')
  })

  it('asks nothing about names that say what they are in a group of companies', () => {
    for (const name of ['Firm A', 'Holdco B', 'Subsidiary C', 'Acme Corp', 'Midco One', 'Conglomerate X']) expect([name, judged(name)]).toEqual([name, 'organisation'])
  })

  it('lets a company trade under another name', () => {
    expect(judged('Hartley Foods Ltd t/a Corner Shop')).toBe('organisation')
    expect(judged('ORKLA SHIPPING & TRADING AS')).toBe('organisation')
  })

  it('takes single words and operators in capitals as organisations', () => {
    for (const name of ['Schwarz', 'Meyer', 'Walmart']) expect(judged(name)).toBe('organisation')
    expect(judgeParty('HANS BECKER', { role: 'operator', evidence: false }).is).toBe('organisation')
    expect(judgeParty('Hans Becker', { role: 'operator', evidence: false }).is).toBe('person')
  })

  it('says why a placeholder has no name', () => {
    expect(placeholderReason('private owners (not named)')).toBe('natural persons')
    expect(placeholderReason('private equity firm (not named)')).toBe('not named')
    expect(placeholderReason('former holders (collectively)')).toBe('several holders')
    expect(placeholderReason('(UNDER MAINTENANCE)')).toBe('unknown')
    expect(placeholderReason('?')).toBe('unknown')
    expect(placeholderReason('Unknown Pleasures Ltd')).toBeUndefined()
  })

  it('answers about 65,000 hostile characters at once: no pattern backtracks', () => {
    for (const hostile of ['Aa '.repeat(21_000), "A'".repeat(32_000), 'A, '.repeat(21_000), 'A.'.repeat(32_000), 'ﷺ'.repeat(60_000)]) {
      const start = performance.now()
      judged(hostile)
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  })
})
