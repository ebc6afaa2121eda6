import { Popover } from '@mantine/core'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { useSettingsWords } from './use-settings-words.ts'
import styles from './frame.module.css'

/** As-of date and grades in use, always readable, changed in a panel. */
export function SettingsButton() {
  const { t } = useWords()
  const { day, grades } = useSettingsWords()
  return (
    <Popover position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.tool}>
          <LineIcon name="calendar" />
          <span className="hidden-visually">{t('settings.change')}</span>
          <span className={styles.settingsWords}>
            {day} · {grades}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('settings.title')}>
        <SettingsPanel />
      </Popover.Dropdown>
    </Popover>
  )
}
