/** Circle for here, diamond for there: the same marks as on the maps. */
export function SideMark({ side, size = 12, hollow = false }: { side: 'here' | 'there'; size?: number; hollow?: boolean }) {
  const paint = hollow ? { fill: 'none', stroke: `var(--mp-${side})`, strokeWidth: 2 } : { fill: `var(--mp-${side})` }
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      {side === 'here' ? <circle cx="6" cy="6" r="4.6" {...paint} /> : <path d="M6 .6 11.4 6 6 11.4.6 6z" {...paint} />}
    </svg>
  )
}
