import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { Term } from '../glossary/term.tsx'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { leading, rankWords } from './rows.ts'
import type { Ranking } from './rows.ts'
import styles from './adversary-table.module.css'

/** The same ranking as a table, with the numbers behind the bars. */
export function AdversaryTable({ ranking, names }: { ranking: Ranking; names: { readonly here: string; readonly there: string } }) {
  const words = useWords()
  const { t, number } = words
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('places.table')}>
      <table className={styles.table}>
        <caption className="hidden-visually">{t('places.shared', names)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.rank')}</th>
            <th scope="col">{t('table.organisation')}</th>
            <th scope="col" className="here">
              <bdi>{names.here}</bdi>
            </th>
            <th scope="col" className="there">
              <bdi>{names.there}</bdi>
            </th>
            <th scope="col">{t('table.score')}</th>
            <th scope="col">
              <Term name="ubiquity">{t('table.ubiquity')}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.items.map((item) => {
            const [here, there] = [leading(item.here), leading(item.there)]
            return (
              <tr key={item.organisation.id}>
                <td data-label={t('table.rank')}>{rankWords(item)}</td>
                <th scope="row">
                  <Link to="/organisation/$id" params={{ id: item.organisation.id }}>
                    <Name>{item.organisation.name}</Name>
                  </Link>
                  <span className="muted small">
                    {[codedWord(words, 'kind', item.organisation.kind), item.controllers[0]?.name].filter(Boolean).join(' · ')}
                  </span>
                </th>
                {(
                  [
                    ['here', here],
                    ['there', there],
                  ] as const
                ).map(([side, domain]) => (
                  <td key={side} data-label={names[side]} data-side={side}>
                    {domain ? (
                      <>
                        <strong>{intervalWords(domain, words)}</strong>
                        <span className="small" lang="en" dir="ltr">
                          {domain.sentence}
                        </span>
                      </>
                    ) : (
                      '—'
                    )}
                  </td>
                ))}
                <td data-label={t('table.score')}>{number(item.score, 3)}</td>
                <td data-label={t('table.ubiquity')}>{number(item.ubiquity, 2)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted small">
        {t('table.basis', { method: ranking.basis.method, asOf: words.date(ranking.basis.asOf), version: ranking.basis.dataVersion.slice(0, 12) })}
      </p>
    </div>
  )
}
