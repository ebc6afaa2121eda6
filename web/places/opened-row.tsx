import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { MirrorPoints } from '../queries/mirror-points.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'
import { DomainRails } from './domain-rails.tsx'
import { HeldBy } from './held-by.tsx'
import { MirrorPairs } from './mirror-pairs.tsx'
import { PathColumn } from './path-column.tsx'
import { SmallMaps } from './small-maps.tsx'
import { pairKey, splitPair } from './pairs.ts'
import { sitesOf } from './rows.ts'
import type { RankedItem } from './rows.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './opened-row.module.css'

interface Props {
  readonly item: RankedItem
  readonly names: { readonly here: string; readonly there: string }
  readonly small: boolean
  readonly onPoint: (at: { row?: string; pair?: string }) => void
}

/** Both paths to the one organisation, what it holds per domain, and which site mirrors which. */
export function OpenedRow({ item, names, small, onPoint }: Props) {
  const { t } = useWords()
  const { view, go } = usePlacesView()
  const { organisation, controllers } = item
  const answer = useAnswer(
    MirrorPoints,
    { organisation: organisation.id, here: view.here ?? '', there: view.there ?? '', ...asOfVariables(view) },
    ({ mirrorPoints }) => mirrorPoints,
    'MirrorPoints',
  )
  const mirror = answer.state === 'answered' ? answer.value : undefined
  const [site, setSite] = useState<{ here?: string; there?: string }>({})
  const chosen = splitPair(view.pair)
  const best = mirror?.pairs[0]
  const sites = { here: sitesOf(item.here), there: sitesOf(item.there) }
  const at = { here: site.here ?? chosen?.here ?? best?.here.id ?? sites.here[0]?.id, there: site.there ?? chosen?.there ?? best?.there.id ?? sites.there[0]?.id }
  const choosePair = (here: string, there: string) => { setSite({}); go({ pair: pairKey(here, there) }) }
  return (
    <div className={styles.opened}>
      {small ? <SmallMaps item={item} names={names} lit={at} /> : null}
      <section aria-label={t('row.paths')} className={styles.paths}>
        <div className={styles.actor}>
          <Link to="/organisation/$id" params={{ id: organisation.id }} className={styles.actorName}>
            <Name>{organisation.name}</Name>
          </Link>
          <HeldBy organisation={organisation} controllers={controllers} />
        </div>
        <div className={styles.columns}>
          {(['here', 'there'] as const).map((side) => (
            <PathColumn
              key={side}
              side={side}
              place={names[side]}
              organisation={organisation}
              sites={sites[side]}
              holdings={item[side].sites}
              chosen={at[side]}
              onChoose={(id) => setSite((before) => ({ ...before, [side]: id }))}
            />
          ))}
        </div>
      </section>
      <DomainRails item={item} names={names} small={small} />
      <section className={styles.mirrors}>
        {answer.state === 'waiting' ? <Waiting words={t('row.loadingPairs')} /> : null}
        {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
        {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
        {mirror ? (
          <MirrorPairs
            mirror={mirror}
            names={names}
            chosen={view.pair}
            onChoose={choosePair}
            onPoint={(pair) => onPoint(pair === undefined ? { row: organisation.id } : { row: organisation.id, pair })}
          />
        ) : null}
      </section>
    </div>
  )
}
