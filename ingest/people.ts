import type { OpaqueReason } from '#model/code-lists.ts'
import { FAMILY_ENDING, FAMILY_NAMES, HAN_FAMILY, HANGUL_PERSON } from './people/family-names.ts'
import { GIVEN_NAMES } from './people/given-names.ts'
import { ORGANISATION_PARTS, ORGANISATION_WORDS } from './people/organisation-words.ts'
import { COURTESY_TITLES, PEOPLE_WORDS, SOLE_TRADER_BEGINNINGS, SOLE_TRADER_ENDINGS, SOLE_TRADER_FORMS, SOLE_TRADER_PARTS } from './people/person-signs.ts'
import { cachedNameKey, foldedName } from './resolve/name-key.ts'

/** What a name of a party is. Natural persons are never stored; `unsure` is refused until somebody says what it is. */
export type Party =
  | { readonly is: 'organisation' }
  | { readonly is: 'person' }
  | { readonly is: 'unsure' }
  | { readonly is: 'placeholder'; readonly reason: OpaqueReason }

export interface PartyContext {
  /** Lists of operators hold companies, so only plain signs of a person count there; owners may be anybody. */
  readonly role: 'owner' | 'operator'
  /** The row or another row says that it is an organisation: a kind, a register's id, a known company of that name. */
  readonly evidence: boolean
}

const ORGANISATION: Party = { is: 'organisation' }
const PERSON: Party = { is: 'person' }
const UNSURE: Party = { is: 'unsure' }

/** Words a source writes where it names nobody, with the reason they stand for. */
const PLACEHOLDERS: readonly (readonly [pattern: RegExp, reason: OpaqueReason])[] = [
  [
    /^(private|individual|natural) (owners?|persons?|holders?|individuals?|shareholders?|investors?)\b|^individuals?$|^natural persons?\b|^famil(y|ies)( members?)?$/,
    'natural persons',
  ],
  [
    /^(various|several|multiple|miscellaneous|diverse|div|varias|varios|plusieurs|verschiedene)( (companies|owners|operators|shareholders|parties|investors|others|firmen|empresas|societes))?$|\bcollectively\)?$/,
    'several holders',
  ],
  [/\(?not named\)?$|^(unnamed|undisclosed|anonymous|withheld|confidential)( \w+)?$|^not (stated|disclosed|public)$/, 'not named'],
  [
    /^(unknown|unbekannt|inconnu|desconocido|sconosciuto|onbekend|okand|ukjent|nieznany|неизвестно|n a|na|none|null|nil|not known|not available|unknown owner|unknown operator|no data|tba|tbd|tbc|under maintenance|other|others|free float|public float)$/,
    'unknown',
  ],
]

/** Why a cell names nobody; undefined when it names somebody. */
export function placeholderReason(name: string): OpaqueReason | undefined {
  const { folded } = cachedNameKey(name)
  if (folded === '') return 'unknown' // "-", "?", "…"
  if (folded.length > 100) return undefined
  return PLACEHOLDERS.find(([pattern]) => pattern.test(folded))?.[1]
}

/** Splits a folded name at blanks; words of one letter are initials. */
const wordsOf = (folded: string): readonly string[] => folded.split(' ')
const FORMS_BY_FIRST_WORD = new Map<string, string[]>()
for (const form of SOLE_TRADER_FORMS) {
  const first = wordsOf(form)[0]!
  FORMS_BY_FIRST_WORD.set(first, [...(FORMS_BY_FIRST_WORD.get(first) ?? []), form])
}
/** Forms of one-person business that stand in a name as whole words. */
const formsIn = (folded: string): readonly string[] =>
  wordsOf(folded).flatMap((word) => FORMS_BY_FIRST_WORD.get(word) ?? []).filter((form) => ` ${folded} `.includes(` ${form} `))

/** "Jansen eenmanszaak", "J. Smith trading as Corner Shop": unless a company with a legal form trades under the name. */
function isSoleTrader(name: string, folded: string): boolean {
  if (SOLE_TRADER_PARTS.test(name)) return true
  const tradingAs = /\bt\/a\b/i.exec(name)
  // "Shipping & Trading AS" ends in a Norwegian legal form: something has to follow the phrase.
  const phrase = formsIn(folded).find((form) => !(form === 'trading as' && folded.endsWith(form)))
  if (tradingAs || phrase === 'trading as') {
    const before = tradingAs ? foldedName(name.slice(0, tradingAs.index)) : folded.slice(0, folded.indexOf('trading as')).trim()
    return cachedNameKey(before).form === ''
  }
  return phrase !== undefined
    || SOLE_TRADER_ENDINGS.some((form) => folded.endsWith(` ${form}`))
    || SOLE_TRADER_BEGINNINGS.some((form) => folded.startsWith(`${form} `))
}

/** A word that only organisations have: "Bank of China", "上海港". */
function looksLikeOrganisation(name: string, words: readonly string[]): boolean {
  return words.some((word) => ORGANISATION_WORDS.has(word)) || ORGANISATION_PARTS.test(name)
}

const isGiven = (word: string): boolean => GIVEN_NAMES.has(word)
const isFamily = (word: string): boolean => FAMILY_NAMES.has(word) || (word.length >= 6 && FAMILY_ENDING.test(word))
const LATIN_TITLES_THAT_NEED_A_DOT = /^(M|Dr|Prof|Sr|Sra|Sig|Mr|Mrs|Ms|Hr|Fr)\.\s+\p{L}/u

/** "Mr J. Smith", "Herr Weber"; not "Mr Price" of a kind "retail chain", which has evidence. */
function hasCourtesyTitle(name: string, words: readonly string[]): boolean {
  return LATIN_TITLES_THAT_NEED_A_DOT.test(name) || (words.length >= 2 && COURTESY_TITLES.has(words[0]!))
}

