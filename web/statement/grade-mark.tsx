import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'

/** Line styles of the grades: solid for register and document, long dashes for reported, dots for claimed and inferred. */
export const GRADE_DASHES: Readonly<Record<string, string>> = { REGISTER: '', DOCUMENT: '', REPORTED: '7 4', CLAIMED: '1.5 3.5', INFERRED: '1.5 3.5' }

/** Line style and word of a grade, always together. */
export function GradeMark({ grade }: { grade: string }) {
  const words = useWords()
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }} title={codedWord(words, 'gradeHelp', grade)}>
      <svg width="26" height="6" viewBox="0 0 26 6" aria-hidden="true">
        <line
          x1="1"
          y1="3"
          x2="25"
          y2="3"
          stroke="currentColor"
          strokeWidth={grade === 'REGISTER' ? 2.6 : 1.6}
          strokeDasharray={GRADE_DASHES[grade] ?? ''}
          strokeLinecap={GRADE_DASHES[grade]?.startsWith('1.5') ? 'round' : 'butt'}
        />
      </svg>
      {codedWord(words, 'grade', grade)}
    </span>
  )
}
