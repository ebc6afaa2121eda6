import { Menu } from '@mantine/core'
import { remember } from '../app/preferences.ts'
import { directionOf, LANGUAGE_NAMES } from '../i18n/messages.ts'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { LANGUAGES } from '../url/view-state.ts'
import { useFrameSearch } from './use-frame-search.ts'
import styles from './frame.module.css'

export function LanguageMenu() {
  const { t, language } = useWords()
  const { change } = useFrameSearch()
  return (
    <Menu position="bottom-end">
      <Menu.Target><button type="button" className={styles.tool} aria-label={t('frame.language')} title={t('frame.language')}><LineIcon name="globe" /></button></Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((item) => (
          <Menu.Item key={item} lang={item} dir={directionOf(item)} aria-current={item === language || undefined} fw={item === language ? 600 : 400} onClick={() => { remember('lang', item); change({ lang: item }) }}>
            {LANGUAGE_NAMES[item]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
