import { Term } from '../glossary/term.tsx'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { domainsOf } from './rows.ts'
import type { RankedItem } from './rows.ts'
import styles from './opened-row.module.css'

/** How much it holds in each field of life, here and there, in plain units. */
export function DomainRails({ item, names }: { item: RankedItem; names: { readonly here: string; readonly there: string } }) {
  const words = useWords()
  return (
    <section className={styles.rails}>
      <h3><Term name="exposure">{words.t('row.exposure')}</Term></h3>
      {domainsOf(item).map(({ domain, here, there }) => (
        <div key={domain} className={styles.rail}>
          <IntervalRail range={here ?? { low: 0, high: 0 }} tone="here" mirrored />
          <span><DomainIcon domain={domain} />{codedWord(words, 'domain', domain)}</span>
          <IntervalRail range={there ?? { low: 0, high: 0 }} tone="there" />
          <p lang="en" dir="ltr">{here?.sentence ?? words.t('row.nothingIn', { place: names.here })}</p>
          <span />
          <p lang="en" dir="ltr">{there?.sentence ?? words.t('row.nothingIn', { place: names.there })}</p>
        </div>
      ))}
    </section>
  )
}
