import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { ChosenPlace } from './chosen-place.tsx'
import { Counts } from './counts.tsx'
import { ExampleList } from './example-list.tsx'
import { SearchField } from '../search/search-field.tsx'
import type { Found } from '../search/found.ts'
import { startSearch } from '../url/view-state.ts'
import styles from './start-page.module.css'

const WorldMap = lazy(async () => ({ default: (await import('./world-map.tsx')).WorldMap }))
const ONLY_PLACES = ['Place'] as const

/** The front door: one sentence, one field, the world of what is on record. */
export function StartPage() {
  const { t } = useWords()
  const { here } = startSearch(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const choose = (id: string) => void navigate(here === undefined || here === id ? { to: '/', search: { here: id } } : { to: '/places', search: { here, there: id } })
  const chooseFound = ({ id }: Found) => choose(id)
  return (
    <div className={styles.start}>
      <div className={styles.words}>
        <h1 className={styles.sentence}>{t('start.sentence')}</h1>
        {here === undefined ? (
          <div className={styles.ask}>
            <p className={styles.question} id="ask">
              {t('start.where')}
            </p>
            <SearchField
              key="here"
              large
              tone="here"
              label={t('start.where')}
              placeholder={t('start.placeholder')}
              kinds={ONLY_PLACES}
              onChoose={chooseFound}
            />
          </div>
        ) : (
          <>
            <ChosenPlace id={here} onClear={() => void navigate({ to: '/', search: {} })} />
            <div className={styles.ask}>
              <p className={styles.question}>{t('start.compare')}</p>
              <SearchField
                key="there"
                large
                tone="there"
                autoFocus
                label={t('start.compare')}
                placeholder={t('start.placeholderThere')}
                kinds={ONLY_PLACES}
                onChoose={chooseFound}
              />
            </div>
          </>
        )}
        <p className="muted small">{t('start.orMap')}</p>
        <ExampleList />
        <Counts />
      </div>
      <div className={styles.map}>
        <Suspense fallback={null}>
          <WorldMap here={here} onPick={choose} />
        </Suspense>
      </div>
    </div>
  )
}
