import { StatementStep } from '../statement/statement-step.tsx'
import type { OwnershipAnswer } from '../queries/organisation.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

/** Statements that cannot all hold, side by side with their sources. */
export function Conflicts({ conflicts }: { conflicts: OwnershipAnswer['conflicts'] }) {
  const { t } = useOrganisationWords()
  const each = [...new Map(conflicts.map((conflict) => [conflict.statements.map(({ key }) => key).sort().join(), conflict])).values()] // seen from both sides it is one
  if (each.length === 0) return null
  return (
    <section className={styles.section}>
      <header><h2>{t('conflicts.title')}</h2><p className="muted small">{t('conflicts.help')}</p></header>
      {each.map(({ sentence, statements }) => (
        <details key={statements.map(({ key }) => key).join()} className={styles.conflict} open={each.length === 1}>
          <summary><span lang="en" dir="ltr">{sentence}</span> <span className="muted small">{t('conflicts.count', { count: statements.length })}</span></summary>
          <div className={styles.sideBySide}>{statements.map((statement) => <StatementStep key={statement.key} statement={statement} />)}</div>
        </details>
      ))}
    </section>
  )
}
