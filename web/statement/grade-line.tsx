import { gradeStroke } from './grade-stroke.ts'

/** The line down a chain, as high as what stands beside it. Colour: `stroke`, else that of the text. */
export const GradeLine = ({ grade, stroke = 'currentColor', className }: { grade: string; stroke?: string; className?: string | undefined }) => (
  <svg aria-hidden="true" className={className}>
    <line x1="6" y1="0" x2="6" y2="100%" stroke={stroke} {...gradeStroke(grade, 1.8)} />
  </svg>
)
