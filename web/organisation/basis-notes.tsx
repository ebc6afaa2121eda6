import type { OwnershipAnswer } from '../queries/organisation.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

/** Method, day, version and what a reader should know before quoting a number. */
export function BasisNotes({ bases }: { bases: readonly OwnershipAnswer['basis'][] }) {
  const { t, date } = useOrganisationWords()
  const [first] = bases
  if (!first) return null
  const notes = [...new Set(bases.flatMap((basis) => basis.notes))]
  return (
    <details className={styles.basis}>
      <summary>{t('basis.title')}</summary>
      <p>{t('table.basis', { method: first.method, asOf: date(first.asOf), version: first.dataVersion.slice(0, 12) })}</p>
      <ul lang="en" dir="ltr">{notes.map((note) => <li key={note}>{note}</li>)}</ul>
    </details>
  )
}
