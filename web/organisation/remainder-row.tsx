import { Term } from '../glossary/term.tsx'
import type { Range } from '../interval/interval-words.ts'
import { remainderWords } from '../network/remainder-words.ts'
import { IntervalRail, UnrecordedRail } from '../interval/interval-rail.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './holding-table.module.css'

/** Rounding of sums of shares; less is nothing unrecorded. */
const NOTHING = 5e-4

/** What nobody on record holds: an empty outline, never a missing row. */
export function RemainderRow({ remainder }: { remainder: Range }) {
  const words = useOrganisationWords()
  if (remainder.high <= NOTHING) return null
  const exact = remainder.high - remainder.low <= NOTHING
  return (
    <tr role="row" className={styles.row} data-remainder>
      <th role="rowheader" scope="row" className={styles.name}>
        <Term name="unrecorded">{words.t('table.unrecorded')}</Term>
        <span className={styles.about}>{words.t('table.unrecordedHelp', { share: remainderWords(remainder, words) })}</span>
      </th>
      <td role="cell" className={styles.integrated} data-label={words.t('table.integrated')}>
        {exact ? <UnrecordedRail fraction={remainder.high} height={9} /> : <IntervalRail range={null} height={9} />}
        <span>{remainderWords(remainder, words)}</span>
      </td>
      <td role="cell" className={styles.filler} colSpan={4} />
    </tr>
  )
}
