/** Line styles of the grades: solid for register and document, long dashes for reported, dots for claimed and inferred. */
const GRADE_DASHES: Readonly<Record<string, string>> = { REGISTER: '', DOCUMENT: '', REPORTED: '7 4', CLAIMED: '1.5 3.5', INFERRED: '1.5 3.5' }

/** A register is drawn heavier than all else. */
const HEAVY = 2.6

/** How a line of a grade is drawn, as attributes of SVG. */
export const gradeStroke = (grade: string, width: number) => {
  const dashes = GRADE_DASHES[grade] ?? ''
  return {
    strokeWidth: grade === 'REGISTER' ? HEAVY : width,
    strokeDasharray: dashes,
    strokeLinecap: dashes.startsWith('1.5') ? ('round' as const) : ('butt' as const),
  }
}
