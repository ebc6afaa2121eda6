import type { KeyboardEvent } from 'react'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

interface Props {
  readonly show: 'owners' | 'holdings'
  readonly owners: number | undefined
  readonly holdings: number | undefined
  readonly onShow: (show: 'owners' | 'holdings') => void
}

/** Which way the table looks; arrow keys change it. */
export function HoldingTabs({ show, owners, holdings, onShow }: Props) {
  const { t, number } = useOrganisationWords()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = show === 'owners' ? 'holdings' : 'owners'
    event.preventDefault()
    onShow(other)
    document.getElementById(`tab-${other}`)?.focus()
  }
  const tab = (name: 'owners' | 'holdings', count: number | undefined) => (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      className={styles.tab}
      aria-selected={show === name}
      aria-controls="holding-panel"
      tabIndex={show === name ? 0 : -1}
      onClick={() => onShow(name)}
    >
      {t(`table.${name}`)}
      {count === undefined ? null : <span className={styles.count}>{number(count)}</span>}
    </button>
  )
  return <div role="tablist" className={styles.tabs} onKeyDown={onKeyDown}>{tab('owners', owners)}{tab('holdings', holdings)}</div>
}
