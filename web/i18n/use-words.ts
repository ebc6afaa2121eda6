import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { MessageKey } from './messages.ts'
import { LANGUAGES } from '../url/view-state.ts'
import type { Language } from '../url/view-state.ts'

type Plain = Readonly<Record<string, string | number>>
type Rich = Readonly<Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)>>

export interface Words {
  readonly language: Language
  readonly t: (key: MessageKey, values?: Plain) => string
  /** The same with elements inside the sentence. */
  readonly rich: (key: MessageKey, values: Rich) => ReactNode
  /** Fraction 0–1 as percent. */
  readonly percent: (fraction: number) => string
  readonly number: (value: number, digits?: number) => string
  readonly date: (iso: string) => string
  /** "NL" → "Netherlands" in the reader's language; the code where the browser knows no name. */
  readonly country: (code: string | null | undefined) => string | undefined
}

/** A few codes some browsers lack in some languages; the English name is better than letters. */
const COUNTRY_FALLBACK: Readonly<Record<string, string>> = { XK: 'Kosovo', MM: 'Myanmar' }

export function useWords(): Words {
  const intl = useIntl()
  return useMemo(() => {
    const language = LANGUAGES.find((item) => item === intl.locale) ?? 'en'
    const regions = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' })
    const inEnglish = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    return {
      language,
      t: (key, values) => intl.formatMessage({ id: key }, values),
      rich: (key, values) => intl.formatMessage({ id: key }, values as Record<string, ReactNode>), // formatMessage accepts element functions too
      percent: (fraction) => intl.formatNumber(fraction, { style: 'percent', maximumFractionDigits: fraction > 0 && fraction < 0.1 ? 1 : 0 }),
      number: (value, digits = 0) => intl.formatNumber(value, { maximumFractionDigits: digits, minimumFractionDigits: digits }),
      date: (iso) => intl.formatDate(`${iso}T00:00:00Z`, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
      country: (code) => (code && /^[A-Z]{2}$/.test(code) ? regions.of(code) ?? inEnglish.of(code) ?? COUNTRY_FALLBACK[code] ?? code : undefined),
    }
  }, [intl])
}
