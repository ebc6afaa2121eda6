import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useWords } from '../i18n/use-words.ts'
import { AboutTheData } from '../queries/places.ts'
import styles from './frame.module.css'

/** What the atlas is and is not, which data it shows, and how to object. */
export function Footer() {
  const { t, date } = useWords()
  const [{ data }] = useQuery({ query: AboutTheData })
  const about = data?.about
  return (
    <footer className={styles.footer}>
      <div><p>{t('footer.statement')}</p><p><Link to="/about" hash="corrections">{t('footer.corrections')}</Link></p></div>
      <div><p>{t('footer.isNot')}</p><p><Link to="/about">{t('footer.about')}</Link></p></div>
      <div>
        <p>{about ? t('footer.version', { version: about.version, data: about.dataVersion.slice(0, 12) }) : t('footer.noVersion')}</p>
        {about ? <p>{t('footer.today', { date: date(about.today) })}</p> : null}
        <p>{t('footer.baseMap')}</p>
      </div>
    </footer>
  )
}
