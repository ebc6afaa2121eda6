import { Drawing } from './drawing.tsx'

/** One drawing per field of life, so that a domain is never told by colour alone. */
const DRAWINGS: Readonly<Record<string, string>> = {
  PORT: 'M3 13.5h10M5 13.5V4l7-1.5M5 4 3 6M9.5 3v4M8 7h3v2.5H8z',
  DATA_CENTRE: 'M3.5 2.5h9v3.3h-9zM3.5 6.8h9v3.3h-9zM3.5 11h9v2.5h-9zM10 4.2h.8M10 8.4h.8M10 12.3h.8',
  HOUSING: 'M2.5 8 8 3l5.5 5M4.2 6.8v6.7h7.6V6.8M6.8 13.5v-3.4h2.4v3.4',
  BRAND: 'M2.5 3h2l1.6 7.2h6l1.4-5H5.1M6.8 13.3h.1M11.3 13.3h.1',
  INDUSTRY: 'M2.5 13.5V8l3.6 2V8l3.6 2V3.5h2.4l1.4 10z',
  ENERGY: 'M9 2 4 9h3.4L7 14l5-7H8.6z',
}
const OTHER = 'M4 4h8v8H4z'

export function DomainIcon({ domain, size = 16 }: { domain: string; size?: number }) {
  return <Drawing path={DRAWINGS[domain] ?? OTHER} size={size} strokeWidth={1.3} />
}
