import { Name } from '../i18n/name.tsx'
import { Term } from '../glossary/term.tsx'
import { SideMark } from '../icons/side-mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { pairKey } from './pairs.ts'
import type { Mirror, Pair } from './pairs.ts'
import styles from './opened-row.module.css'

interface Props {
  readonly mirror: Mirror
  readonly names: { readonly here: string; readonly there: string }
  readonly chosen: string | undefined
  readonly onChoose: (here: string, there: string) => void
  readonly onPoint: (pair: string | undefined) => void
}

/** Which site there plays the part of which site here, how alike they are, and in what they differ. */
export function MirrorPairs({ mirror, names, chosen, onChoose, onPoint }: Props) {
  const { t } = useWords()
  const { pairs, unmatchedHere, unmatchedThere } = mirror
  const alone = [[names.here, unmatchedHere], [names.there, unmatchedThere]] as const
  return (
    <>
      <h3>
        <Term name="mirror point">{t('row.mirrors')}</Term>
      </h3>
      {pairs.length === 0 ? <p className="muted small">{t('row.noMirrors')}</p> : null}
      <ul className={styles.pairs}>
        {pairs.map((pair) => (
          <PairCard
            key={pairKey(pair.here.id, pair.there.id)}
            pair={pair}
            chosen={chosen === pairKey(pair.here.id, pair.there.id)}
            onChoose={onChoose}
            onPoint={onPoint}
          />
        ))}
      </ul>
      {alone.map(([place, sites]) =>
        sites.length === 0 ? null : (
          <p key={place} className="muted small">
            {t('row.unmatched', {
              place,
              names: sites
                .slice(0, 4)
                .map(({ name }) => name)
                .join(', '),
              more: Math.max(sites.length - 4, 0),
            })}
          </p>
        ),
      )}
    </>
  )
}

/** Feature of the reason that says why a pair is not ranked; it is no likeness. */
const TOO_LITTLE_KNOWN = 'coverage'

function PairCard({ pair, chosen, onChoose, onPoint }: { pair: Pair; chosen: boolean } & Pick<Props, 'onChoose' | 'onPoint'>) {
  const { t, number, percent } = useWords()
  const { here, there, similarity, coverage, ranked, reasons, differences } = pair
  const alike = reasons.filter(({ feature }) => feature !== TOO_LITTLE_KNOWN)
  const doubt = reasons.find(({ feature }) => feature === TOO_LITTLE_KNOWN)
  const key = pairKey(here.id, there.id)
  return (
    <li className={styles.pair} data-chosen={chosen || undefined} onMouseEnter={() => onPoint(key)} onMouseLeave={() => onPoint(undefined)}>
      <button
        type="button"
        className={styles.pairHead}
        aria-pressed={chosen}
        onClick={() => onChoose(here.id, there.id)}
        onFocus={() => onPoint(key)}
        onBlur={() => onPoint(undefined)}
      >
        <span className={styles.pairSite}>
          <SideMark side="here" />
          <Name>{here.name}</Name>
        </span>
        <span data-between aria-hidden="true">
          ↔
        </span>
        <span className={styles.pairSite}>
          <SideMark side="there" />
          <Name>{there.name}</Name>
        </span>
        <span className={styles.pairFacts}>
          {t('row.likenessShare', { similarity: number(similarity, 2), share: percent(coverage) })}
          {ranked ? '' : ` · ${t('row.unranked')}`}
        </span>
      </button>
      {doubt ? (
        <p className={styles.doubt} lang="en" dir="ltr">
          {doubt.sentence}
        </p>
      ) : null}
      <div className={styles.reasons}>
        {alike.length > 0 ? (
          <div>
            <h4>{t('row.alike')}</h4>
            <ul lang="en" dir="ltr">
              {alike.map(({ feature, sentence }) => (
                <li key={feature}>{sentence}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {differences.length > 0 ? (
          <div>
            <h4>{t('row.differs')}</h4>
            <ul lang="en" dir="ltr">
              {differences.map(({ feature, sentence }) => (
                <li key={feature}>{sentence}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </li>
  )
}
