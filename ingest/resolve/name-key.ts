import { splitLegalForm } from './legal-forms.ts'

/** Letters that Unicode does not take apart into a base letter and an accent. */
const FOLDING: Readonly<Record<string, string>> = {
  ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ẞ: 'ss', ł: 'l', đ: 'd', þ: 'th', ð: 'd', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ĸ: 'k', ə: 'e', ſ: 's', ƒ: 'f', ĳ: 'ij',
}
/** Longer than any real name; longer input is cut before the costly steps and the key after them. */
const MAX_INPUT = 1_000
const MAX_KEY = 200
const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{L}[./]){1,11}\p{L}?(?![\p{L}\p{N}])/gu

/**
 * Case, accents, punctuation and width folded away: "A.P. Møller - Mærsk A/S" → "ap moller maersk as".
 * Initials written with dots or slashes become one word, "&" and "+" become "and". Letters of other scripts stay,
 * with the vowel signs that belong to them.
 * Time linear in the first 1,000 characters.
 */
export function foldedName(name: string): string {
  return name.slice(0, MAX_INPUT).normalize('NFKD').slice(0, 4 * MAX_INPUT)
    .replaceAll(/[\u0300-\u036f\u0591-\u05bd\u064b-\u0652\p{Cf}'’‘ʼ`´]/gu, '').toLowerCase()
    .replaceAll(/[øæœßẞłđþðıħŋŧĸəſƒĳ]/g, (letter) => FOLDING[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(ACRONYM, (initials) => initials.replaceAll(/[./]/g, ''))
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim().slice(0, MAX_KEY).trim()
}

/** What a name comes to: folded, and two keys, without and with its legal form, and the form itself ("" when it has none). */
export interface NameKey {
  /** The whole name folded, legal form as written. */
  readonly folded: string
  /** For searching and for finding the same thing under two spellings. */
  readonly key: string
  /** For telling a parent from a subsidiary that differ in form only, and for ids. */
  readonly formKey: string
  readonly form: string
}

/** "Vonovia SE" → key "vonovia", formKey "vonovia se". */
export function nameKey(name: string): NameKey {
  const folded = foldedName(name)
  const { stem, form } = splitLegalForm(folded)
  return { folded, key: stem, form, formKey: form === '' ? stem : `${stem} ${form}` }
}

/** Entries, about 300 bytes each. */
const REMEMBERED = 200_000
const keys = new Map<string, NameKey>()
/** As `nameKey`, remembering the last names: a file repeats them. */
export function cachedNameKey(name: string): NameKey {
  const known = keys.get(name)
  if (known) return known
  if (keys.size >= REMEMBERED) keys.clear()
  const made = nameKey(name)
  keys.set(name, made)
  return made
}
