import { Name } from '../i18n/name.tsx'
import { useId } from 'react'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { useWords } from '../i18n/use-words.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { OpenedRow } from './opened-row.tsx'
import { leading, rankWords } from './rows.ts'
import type { RankedItem } from './rows.ts'
import styles from './middle.module.css'

interface Props {
  readonly item: RankedItem
  readonly names: { readonly here: string; readonly there: string }
  readonly open: boolean
  readonly lit: boolean
  readonly layout: 'three' | 'stacked' | 'list'
  readonly onToggle: () => void
  readonly onPoint: (at: { row?: string; pair?: string }) => void
}

/** A butterfly: how much here to one side of the name, how much there to the other, both on 0–100 %. */
export function AdversaryRow({ item, names, open, lit, layout, onToggle, onPoint }: Props) {
  const words = useWords()
  const panel = useId()
  const { organisation, controllers, members } = item
  const [here, there] = [leading(item.here), leading(item.there)]
  const above = controllers[0]?.name
  const seen = members.map(({ name }) => name).filter((name) => name !== organisation.name)
  const point = { row: organisation.id }
  return (
    <li
      className={styles.row}
      data-open={open || undefined}
      data-lit={lit || undefined}
      onMouseEnter={() => onPoint(point)}
      onMouseLeave={() => onPoint({})}
    >
      <button
        type="button"
        className={styles.head}
        data-row-head
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={onToggle}
        onFocus={() => onPoint(point)}
        onBlur={() => onPoint({})}
      >
        <span className={styles.name}>
          <span className={styles.nameText}>
            <span className={styles.rank}>{rankWords(item)}</span> <Name>{organisation.name}</Name>
          </span>
          <span className={styles.under}>
            {seen.length > 0
              ? words.t('places.through', { names: seen.slice(0, 2).join(', '), more: Math.max(seen.length - 2, 0) })
              : (above ?? codedWord(words, 'kind', organisation.kind))}
          </span>
        </span>
        <span className={styles.barHere}>
          <IntervalRail range={here} tone="here" mirrored={layout !== 'list'} height={12} />
        </span>
        <span className={styles.factHere}>
          <span className={`${styles.placeWord} here`}>
            <bdi>{names.here}</bdi>
          </span>{' '}
          <span lang="en" dir="ltr">
            {here?.sentence ?? '—'}
          </span>
        </span>
        <span className={styles.barThere}>
          <IntervalRail range={there} tone="there" height={12} />
        </span>
        <span className={styles.factThere}>
          <span className={`${styles.placeWord} there`}>
            <bdi>{names.there}</bdi>
          </span>{' '}
          <span lang="en" dir="ltr">
            {there?.sentence ?? '—'}
          </span>
        </span>
      </button>
      {open ? (
        <div id={panel}>
          <OpenedRow item={item} names={names} small={layout === 'list'} onPoint={onPoint} />
        </div>
      ) : null}
    </li>
  )
}
