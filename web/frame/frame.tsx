import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import styles from './frame.module.css'

/** What every screen has around it. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip} onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus() }}>{t('frame.skip')}</a>
      <Header />
      <main id="content" tabIndex={-1} className={styles.main}>{children}</main>
      <Footer />
    </div>
  )
}
