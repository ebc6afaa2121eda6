import { LANGUAGES } from '../url/view-state.ts'
import type { Language } from '../url/view-state.ts'

/** What a reader chose last, kept in this browser only. A browser that keeps nothing is fine. */
const KEY = 'mirrorpoint.'

export function remembered(name: string): string | undefined {
  try { return localStorage.getItem(KEY + name) ?? undefined } catch { return undefined }
}
export function remember(name: string, value: string): void {
  try { localStorage.setItem(KEY + name, value) } catch { /* private windows may refuse; the page works without */ }
}

export function preferredLanguage(asked: Language | undefined): Language {
  const wished = [asked, remembered('lang'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wished.map((wish) => LANGUAGES.find((language) => language === wish)).find((language) => language !== undefined) ?? 'en'
}
export function preferredScheme(asked: 'light' | 'dark' | undefined): 'light' | 'dark' {
  const stored = remembered('theme')
  if (asked) return asked
  if (stored === 'light' || stored === 'dark') return stored
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
