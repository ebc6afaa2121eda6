import { useQuery } from 'urql'
import { useWords } from '../i18n/use-words.ts'
import { AboutTheData } from '../queries/places.ts'
import styles from './start-page.module.css'

const SHOWN = ['Organisation', 'Site', 'Place', 'Source'] as const

/** How much is on record and for which day. */
export function Counts() {
  const { t, number, date } = useWords()
  const [{ data }] = useQuery({ query: AboutTheData })
  if (!data) return null
  const counts = SHOWN.flatMap((name) => { const found = data.about.counts.find((count) => count.name === name); return found ? [{ name, count: found.count }] : [] })
  return (
    <div>
      <ul className={styles.counts}>
        {counts.map(({ name, count }) => (
          <li key={name}>
            <strong>{number(count)}</strong> <span className="muted small">{t(`start.count.${name}`, { count })}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">{t('start.age', { date: date(data.about.today) })}</p>
    </div>
  )
}
