import { use, useMemo } from 'react'
import type { ReactNode } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import type { MessageKey } from '../i18n/messages.ts'
import { useWords } from '../i18n/use-words.ts'
import type { Words } from '../i18n/use-words.ts'
import type { Language } from '../url/view-state.ts'
import english from './texts/en.json'

export type OwnKey = keyof typeof english
type OwnTexts = Readonly<Record<OwnKey, string>>
type Values = Readonly<Record<string, string | number>>
export type OrganisationWords = Omit<Words, 't'> & { readonly t: (key: MessageKey | OwnKey, values?: Values) => string }

const load: Readonly<Record<Language, () => Promise<OwnTexts>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import('./texts/de.json')).default,
  ar: async () => (await import('./texts/ar.json')).default,
}
const loaded = new Map<Language, Promise<OwnTexts>>()
function textsOf(language: Language): Promise<OwnTexts> {
  const known = loaded.get(language) ?? load[language]()
  loaded.set(language, known)
  return known
}

/** Texts of this screen, which come with it and not with the first page. */
export function OrganisationTexts({ children }: { children: ReactNode }) {
  const { locale, messages } = useIntl()
  const { language } = useWords()
  const own = use(textsOf(language))
  const all = useMemo(() => ({ ...messages, ...own }) as Record<string, string>, [messages, own])
  return <IntlProvider locale={locale} messages={all} defaultLocale="en">{children}</IntlProvider>
}

/** Words with the texts of this screen; only inside {@link OrganisationTexts}. */
export const useOrganisationWords = (): OrganisationWords => useWords() as OrganisationWords // the provider has both sets of keys
