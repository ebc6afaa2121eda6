import { Link } from '@tanstack/react-router'
import { Fragment, useMemo, useState } from 'react'
import { codedWord } from '../i18n/coded-words.ts'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { located } from '../map/site-features.ts'
import { SiteMap } from '../map/site-map.tsx'
import { addressOf } from '../search/found.ts'
import { Failure } from '../states/failure.tsx'
import { Notice } from '../states/notice.tsx'
import { LoadingRows } from './loading-organisation.tsx'
import type { Ground, HeldSite } from './held-sites.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import type { HeldPlace } from './places-of.ts'
import type { OrganisationAnswers } from './use-organisation.ts'
import styles from './sites-section.module.css'

interface Props {
  readonly name: string
  readonly focusId: string
  readonly ground: Ground | undefined
  readonly failed: OrganisationAnswers['groundFailed']
  readonly places: readonly HeldPlace[]
}
const FIRST_PLACES = 12

/** Where it is: a map of its sites and the same as a list by place. */
export function SitesSection({ name, focusId, ground, failed, places }: Props) {
  const words = useOrganisationWords()
  const { t } = words
  const [all, setAll] = useState(false)
  const [lit, setLit] = useState<readonly string[]>(NOTHING)
  const points = useMemo(() => located(ground?.sites.map(({ site, shareOnly }) => ({ ...site, faint: shareOnly })) ?? []), [ground])
  if (failed) return <section className={styles.section}><h2>{t('sites.title')}</h2><Failure error={failed.error} again={failed.again} /></section>
  if (!ground) return <section className={styles.section}><h2>{t('sites.title')}</h2><LoadingRows /></section>
  if (places.length === 0)
    return (
      <section className={styles.section}>
        <h2>{t('sites.title')}</h2>
        <Notice title={t('sites.none', { name })}>
          <p>{t('sites.noneNext')}</p>
        </Notice>
      </section>
    )
  const without = ground.sites.length - points.length
  const shown = all ? places : places.slice(0, FIRST_PLACES)
  return (
    <section className={styles.section}>
      <header>
        <h2>{t('sites.title')}</h2>
        <p className="muted small">
          {t('sites.summary', { sites: ground.sites.length, places: places.filter(({ id }) => id !== undefined).length })}
          {ground.sites.some(({ shareOnly }) => shareOnly) ? ` · ${t('sites.faint')}` : ''}
        </p>
      </header>
      <div className={styles.columns} data-map={points.length > 0 || undefined}>
        {points.length > 0 ? (
          <div className={styles.mapColumn}>
            <div className={styles.map}>
              <SiteMap
                side="here"
                points={points}
                lit={lit}
                onLight={(id) => setLit(id === undefined ? NOTHING : [id])}
                label={t('sites.map', { name, count: points.length })}
              />
            </div>
            {without > 0 ? <p className="muted small">{t('sites.noPoint', { count: without })}</p> : null}
          </div>
        ) : null}
        <div>
          <ul className={styles.places}>
            {shown.map((place) => (
              <li
                key={place.id ?? ''}
                className={styles.place}
                onMouseEnter={() => setLit(place.sites.map(({ site }) => site.id))}
                onMouseLeave={() => setLit(NOTHING)}
              >
                <h3>
                  {place.id === undefined ? (
                    t('sites.placeUnknown')
                  ) : (
                    <Link to="/" search={{ here: place.id }}>
                      <bdi>{place.name}</bdi>
                    </Link>
                  )}
                  {place.country && words.country(place.country) !== place.name ? (
                    <span className="muted"> {words.country(place.country)}</span>
                  ) : null}
                </h3>
                <ul>
                  {place.sites.map((held) => (
                    <SiteLine key={held.site.id} held={held} focusId={focusId} />
                  ))}
                </ul>
                {place.presences.length > 0 ? (
                  <p className={styles.site}>
                    <DomainIcon domain="BRAND" />
                    <span>
                      {place.presences.map(({ brand, sentence }, at) => (
                        <Fragment key={brand.id}>
                          {at > 0 ? ', ' : ''}
                          <Link {...addressOf({ id: brand.id, type: 'Brand' })} title={sentence}>
                            <bdi>{brand.name}</bdi>
                          </Link>
                        </Fragment>
                      ))}{' '}
                      <span className="muted small">{t('sites.presences', { count: place.presences.length })}</span>
                    </span>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          {places.length > FIRST_PLACES ? (
            <button type="button" className="quiet-button" onClick={() => setAll(!all)}>
              {all ? t('sites.fewerPlaces') : t('sites.allPlaces', { count: places.length })}
            </button>
          ) : null}
        </div>
      </div>
    </section>
  )
}
const NOTHING: readonly string[] = []

function SiteLine({ held: { site, relation, through, shareOnly }, focusId }: { held: HeldSite; focusId: string }) {
  const words = useOrganisationWords()
  const how = [
    codedWord(words, 'relation', relation),
    through.id === focusId ? words.t('sites.itself') : words.t('sites.through', { name: through.name }),
    shareOnly ? words.t('sites.shareOnly') : '',
  ].filter(Boolean)
  return (
    <li className={styles.site}>
      <DomainIcon domain={site.domain} />
      <span>
        <Link to="/site/$id" params={{ id: site.id }}>
          <bdi>{site.name}</bdi>
        </Link>{' '}
        <span className="muted small">{how.join(' · ')}</span>
      </span>
    </li>
  )
}
