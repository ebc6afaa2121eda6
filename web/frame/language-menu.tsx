import { remember } from '../app/preferences.ts'
import { directionOf, LANGUAGE_NAMES } from '../i18n/messages.ts'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { LANGUAGES } from '../url/view-state.ts'
import { ChoiceList } from './choice-list.tsx'
import { useFrameSearch } from './use-frame-search.ts'
import styles from './frame.module.css'

export function LanguageMenu() {
  const { t, language } = useWords()
  const { change } = useFrameSearch()
  return (
    <ChoiceList
      label={t('frame.language')}
      current={language}
      position="bottom-end"
      choices={LANGUAGES.map((item) => ({ value: item, label: LANGUAGE_NAMES[item], lang: item, dir: directionOf(item) }))}
      onChoose={(item) => {
        remember('lang', item)
        change({ lang: item })
      }}
      button={(open) => (
        <button type="button" className={styles.tool} aria-label={t('frame.language')} title={t('frame.language')} onClick={open}>
          <LineIcon name="globe" />
        </button>
      )}
    />
  )
}
