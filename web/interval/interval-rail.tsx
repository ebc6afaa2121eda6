import type { Range } from './interval-words.ts'
import { railParts } from './interval-words.ts'
import styles from './interval-rail.module.css'

interface Props {
  /** Absent means unknown: an empty outline, never a missing bar. */
  readonly range: Range | null | undefined
  readonly tone?: 'here' | 'there' | 'ink'
  /** Grows from the end of the line towards its start, as the left half of a butterfly. */
  readonly mirrored?: boolean
  readonly height?: number
  /** In words, for readers who do not see it; leave out where the words stand beside it. */
  readonly label?: string
}

/** A share on a 0–100 % rail: solid from 0 to low, hatched from low to high. */
export function IntervalRail({ range, tone = 'ink', mirrored = false, height = 10, label }: Props) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  const unknown = !range || (range.low <= 0 && range.high >= 1)
  if (unknown) return <span {...spoken} className={styles.unknown} data-tone={tone} style={{ height }} />
  const { solid, hatched } = railParts(range)
  return (
    <span {...spoken} className={styles.rail} data-tone={tone} data-mirrored={mirrored || undefined} style={{ height }}>
      <span className={styles.solid} style={{ inlineSize: `${solid}%` }} />
      <span className={styles.hatched} style={{ inlineSize: `${hatched}%` }} />
    </span>
  )
}

/** The part nobody is on record for, drawn as an empty outline of its length. */
export function UnrecordedRail({ fraction, height = 10, label }: { fraction: number; height?: number; label?: string }) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <span {...spoken} className={styles.rail} style={{ height }}><span className={styles.unrecorded} style={{ inlineSize: `${Math.max(fraction * 100, 2)}%` }} /></span>
}
