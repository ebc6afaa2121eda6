import { Term } from '../glossary/term.tsx'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { domainsOf } from './rows.ts'
import type { RankedItem } from './rows.ts'
import styles from './opened-row.module.css'

const NOTHING = { low: 0, high: 0 }

/** How much it holds in each field of life, here and there, in plain units. */
export function DomainRails({ item, names, small }: { item: RankedItem; small: boolean; names: { readonly here: string; readonly there: string } }) {
  const words = useWords()
  return (
    <section className={styles.rails}>
      <h3>
        <Term name="exposure">{words.t('row.exposure')}</Term>
      </h3>
      {domainsOf(item).map(({ domain, here, there }) => (
        <div key={domain} className={styles.rail}>
          <div className={styles.railSide}>
            <IntervalRail range={here ?? NOTHING} tone="here" mirrored={!small} />
            <p lang="en" dir="ltr">
              {here?.sentence ?? words.t('row.nothingIn', { place: names.here })}
            </p>
          </div>
          <span className={styles.railName}>
            <DomainIcon domain={domain} />
            {codedWord(words, 'domain', domain)}
          </span>
          <div className={styles.railSide}>
            <IntervalRail range={there ?? NOTHING} tone="there" />
            <p lang="en" dir="ltr">
              {there?.sentence ?? words.t('row.nothingIn', { place: names.there })}
            </p>
          </div>
        </div>
      ))}
    </section>
  )
}
