import { useWords } from '../i18n/use-words.ts'
import { SourceLink } from '../source/source-link.tsx'
import { GradeMark } from '../statement/grade-mark.tsx'
import type { StatementLike } from '../statement/statement-step.tsx'
import styles from './opened-row.module.css'

/** Which records the path takes to be one, and whose judgement that is: it can be wrong, so it is shown. */
export function Judgements({ judgements }: { judgements: readonly StatementLike[] }) {
  const { t } = useWords()
  return (
    <details className={styles.judgements}>
      <summary>{t('row.judgements', { count: judgements.length })}</summary>
      {judgements.map(({ key, sentence, grade, source }) => <div key={key}><p lang="en" dir="ltr">{sentence}</p><GradeMark grade={grade} /> <SourceLink source={source} /></div>)}
    </details>
  )
}
