import { useWords } from '../i18n/use-words.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { Notice } from '../states/notice.tsx'
import type { Ranking } from './rows.ts'
import { usePlacesView } from './use-places-view.ts'

/** Nothing shared on record: why that is, and what to try next. Absence of a record is never presented as absence. */
export function EmptyRanking({ names, ranking }: { names: { here: string; there: string }; ranking: Ranking }) {
  const words = useWords()
  const { t } = words
  const { view, go } = usePlacesView()
  const list = view.list ?? 'controllers'
  const domain = view.domain ? codedWord(words, 'domain', view.domain.toUpperCase().replace('-', '_')) : t('places.allDomains')
  const next = ranking.coverageHere.nextRecord ?? ranking.coverageThere.nextRecord
  return (
    <Notice title={t(`empty.${list}`, names)}>
      <p>{t('empty.why', { domain })}</p>
      <p lang="en" dir="ltr">
        {names.here}: {ranking.coverageHere.sentence} {names.there}: {ranking.coverageThere.sentence}
      </p>
      {next ? (
        <p>
          <strong>{t('places.nextRecord')}</strong>{' '}
          <span lang="en" dir="ltr">
            {next}
          </span>
        </p>
      ) : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {view.domain ? (
          <button type="button" className="quiet-button" onClick={() => go({ domain: undefined })}>
            {t('empty.allDomains')}
          </button>
        ) : null}
        {list === 'controllers' ? (
          <button type="button" className="quiet-button" onClick={() => go({ list: 'financiers' })}>
            {t('empty.tryFinanciers')}
          </button>
        ) : (
          <button type="button" className="quiet-button" onClick={() => go({ list: undefined })}>
            {t('empty.tryControllers')}
          </button>
        )}
      </div>
    </Notice>
  )
}
