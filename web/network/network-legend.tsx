import type { ReactNode } from 'react'
import styles from './network.module.css'

type Key = 'legend.solid' | 'legend.dashed' | 'legend.dotted' | 'legend.owns' | 'legend.joint' | 'legend.group' | 'legend.operates' | 'legend.unrecorded'

/** What dashes and ends of lines mean. */
export function NetworkLegend({ t }: { t: (key: Key) => string }) {
  return (
    <ul className={styles.legend}>
      <Entry text={t('legend.solid')}><Line /></Entry>
      <Entry text={t('legend.dashed')}><Line dashes="7 4" /></Entry>
      <Entry text={t('legend.dotted')}><Line dashes="1.5 3.5" /></Entry>
      <Entry text={t('legend.owns')}><path d="M2 6h20" /><path d="m22 2.5 8 3.5-8 3.5z" fill="currentColor" stroke="none" /></Entry>
      <Entry text={t('legend.joint')}><path d="M2 6h17" /><path d="m19 6 5-4 5 4-5 4z" /></Entry>
      <Entry text={t('legend.group')}><path d="M2 6h19" /><circle cx="25" cy="6" r="4" /></Entry>
      <Entry text={t('legend.operates')}><path d="M2 6h27M23 2l6 4-6 4" /></Entry>
      <Entry text={t('legend.unrecorded')}><rect x="2" y="1" width="28" height="10" rx="2" strokeDasharray="3 2" /></Entry>
    </ul>
  )
}
const Line = ({ dashes }: { dashes?: string }) => <path d="M2 6h28" strokeDasharray={dashes} />
function Entry({ text, children }: { text: string; children: ReactNode }) {
  return <li><svg viewBox="0 0 32 12" width="32" height="12" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="butt" aria-hidden="true">{children}</svg>{text}</li>
}
