import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { gradeStroke } from './grade-stroke.ts'

/** Line style and word of a grade, always together. */
export function GradeMark({ grade }: { grade: string }) {
  const words = useWords()
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }} title={codedWord(words, 'gradeHelp', grade)}>
      <svg width="26" height="6" viewBox="0 0 26 6" aria-hidden="true">
        <line x1="1" y1="3" x2="25" y2="3" stroke="currentColor" {...gradeStroke(grade, 1.6)} />
      </svg>
      {codedWord(words, 'grade', grade)}
    </span>
  )
}
