import { useEffect } from 'react'
import type { CombinedError } from 'urql'
import { useWords } from '../i18n/use-words.ts'
import type { Refusal } from '../queries/use-answer.ts'
import { failureOf } from './failure-of.ts'
import { Notice } from './notice.tsx'

const ASK_AGAIN_MS = 3000

/** Something went wrong on the way: what happened, that nothing was lost, the request id, and another try. A server that is still reading its data is asked again by itself. */
export function Failure({ error, again }: { error: CombinedError; again: () => void }) {
  const { t } = useWords()
  const { kind, requestId, message } = failureOf(error)
  useEffect(() => {
    if (kind !== 'starting') return undefined
    const timer = setTimeout(again, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [kind, again, error])
  if (kind === 'starting') return <Notice title={t('state.starting')}><p role="status">{t('state.startingNext')}</p></Notice>
  return (
    <Notice title={t(kind === 'unreachable' ? 'state.unreachable' : 'state.failed')} tone="alert">
      <p>{t(kind === 'unreachable' ? 'state.unreachableNext' : 'state.failedNext')}</p>
      {message ? <p className="small" lang="en" dir="ltr">{message}</p> : null}
      {requestId ? <p className="small muted">{t('state.requestId')} <code dir="ltr">{requestId}</code></p> : null}
      <button type="button" className="quiet-button" onClick={again}>{t('state.again')}</button>
    </Notice>
  )
}

/** An expected answer that is not the answer: unknown, not usable, too large, not now, or withheld by a rule. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useWords()
  const title = {
    NotFound: 'state.notFound',
    InvalidInput: 'state.invalidInput',
    TooLarge: 'state.tooLarge',
    Unavailable: 'state.unavailable',
    Withheld: 'state.withheld',
  } as const
  const key = title[refusal.__typename as keyof typeof title] ?? 'state.failed'
  return (
    <Notice title={t(key)}>
      <p lang="en" dir="ltr">{refusal.message}</p>
      {refusal.hint ? <p lang="en" dir="ltr">{refusal.hint}</p> : null}
      {refusal.rule ? <p className="small muted">{t('state.rule')} <bdi>{refusal.rule}</bdi></p> : null}
    </Notice>
  )
}
