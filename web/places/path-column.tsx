import { Name } from '../i18n/name.tsx'
import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { SideMark } from '../icons/side-mark.tsx'
import { quietName } from '../i18n/quiet-name.ts'
import { useWords } from '../i18n/use-words.ts'
import { PathsBetween } from '../queries/paths.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Judgements } from './judgements.tsx'
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
      {chosen !== undefined && answer.state === 'waiting' ? (
        <div style={{ paddingInlineStart: 34, display: 'grid', gap: 8 }}>
          <Skeleton height={14} width="70%" />
          <Skeleton height={14} width="90%" />
          <Skeleton height={14} width="50%" />
        </div>
      ) : null}
      {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
      {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
      {path ? <PathChain path={path} side={side} /> : null}
      {path && path.judgements.length > 0 ? <Judgements judgements={path.judgements} /> : null}
      {answer.state === 'answered' && !path && chosen !== undefined ? <p className={styles.place}>{t('row.noPath')}</p> : null}
      {!path && site ? (
        <div className={styles.node}>
          <span>
            <SideMark side={side} />
          </span>
          <Link to="/site/$id" params={{ id: site.id }}>
            <Name>{site.name}</Name>
          </Link>
        </div>
      ) : null}
      {chosen === undefined && presences.length > 0
        ? presences.slice(0, 4).map((sentence) => (
            <p key={sentence} className={styles.place} lang="en" dir="ltr">
              {sentence}
            </p>
          ))
        : null}
      <p className={styles.place}>
        {sites.length > 1 ? t('row.oneOf', { place, count: sites.length }) : t('row.inPlace', { place })}
        {answer.state === 'answered' && answer.value.totalCount > 1 ? ` · ${t('row.otherPaths', { count: answer.value.totalCount - 1 })}` : ''}
      </p>
      {sites.length > 1 ? (
        <select
          className={styles.choose}
          aria-label={t('row.sites', { place })}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {site ? null : <option value={chosen ?? ''}>{t('row.sites', { place })}</option>}
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {quietName(name)}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  )
}
