import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import * as lists from '#model/code-lists.ts'
import { enumName } from '#model/code-lists.ts'
import { GLOSSARY } from '#model/glossary.ts'
import { TERMS_SHOWN } from '../../web/glossary/glossary.ts'
import english from '../../web/i18n/en.json'
import german from '../../web/i18n/de.json'
import arabic from '../../web/i18n/ar.json'

const folder = join(import.meta.dirname, '..', '..', 'web')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('dist') && !path.startsWith('generated') && !path.startsWith('i18n/messages'))
  .map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')

const codes = (prefix: string, ...from: lists.CodeList[]) => from.flatMap((list) => list.codes.map(({ code }) => `${prefix}.${enumName(code)}`))
/** Keys made from a code at run time. */
const CODED = new Set([
  ...codes('kind', lists.ORGANISATION_KINDS, lists.SITE_KINDS, lists.PLACE_KINDS, lists.BRAND_KINDS), ...codes('domain', lists.DOMAINS), ...codes('grade', lists.GRADES), ...codes('gradeHelp', lists.GRADES),
  ...codes('precision', lists.PRECISIONS), ...codes('lawfulKind', lists.LAWFUL_NOTE_KINDS), ...codes('status', lists.STATUSES).filter((key) => key !== 'status.IN_FORCE'),
  ...['MAJORITY', 'GROUP', 'MEMBERSHIP', 'JOINT', 'DE_FACTO'].map((kind) => `control.${kind}`),
  ...['OWNS', 'OPERATES', 'MANAGES', 'BRAND_OF', 'SOLD_IN', 'SUPPLIES', 'FINANCES', 'LOCATED_IN', 'PART_OF', 'SAME_AS', 'TWINNED_WITH', 'BODY_OF', 'FUNDS', 'STATES_FIGURE', 'DEPENDS_ON'].map((type) => `relation.${type}`),
  ...['controllers', 'financiers', 'suppliers'].flatMap((list) => [`list.${list}`, `list.${list}.help`, `empty.${list}`]),
  ...['Organisation', 'Site', 'Place', 'Source'].map((name) => `start.count.${name}`),
])
const LANGUAGES = { de: german, ar: arabic } as const
/** Names to fill in and tags of a message; what stands inside a plural form is text. */
function placeholders(message: string): string[] {
  const names: string[] = message.match(/<\w+>/g) ?? []
  let depth = 0
  for (const [i, letter] of [...message].entries()) {
    if (letter === '{' && depth++ === 0) names.push([...message].slice(i + 1).join('').match(/^\s*(\w+)/)?.[1] ?? '?')
    if (letter === '}') depth--
  }
  return [...new Set(names)].sort()
}
const say = (language: string, message: string, values: Record<string, unknown>): string => {
  const intl = createIntl({ locale: language, messages: { it: message }, onError: (error) => { throw error } })
  return String(intl.formatMessage({ id: 'it' }, values as Record<string, string>))
}

describe('texts', () => {
  it('have a word for every code the API can give', () => {
    expect([...CODED].filter((key) => !(key in english))).toEqual([])
  })
  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !CODED.has(key) && !sources.includes(`'${key}'`))).toEqual([])
  })
  describe.each(Object.entries(LANGUAGES))('in %s', (language, messages) => {
    it('are complete and no more', () => {
      expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
    })
    it('keep the same places to fill in, and can be read by the message format', () => {
      const values = { count: 3, more: 2, term: (parts: unknown[]) => parts.join(''), ...Object.fromEntries(['here', 'there', 'place', 'names', 'low', 'high', 'first', 'last', 'date', 'text', 'domain', 'version', 'data', 'shown', 'total', 'similarity', 'share', 'known', 'all', 'method', 'asOf'].map((name) => [name, name])) }
      for (const [key, message] of Object.entries(messages)) {
        expect(placeholders(message), `${language} ${key}`).toEqual(placeholders((english as Record<string, string>)[key]!)) // the keys are the same, see above
        expect(say(language, message, values), key).not.toBe('')
      }
    })
  })
  it('count in Arabic with its own plural forms', () => {
    const sites = (count: number) => say('ar', arabic['count.sites'], { count })
    expect(sites(1)).toBe('موقع واحد')
    expect(sites(2)).toBe('موقعان')
    expect(sites(5)).toContain('مواقع')
    expect(sites(40)).toContain('موقعًا')
  })
})

describe('our words', () => {
  it('are underlined only where the glossary defines them', () => {
    expect(TERMS_SHOWN.filter((term) => !GLOSSARY.some((entry) => entry.term === term))).toEqual([])
  })
  it('reach the page as the model defines them', () => {
    expect(JSON.parse(readFileSync(join(folder, 'generated', 'glossary.json'), 'utf8'))).toEqual(GLOSSARY)
  })
})
