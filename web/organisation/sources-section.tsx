import { useMemo, useState } from 'react'
import type { Card, OwnershipAnswer } from '../queries/organisation.ts'
import { SourceLink } from '../source/source-link.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import { usedSources } from './used-sources.ts'
import styles from './organisation.module.css'

const FIRST_SOURCES = 8

/** What the page rests on, with the day each source was read. */
export function SourcesSection({ card, answers }: { card: Card; answers: readonly OwnershipAnswer[] }) {
  const { t } = useOrganisationWords()
  const [all, setAll] = useState(false)
  const sources = useMemo(
    () =>
      usedSources([
        ...card.statements,
        ...answers.flatMap(({ holders, conflicts }) => [
          ...holders.flatMap(({ paths }) => paths.flatMap(({ statements, figures, judgements }) => [...statements, ...figures, ...judgements])),
          ...conflicts.flatMap(({ statements }) => statements),
        ]),
      ]),
    [card, answers],
  )
  if (sources.length === 0) return null
  return (
    <section className={styles.section}>
      <header>
        <h2>{t('sources.title')}</h2>
        <p className="muted small">{t('sources.help')}</p>
      </header>
      <ul className={styles.sources}>
        {(all ? sources : sources.slice(0, FIRST_SOURCES)).map(({ source, statements }) => (
          <li key={source.id}>
            <SourceLink source={source} /> <span className="muted small">· {t('sources.used', { count: statements })}</span>
          </li>
        ))}
      </ul>
      {sources.length > FIRST_SOURCES && !all ? (
        <div>
          <button type="button" className="quiet-button" onClick={() => setAll(true)}>
            {t('sources.all', { count: sources.length })}
          </button>
        </div>
      ) : null}
    </section>
  )
}
