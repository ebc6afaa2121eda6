/** An icon of lines on a field of 16 × 16, in the colour of the text around it, which says the same in words. */
export const Drawing = ({ path, size, strokeWidth }: { path: string; size: number; strokeWidth: number }) => (
  <svg
    viewBox="0 0 16 16"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: 'none' }}
  >
    <path d={path} />
  </svg>
)
