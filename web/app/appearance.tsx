import { createContext, use, useContext, useLayoutEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { IntlProvider } from 'react-intl'
import { directionOf, messagesOf } from '../i18n/messages.ts'
import { cssVariables, theme } from '../theme/theme.ts'
import type { FrameSearch } from '../url/view-state.ts'
import { preferredLanguage, preferredScheme, remember } from './preferences.ts'

type Scheme = 'light' | 'dark'
const SchemeContext = createContext<{ scheme: Scheme; setScheme: (scheme: Scheme) => void }>({ scheme: 'light', setScheme: () => undefined })
export const useScheme = () => useContext(SchemeContext)

/** Language, direction and colours of the page: from the address, else what was chosen last, else what the browser asks for. */
export function Appearance({ search, children }: { search: FrameSearch; children: ReactNode }) {
  const language = preferredLanguage(search.lang)
  const direction = directionOf(language)
  const messages = use(messagesOf(language))
  const [chosen, setChosen] = useState<Scheme | undefined>(undefined)
  const scheme = chosen ?? preferredScheme(search.theme)
  const context = useMemo(() => ({ scheme, setScheme: (next: Scheme) => { remember('theme', next); setChosen(next) } }), [scheme])
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }, [language, direction])
  return (
    <SchemeContext value={context}>
      <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
          <IntlProvider locale={language} messages={messages} defaultLocale="en">{children}</IntlProvider>
        </MantineProvider>
      </DirectionProvider>
    </SchemeContext>
  )
}
