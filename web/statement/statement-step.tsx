import { IntervalRail } from '../interval/interval-rail.tsx'
import { intervalWords } from '../interval/interval-words.ts'
import type { Range } from '../interval/interval-words.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { SourceLink } from '../source/source-link.tsx'
import type { SourceLike } from '../source/source-link.tsx'
import { GradeMark } from './grade-mark.tsx'
import styles from './statement-step.module.css'

export interface StatementLike {
  readonly key: string
  readonly type: string
  readonly share: Range | null
  /** Stated apart from the capital. */
  readonly votes?: Range | null
  readonly grade: string
  readonly status: string
  readonly sentence: string
  readonly note: string | null
  readonly source: SourceLike
}

/** One step of a path as its source words it: share, sentence, source, grade. */
export function StatementStep({ statement, tone = 'ink' }: { statement: StatementLike; tone?: 'here' | 'there' | 'ink' }) {
  const words = useWords()
  const { type, share, votes, grade, status, sentence, note, source } = statement
  const range = share ?? votes ?? null
  return (
    <div className={styles.step} data-tone={tone}>
      <div className={styles.head}>
        <span className={styles.relation}>{share === null && range !== null ? words.t('statement.votes') : codedWord(words, 'relation', type)}</span>
        {type === 'OWNS' ? (
          <>
            <span className={styles.rail}>
              <IntervalRail range={range} tone={tone} height={8} />
            </span>
            <span className={styles.share}>{intervalWords(range, words)}</span>
          </>
        ) : null}
        {status === 'IN_FORCE' ? null : <span className={styles.status}>{codedWord(words, 'status', status)}</span>}
      </div>
      <p className={styles.sentence} lang="en" dir="ltr">
        {sentence}
      </p>
      {note ? (
        <p className="muted small" lang="en" dir="ltr">
          {note}
        </p>
      ) : null}
      <div className={styles.foot}>
        <GradeMark grade={grade} />
        <SourceLink source={source} />
      </div>
    </div>
  )
}
