import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface Props { readonly title: string; readonly level?: 1 | 2 | 3; readonly tone?: 'quiet' | 'alert'; readonly children?: ReactNode }

/** Why there is nothing here, or what happened, and the next step. */
export function Notice({ title, level = 3, tone = 'quiet', children }: Props) {
  const Heading = `h${level}` as const
  return (
    <section className={styles.notice} data-tone={tone} role={tone === 'alert' ? 'alert' : undefined}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </section>
  )
}
