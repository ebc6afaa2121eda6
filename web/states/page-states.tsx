import { Link } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { Notice } from './notice.tsx'
import { Waiting } from './waiting.tsx'

export function PageLoading() {
  const { t } = useWords()
  return <div style={{ padding: 32, minHeight: '50vh' }}><Waiting words={t('state.loadingPage')} /></div>
}

export function PageMissing() {
  const { t } = useWords()
  return <Notice title={t('state.pageMissing')} level={1}><p>{t('state.pageMissingNext')}</p><p><Link to="/">{t('state.toStart')}</Link></p></Notice>
}

/** A bug in our own page: said plainly, with the way out. The text of the error is for whoever reports it. */
export function PageBroken({ error, reset }: ErrorComponentProps) {
  const { t } = useWords()
  return (
    <Notice title={t('state.pageBroken')} level={1} tone="alert">
      <p>{t('state.pageBrokenNext')}</p>
      <p className="small muted" lang="en" dir="ltr">{error instanceof Error ? error.message : String(error)}</p>
      <p><button type="button" className="quiet-button" onClick={reset}>{t('state.again')}</button></p>
    </Notice>
  )
}
