import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { Term } from '../glossary/term.tsx'
import { useWords } from '../i18n/use-words.ts'
import type { Ranking } from './rows.ts'
import styles from './places-page.module.css'

export type CoverageOf = Ranking['coverageHere']

/** How much of a place is known, which operators lead to nobody yet, and the next record worth asking for. */
export function CoverageLine({ coverage }: { coverage: CoverageOf }) {
  const { t } = useWords()
  const { sentence, nextRecord, unconnectedOperators } = coverage
  return (
    <div className={styles.coverage}>
      <div>
        <Term name="coverage">{t('places.coverage')}</Term>:{' '}
        <span lang="en" dir="ltr">
          {sentence}
        </span>
      </div>
      {unconnectedOperators.length > 0 || nextRecord ? (
        <details>
          <summary>{t('places.whyNot')}</summary>
          {unconnectedOperators.length > 0 ? (
            <>
              <p>{t('places.unconnected')}</p>
              <ul tabIndex={0} aria-label={t('places.unconnected')}>
                {unconnectedOperators.map(({ organisation, sites }) => (
                  <li key={organisation.id}>
                    <Link to="/organisation/$id" params={{ id: organisation.id }}>
                      <Name>{organisation.name}</Name>
                    </Link>
                    <span className="muted">{t('count.sites', { count: sites })}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {nextRecord ? (
            <p>
              <strong>{t('places.nextRecord')}</strong>{' '}
              <span lang="en" dir="ltr">
                {nextRecord}
              </span>
            </p>
          ) : null}
        </details>
      ) : null}
    </div>
  )
}
