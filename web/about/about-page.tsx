import { useQuery } from 'urql'
import { GLOSSARY } from '../glossary/glossary.ts'
import { useWords } from '../i18n/use-words.ts'
import { AboutTheData } from '../queries/places.ts'
import styles from './about-page.module.css'

/** What the atlas is and is not, how to object, where the data comes from, and our words. */
export function AboutPage() {
  const { t, number } = useWords()
  const [{ data }] = useQuery({ query: AboutTheData })
  return (
    <div className={styles.page}>
      <h1>{t('about.title')}</h1>
      <p>{t('about.is')}</p>
      <p>{t('footer.statement')}</p>
      <p>{t('footer.isNot')}</p>
      <section>
        <h2>{t('about.shares')}</h2>
        <p>{t('about.sharesText')}</p>
      </section>
      <section id="corrections">
        <h2>{t('footer.corrections')}</h2>
        <p>{t('about.corrections')}</p>
      </section>
      <section>
        <h2>{t('about.sources')}</h2>
        <p>
          {t('footer.baseMap')} {t('map.borders')}
        </p>
        {data ? (
          <ul className={styles.list}>
            {data.about.licences.map(({ licence, sources }) => (
              <li key={licence}>
                <bdi>{licence}</bdi> <span className="muted">{t('count.sources', { count: sources })}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {data ? <p className="muted small">{data.about.counts.map(({ name, count }) => `${name} ${number(count)}`).join(' · ')}</p> : null}
      </section>
      <section>
        <h2>{t('about.words')}</h2>
        <dl className={styles.words} lang="en" dir="ltr">
          {GLOSSARY.map(({ term, definition, formal }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {definition} <span className="muted small">{formal}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
