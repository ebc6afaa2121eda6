import english from './en.json'
import type { Language } from '../url/view-state.ts'

export type MessageKey = keyof typeof english
export type Messages = Readonly<Record<MessageKey, string>>

/** Names of the languages in themselves. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', ar: 'العربية' }
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

const loaded = new Map<Language, Promise<Messages>>([['en', Promise.resolve(english)]])
const load: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import('./de.json')).default,
  ar: async () => (await import('./ar.json')).default,
}

/** Texts of a language; the same promise every time, so that a component can suspend on it. */
export function messagesOf(language: Language): Promise<Messages> {
  const known = loaded.get(language)
  if (known) return known
  const coming = load[language]()
  loaded.set(language, coming)
  return coming
}