const SAINT = /^(san|santa|santo|sao|saint|st|sankt|sint|sveti)$/
/** "Dupont, Marie" and "SMITH, JOHN A": one or two words, a comma, then words of which one is a given name or an initial. */
function isSurnameFirst(name: string): boolean {
  const parts = name.split(',')
  if (parts.length !== 2) return false
  const [surname, given] = parts.map((part) => wordsOf(foldedName(part)))
  if (!surname || !given || surname.length > 2 || SAINT.test(given[0]!) || given.length > 4 || surname[0] === '' || given[0] === '') return false
  return given.some((word) => isGiven(word) || word.length === 1) || isFamily(surname[0]!)
}

/** Names in scripts without blanks: two to four characters that begin with a family name and hold no word of an organisation. */
const isHanPerson = (name: string): boolean => /^[\u4e00-\u9fff々]{2,4}$/u.test(name.replace(/[ 　・]/u, '')) && HAN_FAMILY.test(name)
const isHangulPerson = (name: string): boolean => /^[가-힣]{3}$/u.test(name) && HANGUL_PERSON.test(name)

const IN_CAPITALS = /^[^\p{Ll}]*$/u
const TITLE_CASE = /^\p{Lu}[\p{Ll}'’]+( (?:\p{Lu}\p{Ll}?['’.]?\p{Lu}?[\p{Ll}'’]*(?:-\p{Lu}\p{Ll}+)?|von|van|de|der|di|da|del)){1,3}$/u
const PATRONYMIC = /(ович|евич|ична|овна|евна|ovich|evich|ovna|evna)$/u
/** Words of names in Title Case, with particles; digits, "&" and odd marks belong to organisations. */
const NAME_SHAPE = /^\p{L}[\p{L}\p{M}'’.-]*( \p{L}[\p{L}\p{M}'’.-]*){1,4}$/u
const CONJUNCTION = /^(and|und|et|y|e|og|och|en)$/
const PARTICLE = /^(von|van|de|der|den|da|dos|do|du|di|del|della|la|le|el|al|bin|ibn|bint|ben|ter|ten|zu|zur|af|av|y|e|jr|sr|ii|iii|md|phd)$/

/** How many of the words are plainly parts of people's names. */
function personScore(words: readonly string[]): { readonly given: number; readonly family: number; readonly initials: number; readonly other: number } {
  const count = { given: 0, family: 0, initials: 0, other: 0 }
  for (const word of words) {
    if (PARTICLE.test(word) || CONJUNCTION.test(word)) continue
    if (word.length === 1) count.initials++
    else if (isGiven(word)) count.given++
    else if (isFamily(word)) count.family++
    else count.other++
  }
  return count
}

/**
 * Decides whether a party of a row is an organisation, a natural person, or nobody in particular.
 * Order: placeholder, sole trader (always a person), stated evidence, plain signs of a person, words of organisations,
 * the shape and words of the name. No name is kept, logged or put into a report by this function or its callers.
 *
 * Single words are brands and companies. In doubt an owner is `unsure`, which the loader refuses with a hint; an
 * operator is an organisation. Time linear in the length of the name.
 */
export function judgeParty(name: string, { role, evidence }: PartyContext): Party {
  const reason = placeholderReason(name)
  if (reason) return { is: 'placeholder', reason }
  const text = name.slice(0, 500).normalize('NFC').trim()
  const { folded, form } = cachedNameKey(text)
  if (isSoleTrader(text, folded)) return PERSON
  if (evidence) return ORGANISATION
  const words = wordsOf(folded)
  if (form !== '') return ORGANISATION
  if (looksLikeOrganisation(text, words) && !isSurnameFirst(text)) return PEOPLE_WORDS.test(folded) ? UNSURE : ORGANISATION
  if (hasCourtesyTitle(text, words) || isSurnameFirst(text) || isHanPerson(text) || isHangulPerson(text)) return PERSON
  if (PEOPLE_WORDS.test(folded) || words.some((word) => word.length > 6 && PATRONYMIC.test(word))) return PERSON
  return judgeByWords(text, words, role)
}

function judgeByWords(text: string, words: readonly string[], role: PartyContext['role']): Party {
  const plain = text.replaceAll(/\([^)]*\)/g, ' ').replaceAll(/\s+/g, ' ').trim()
  // "John and Mary Williams" are two people; "Stop & Shop" is nobody's name.
  const couple = / (&|and|und|et|y|e|og|och|en) /i.test(plain)
  if (words.length === 1 || words.length > 6 || SAINT.test(words[0]!)) return ORGANISATION
  const { given, family, initials, other } = personScore(words)
  const capitals = IN_CAPITALS.test(plain)
  if (role === 'operator' && capitals) return ORGANISATION
  if (!couple && !NAME_SHAPE.test(plain)) return ORGANISATION
  const firstGiven = isGiven(words[0]!)
  if (firstGiven && (family > 0 || given > 1) && other === 0) return PERSON
  if (firstGiven && couple && given > 1) return PERSON
  if (initials > 0 && words.length - initials <= 2 && family > 0 && other === 0) return PERSON
  if (role === 'operator') return firstGiven && words.length === 2 ? UNSURE : ORGANISATION
  if (given > 0 || (family > 0 && (other <= 1 || initials > 0))) return UNSURE
  // "J. Xyz" and "Xyz J": an initial beside one word.
  if (initials > 0 && other === 1 && words.length <= 3 && /(^|\s)\p{Lu}\.?(\s|$)/u.test(plain)) return UNSURE
  // No list holds all names: two or three plain words that no organisation's vocabulary has are asked about.
  return TITLE_CASE.test(plain) ? UNSURE : ORGANISATION
}
