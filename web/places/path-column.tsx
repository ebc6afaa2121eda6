import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { SideMark } from '../icons/side-mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { PathsBetween } from '../queries/paths.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { PathChain } from './path-chain.tsx'
import type { ExposureOf, SiteOf } from './rows.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './opened-row.module.css'

interface Props {
  readonly side: 'here' | 'there'
  readonly place: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly sites: readonly SiteOf[]
  readonly holdings: ExposureOf['sites']
  readonly chosen: string | undefined
  readonly onChoose: (site: string) => void
}
const MOST_BUTTONS = 10

/** From the organisation down to one of its sites in one place, every step with its source; other sites are one press away. */
export function PathColumn({ side, place, organisation, sites, holdings, chosen, onChoose }: Props) {
  const { t } = useWords()
  const { view } = usePlacesView()
  const site = sites.find(({ id }) => id === chosen)
  const answer = useAnswer(PathsBetween, { from: organisation.id, to: chosen ?? '', ...asOfVariables(view) }, ({ paths }) => paths, 'Paths', chosen === undefined)
  const presences = holdings.flatMap(({ presence }) => (presence ? [presence.sentence] : []))
  const path = answer.state === 'answered' ? answer.value.items[0] : undefined
  return (
    <div className={styles.column} data-side={side} aria-label={t('row.pathTo', { place })} role="group">
      {chosen !== undefined && answer.state === 'waiting' ? <div style={{ paddingInlineStart: 34, display: 'grid', gap: 8 }}><Skeleton height={14} width="70%" /><Skeleton height={14} width="90%" /><Skeleton height={14} width="50%" /></div> : null}
      {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
      {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
      {path ? <PathChain path={path} side={side} /> : null}
      {answer.state === 'answered' && !path && chosen !== undefined ? <p className={styles.place}>{t('row.noPath')}</p> : null}
      {!path && site ? <div className={styles.node}><span><SideMark side={side} /></span><Link to="/site/$id" params={{ id: site.id }}><bdi>{site.name}</bdi></Link></div> : null}
      {chosen === undefined && presences.length > 0 ? presences.slice(0, 4).map((sentence) => <p key={sentence} className={styles.place} lang="en" dir="ltr">{sentence}</p>) : null}
      <p className={styles.place}>{t('row.inPlace', { place })}{answer.state === 'answered' && answer.value.totalCount > 1 ? ` · ${t('row.otherPaths', { count: answer.value.totalCount - 1 })}` : ''}</p>
      {sites.length > 1 ? (
        <div className={styles.choose} role="group" aria-label={t('row.sites', { place })}>
          {sites.slice(0, MOST_BUTTONS).map(({ id, name }) => <button key={id} type="button" className={`${styles.siteButton} ${id === chosen ? side : ''}`} aria-pressed={id === chosen} onClick={() => onChoose(id)}><bdi>{name}</bdi></button>)}
        </div>
      ) : null}
      {sites.length > MOST_BUTTONS ? <p className={styles.more}>{t('row.moreSites', { count: sites.length - MOST_BUTTONS })}</p> : null}
    </div>
  )
}
