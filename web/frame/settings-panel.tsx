import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { GRADES, gradesOf, gradesParam } from '../url/view-state.ts'
import { GradeMark } from '../statement/grade-mark.tsx'
import { useFrameSearch } from './use-frame-search.ts'
import styles from './frame.module.css'

export function SettingsPanel() {
  const words = useWords()
  const { t } = words
  const { search, change } = useFrameSearch()
  const chosen = gradesOf(search.grades)
  const toggle = (grade: (typeof GRADES)[number]) => {
    const next = chosen.includes(grade) ? chosen.filter((other) => other !== grade) : [...chosen, grade]
    if (next.length > 0) change({ grades: gradesParam(next) })
  }
  return (
    <div className={styles.settings}>
      <div>
        <label className="title" htmlFor="as-of" style={{ display: 'block', fontWeight: 600, fontSize: 14 }}>
          {t('settings.asOf')}
        </label>
        <p className="muted small" style={{ marginBottom: 6 }}>
          {t('settings.asOfHelp')}
        </p>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <input
            id="as-of"
            className={styles.date}
            type="date"
            value={search.asOf ?? ''}
            onChange={(event) => change({ asOf: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
          />
          {search.asOf ? (
            <button type="button" className="quiet-button" onClick={() => change({ asOf: undefined })}>
              {t('settings.today')}
            </button>
          ) : null}
        </div>
      </div>
      <fieldset>
        <legend>{t('settings.grades')}</legend>
        {GRADES.map((grade) => (
          <label key={grade} className={styles.check}>
            <input type="checkbox" checked={chosen.includes(grade)} onChange={() => toggle(grade)} />
            <GradeMark grade={grade.toUpperCase()} />
            <small>{codedWord(words, 'gradeHelp', grade.toUpperCase())}</small>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
