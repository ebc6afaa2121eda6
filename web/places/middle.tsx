import { useEffect } from 'react'
import { LineIcon } from '../icons/line-icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import { FoldedLawfulMeans } from '../lawful/lawful-means.tsx'
import type { Answer } from '../queries/use-answer.ts'
import type { ResultOf } from '../queries/graphql.ts'
import type { TwoPlaces } from '../queries/shared-adversaries.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { AdversaryList } from './adversary-list.tsx'
import { AdversaryTable } from './adversary-table.tsx'
import { EmptyRanking } from './empty-ranking.tsx'
import { ListTabs } from './list-tabs.tsx'
import { LoadingRows } from './loading-rows.tsx'
import type { Ranking } from './rows.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './middle.module.css'
import pageStyles from './places-page.module.css'

interface Props {
  readonly answer: Answer<Ranking>
  readonly layout: 'three' | 'stacked' | 'list'
  readonly ends: ResultOf<typeof TwoPlaces> | undefined
  readonly litRows: readonly string[]
  readonly onPoint: (at: { row?: string; pair?: string }) => void
  readonly onMap: () => void
}

/** What the two places share: three lists, as bars or as a table. */
export function Middle({ answer, layout, ends, litRows, onPoint, onMap }: Props) {
  const { t } = useWords()
  const { view, go } = usePlacesView()
  const asTable = view.view === 'table'
  const names = { here: ends?.here?.name ?? '…', there: ends?.there?.name ?? '…' }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key === 't' && !typing && !event.metaKey && !event.ctrlKey && !event.altKey) go({ view: asTable ? undefined : 'table' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [asTable, go])
  return (
    <section className={pageStyles.middle} aria-label={t('places.shared', names)}>
      <h2 className="hidden-visually">{t('places.shared', names)}</h2>
      <div className={styles.bar}>
        <ListTabs />
        <button
          type="button"
          className="quiet-button"
          aria-pressed={asTable}
          onClick={() => go({ view: asTable ? undefined : 'table' })}
          title={t('places.tableKey')}
        >
          <LineIcon name="table" />
          {t('places.table')}
        </button>
      </div>
      {answer.state === 'waiting' ? <LoadingRows words={t('places.loading', names)} /> : null}
      {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
      {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
      {answer.state === 'answered' && answer.value.items.length === 0 ? <EmptyRanking names={names} ranking={answer.value} /> : null}
      {answer.state === 'answered' && answer.value.items.length > 0 ? (
        asTable ? (
          <AdversaryTable ranking={answer.value} names={names} />
        ) : (
          <AdversaryList ranking={answer.value} names={names} layout={layout} litRows={litRows} onPoint={onPoint} onMap={onMap} />
        )
      ) : null}
      {ends?.here && ends.there ? <FoldedLawfulMeans laws={[ends.here.lawfulMeans, ends.there.lawfulMeans]} /> : null}
    </section>
  )
}
