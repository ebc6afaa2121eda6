import type { BrandCard } from '../queries/organisation.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { addressOf } from '../search/found.ts'
import { Link } from '@tanstack/react-router'
import { StatementStep } from '../statement/statement-step.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

/** A brand: whose it is stated to be, and where it is sold. */
export function BrandView({ card }: { card: BrandCard }) {
  const words = useOrganisationWords()
  const { t } = words
  const [owners, presences] = [card.statements.filter(({ type }) => type === 'BRAND_OF'), card.statements.filter(({ type }) => type === 'SOLD_IN')]
  return (
    <article className={styles.page}>
      <header className={styles.header}>
        <h1>
          <bdi>{card.name}</bdi>
        </h1>
        <p className="muted">
          {[codedWord(words, 'kind', card.brandKind), card.productClass, words.country(card.country)].filter(Boolean).join(' · ')}
        </p>
      </header>
      <section className={styles.section}>
        <h2>{t('organisation.brandOf')}</h2>
        {owners.length === 0 ? (
          <p className="muted">{t('table.noOwners', { name: card.name })}</p>
        ) : (
          owners.map((statement) => (
            <div key={statement.key} className={styles.brandOwner}>
              <Link {...addressOf({ id: statement.to.id, type: 'Organisation' })}>
                <bdi>{statement.to.name}</bdi>
              </Link>
              <StatementStep statement={statement} />
            </div>
          ))
        )}
      </section>
      {presences.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('organisation.soldIn')}</h2>
          <div className={styles.sideBySide}>
            {presences.map((statement) => (
              <StatementStep key={statement.key} statement={statement} />
            ))}
          </div>
        </section>
      ) : null}
    </article>
  )
}
