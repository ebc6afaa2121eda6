import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { SourceLink } from '../source/source-link.tsx'
import { GradeMark } from '../statement/grade-mark.tsx'
import type { LawNote, LawOf } from './law-notes.ts'
import { eachCountry, joined, lawDate } from './law-notes.ts'
import styles from './lawful-means.module.css'

/** What to know before acting: the notes on the law of each country once, with their sources, and what is not noted. */
export function LawfulMeans({ laws }: { laws: readonly LawOf[] }) {
  const { t } = useWords()
  return (
    <div className={styles.means}>
      <p className="muted small">{t('lawful.advice')}</p>
      {eachCountry(laws).map((law) => <Country key={law.country ?? ''} law={law} />)}
    </div>
  )
}

/** The same, folded away until somebody asks. */
export function FoldedLawfulMeans({ laws }: { laws: readonly LawOf[] }) {
  const { t, country, language } = useWords()
  const names = eachCountry(laws).map((law) => country(law.country) ?? t('lawful.unknownCountry'))
  return (
    <details className={styles.folded}>
      <summary><strong>{t('lawful.title')}</strong>: {t('lawful.lawIn', { names: joined(names, language) })}</summary>
      <LawfulMeans laws={laws} />
    </details>
  )
}

function Country({ law: { country, notes, missing } }: { law: LawOf }) {
  const words = useWords()
  const { t } = words
  const kinds = joined(missing.map((kind) => codedWord(words, 'lawfulKind', kind)), words.language)
  return (
    <section className={styles.country}>
      <h3>{words.country(country) ?? t('lawful.unknownCountry')}</h3>
      {notes.length === 0 ? <p>{t('lawful.none')}</p> : <ul className={styles.notes}>{notes.map((note) => <Note key={note.text} note={note} />)}</ul>}
      {notes.length > 0 && missing.length > 0 ? <p className="muted small">{t('lawful.missing', { names: kinds })}</p> : null}
    </section>
  )
}

function Note({ note }: { note: LawNote }) {
  const words = useWords()
  const { kind, text, language, grade, isStale, source } = note
  return (
    <li className={styles.note}>
      <h4>{codedWord(words, 'lawfulKind', kind)}</h4>
      <p lang={language} dir="auto">{text}</p>
      {isStale ? <p className={styles.stale}>{words.t('lawful.stale')}</p> : null}
      <p className={styles.foot}><GradeMark grade={grade} /><span>{words.t('lawful.asOf', { date: lawDate(note, words) })}</span><SourceLink source={source} /></p>
    </li>
  )
}
