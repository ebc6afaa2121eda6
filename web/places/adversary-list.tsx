import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Term } from '../glossary/term.tsx'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { useWords } from '../i18n/use-words.ts'
import { AdversaryRow } from './adversary-row.tsx'
import type { Ranking } from './rows.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './middle.module.css'

interface Props {
  readonly ranking: Ranking
  readonly names: { readonly here: string; readonly there: string }
  readonly layout: 'three' | 'stacked' | 'list'
  readonly litRows: readonly string[]
  readonly onPoint: (at: { row?: string; pair?: string }) => void
  readonly onMap: () => void
}

/** Ranked rows; arrows move, Enter opens, Escape closes, "m" goes to the map. */
export function AdversaryList({ ranking, names, layout, litRows, onPoint, onMap }: Props) {
  const { t } = useWords()
  const { view, go } = usePlacesView()
  const list = useRef<HTMLOListElement>(null)
  const heads = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-row-head]') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const all = heads()
    const at = all.findIndex((head) => head === document.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && at >= 0) { event.preventDefault(); all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus() }
    if (event.key === 'Escape' && view.row !== undefined && !event.defaultPrevented) {
      go({ row: undefined, pair: undefined })
      all[ranking.items.findIndex(({ organisation }) => organisation.id === view.row)]?.focus()
    }
    if (event.key === 'm' && !event.metaKey && !event.ctrlKey) onMap()
  }
  const shown = ranking.items.length
  return (
    <div className={styles.list} data-layout={layout}>
      <p className="hidden-visually">{t('places.keys')}</p>
      <ol ref={list} className={styles.rows} onKeyDown={onKeyDown}>
        {ranking.items.map((item) => {
          const { id } = item.organisation
          const open = id === view.row
          return (
            <AdversaryRow
              key={id}
              item={item}
              names={names}
              open={open}
              lit={litRows.includes(id)}
              layout={layout}
              onToggle={() => go(open ? { row: undefined, pair: undefined } : { row: id, pair: undefined })}
              onPoint={onPoint}
            />
          )
        })}
      </ol>
      <div className={styles.foot}>
        <span>{t('places.shown', { shown, total: ranking.totalCount })}</span>
        <span className={styles.legend}><span><IntervalRail range={{ low: 0.4, high: 0.7 }} height={8} /></span>{t('places.legend')}</span>
        <span><Term name="exposure">{t('places.howRanked')}</Term></span>
      </div>
    </div>
  )
}
