import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

/** Longest text kept; names are never cut, remarks are. */
export const MAX_TEXT = 500

// Everything a reader does not see and a program might act on: C0 and C1 controls, line and paragraph separators,
// byte order marks, zero-width blanks, directional overrides and isolates. Joiners stay, Persian and Hindi need them.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/g
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[a-z]{2,24}(?![a-z])/i
const TELEPHONE = /(?:^|[\s(:])\+\d{1,3}[\s().-]{0,2}\d(?:[\s().-]{0,2}\d){7,13}(?!\d)/

/** One cell as plain text: NFC, inner blanks single, unseen characters taken out. */
export function plainText(text: string): { readonly text: string; readonly stripped: boolean } {
  const seen = text.replaceAll(UNSEEN, '')
  return { text: seen.normalize('NFC').replaceAll(/\s+/g, ' ').trim(), stripped: seen.length !== text.length }
}

/** Contact data of people is kept nowhere, whatever column it stands in. */
export const holdsContactData = (text: string): boolean => text.length >= 6 && ((text.includes('@') && EMAIL.test(text)) || (text.includes('+') && TELEPHONE.test(text)))

/** @param mayCut a remark is cut at 500 characters with a warning; a longer name is refused */
export function textCell(text: string, column: string, mayCut: boolean): Cell<string> {
  if (holdsContactData(text)) return bad(column, 'CONTACT_DATA', 'Take out e-mail addresses and telephone numbers: they are not kept.')
  if (text.length <= MAX_TEXT) return good(text)
  if (!mayCut) return bad(column, 'TEXT_TOO_LONG', `Shorten it to ${MAX_TEXT} characters.`)
  return good(text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, ''), [`${column} was cut at ${MAX_TEXT} characters`])
}

/** An address with http or https and a host, without a login; kept as written. */
export function urlCell(text: string, column: string): Cell<string> {
  const hint = 'Write a full address that begins with https:// or http://.'
  if (text.length > 2_000 || !/^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i.test(text)) return bad(column, 'NOT_AN_ADDRESS', hint)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.username !== '' || url.password !== '' || url.hostname === '') return bad(column, 'NOT_AN_ADDRESS', hint)
  return good(text)
}
