import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { builtInLawfulNotes } from '#datasets/lawful-notes.ts'
import { isCountryCode } from '#ingest/parse/country.ts'
import { LAWFUL_NOTE_KINDS } from '#model/code-lists.ts'
import { earliestDay } from '#model/values/imprecise-date.ts'
import { fileText, rowsOfTemplate } from './built-in-rows.ts'

const notes = await builtInLawfulNotes()
const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built-in notes on the law', () => {
  it('are about countries of the atlas, each thing of a source said once', () => {
    const countries = new Set(notes.map(({ country }) => country))
    expect(notes.length).toBe(49)
    expect([...countries].sort()).toEqual(['AU', 'BE', 'BR', 'CA', 'CZ', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'JP', 'NL', 'SE', 'US', 'ZA'])
    const places = new Set(rowsOfTemplate('places').map(({ cells }) => cells['id']))
    for (const country of countries) expect([country, isCountryCode(country), places.has(`iso3166:${country}`)]).toEqual([country, true, true])
    expect(new Set(notes.map(({ country, text }) => `${country} ${text}`)).size).toBe(notes.length)
  })
  it('say what is known of strikes, or of what comes before one, in each of them', () => {
    const kinds = new Set<string>(LAWFUL_NOTE_KINDS.codes.map(({ code }) => code))
    for (const { kind } of notes) expect(kinds).toContain(kind)
    for (const country of new Set(notes.map((note) => note.country))) expect(notes.filter((note) => note.country === country && ['strike law', 'notice'].includes(note.kind)), country).not.toEqual([])
  })
  it('lead to an official or named page over https, with dates that have been', () => {
    const today = new Date().toISOString().slice(0, 10)
    for (const { country, asOf, source, grade } of notes) {
      expect(source.url, country).toMatch(/^https:\/\/[\w.-]+\.[a-z]{2,}\//)
      expect(source.retrievedOn <= today && earliestDay(asOf) <= source.retrievedOn, `${country} ${source.title}`).toBe(true)
      expect(['register', 'document']).toContain(grade)
    }
  })
  it('are a sentence or three, name nobody, advise nothing, and know none of the means that are refused', () => {
    for (const { text, country, kind } of notes) {
      expect(text, `${country} ${kind}`).toMatch(/^[A-Z][^!?]{30,398}\.$/)
      expect(text).not.toMatch(/\b(you|your|we|our|us|should|must|recommend|advise|easily|loophole|avoid)\b/i)
      expect(text).not.toMatch(/blockad|sabotag|occup(y|ation\b)|trespass|lock-pick|leak|scrap(e|ing)|disrupt|flood|crippl|paralys|criminal|illegal/i)
      expect(text).not.toMatch(/\b(Ltd|Inc|GmbH|LLC|Mr|Ms|Mrs|Dr)\b/)
    }
  })
  it('say in their README how many there are and of which countries', () => {
    const page = fileText('lawful-means/README.md')
    expect(page).toContain(`${[...new Set(notes.map(({ country }) => country))].sort().join(', ')}; ${notes.length} notes`)
  })
  it('stop the program when a row cannot be used, with row, column and a hint', async () => {
    const path = join(folder, 'notes.csv')
    writeFileSync(path, fileText('lawful-means/notes.csv').replace('AU,essential services', 'AU,essentials'))
    await expect(builtInLawfulNotes(path)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringMatching(/^notes\.csv: row 3, kind: One of: strike law, notice, /) as string })
    await expect(builtInLawfulNotes(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})
