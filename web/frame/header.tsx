import { Link, useNavigate } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { SearchField } from '../search/search-field.tsx'
import type { Found } from '../search/found.ts'
import { addressOf } from '../search/found.ts'
import { CopyLink } from './copy-link.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { SettingsButton } from './settings-button.tsx'
import { ThemeButton } from './theme-button.tsx'
import styles from './frame.module.css'

export function Header() {
  const { t } = useWords()
  const navigate = useNavigate()
  const open = (found: Found) => void navigate(addressOf(found))
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.wordmark} aria-label={t('frame.home')}><Mark /><span>Mirrorpoint</span></Link>
      <div className={styles.search} role="search"><SearchField label={t('search.label')} placeholder={t('search.placeholder')} onChoose={open} shortcut /></div>
      <div className={styles.tools}><SettingsButton /><CopyLink /><LanguageMenu /><ThemeButton /></div>
    </header>
  )
}

const Mark = () => (
  <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
    <path d="M14 1v18" stroke="var(--mp-ink)" strokeWidth="1.8" strokeLinecap="round" />
    <circle cx="6.2" cy="10" r="4.4" fill="var(--mp-here)" />
    <path d="M21.8 4.7 27.1 10l-5.3 5.3L16.5 10z" fill="var(--mp-there)" />
  </svg>
)
