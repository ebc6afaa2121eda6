import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { entryFor } from './glossary.ts'
import type { ShownTerm } from './glossary.ts'
import styles from './term.module.css'

/** A word of ours, dotted underneath; opening it shows what it means and its formal definition. */
export function Term({ name, children }: { name: ShownTerm; children: ReactNode }) {
  const [opened, setOpened] = useState(false)
  const entry = entryFor(name)
  if (!entry) return <>{children}</>
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" withinPortal trapFocus={false} returnFocus>
      <Popover.Target>
        <button type="button" className={styles.term} onClick={() => setOpened((open) => !open)}>{children}</button>
      </Popover.Target>
      <Popover.Dropdown className={styles.card} aria-label={entry.term}>
        <div lang="en" dir="ltr">
          <strong>{entry.term}</strong>
          <p>{entry.definition}</p>
          <p className={styles.formal}>{entry.formal}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
