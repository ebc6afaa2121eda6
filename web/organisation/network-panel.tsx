import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { foldNetwork, parentOfFold } from '../network/fold-network.ts'
import { litPath } from '../network/lit-path.ts'
import { NetworkLegend } from '../network/network-legend.tsx'
import { boxName } from '../network/network-words.ts'
import { NetworkView } from '../network/network-view.tsx'
import type { Direct, End } from '../network/ownership-network.ts'
import { ownershipNetwork } from '../network/ownership-network.ts'
import type { OwnershipAnswer } from '../queries/organisation.ts'
import { addressOf } from '../search/found.ts'
import { Skeleton } from '@mantine/core'
import { toggledUnfolded, unfoldedOf, useOrganisationView } from './organisation-view.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

interface Props {
  readonly focus: End
  readonly up: OwnershipAnswer | undefined
  readonly down: OwnershipAnswer | undefined
  readonly settled: boolean
  readonly operations: readonly Direct[] | undefined
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

/** Owners above, holdings below. A fold opens where it is; anything else becomes the chosen one, here and in the table. */
export function NetworkPanel({ focus, up, down, settled, operations, chosen, onChoose }: Props) {
  const words = useOrganisationWords()
  const { t } = words
  const { view, go } = useOrganisationView()
  const routes = useMemo(() => new Map([up, down].flatMap((half) => half?.holders.map(({ node, paths }) => [node.id, paths] as const) ?? [])), [up, down])
  const whole = useMemo(() => (settled && (up || down) ? ownershipNetwork({
    focus, owners: up?.holders.flatMap(({ paths }) => paths) ?? [], holdings: down?.holders.flatMap(({ paths }) => paths) ?? [],
    operations: operations ?? [], remainder: up?.remainder ?? null,
  }) : undefined), [focus, up, down, settled, operations])
  const folded = useMemo(() => whole && foldNetwork(whole, { unfolded: new Set(unfoldedOf(view.all)) }), [whole, view.all])
  const lit = useMemo(() => litPath(chosen, routes, operations ?? []), [chosen, routes, operations])
  const hidden = chosen !== undefined && folded !== undefined && whole?.nodes.some(({ id }) => id === chosen) === true && !folded.nodes.some(({ id }) => id === chosen)
  const network = useMemo(() => (hidden && whole ? foldNetwork(whole, { unfolded: new Set(unfoldedOf(view.all)), kept: lit }) : folded), [hidden, whole, folded, lit, view.all])
  const pick = (id: string | undefined) => {
    const parent = id === undefined ? undefined : parentOfFold(id)
    if (parent !== undefined) go({ all: toggledUnfolded(view.all, parent) })
    else if (id?.startsWith('unrecorded:') !== true) onChoose(id)
  }
  const box = network?.nodes.find(({ id }) => id === chosen)
  const canUnfold = box && (box.inside.sites > 0 || unfoldedOf(view.all).includes(box.id))
  return (
    <section className={styles.network} aria-label={t('network.title')}>
      <div className={styles.drawing}>
        {network ? (
          <NetworkView
            network={network}
            chosen={chosen}
            lit={lit}
            words={words}
            onChoose={pick}
            keys={t('network.keys')}
            label={t('network.label', { name: focus.name, owners: up?.totalCount ?? 0, holdings: down?.totalCount ?? 0 })}
            texts={{ zoomIn: t('network.zoomIn'), zoomOut: t('network.zoomOut'), fit: t('network.fit') }}
          />
        ) : (
          <Skeleton height="100%" radius={6} animate={false} />
        )}
      </div>
      <div className={styles.underDrawing}>
        {box ? (
          <p className={styles.chosen}>
            <strong>
              <bdi>{boxName(box, words)}</bdi>
            </strong>
            {box.shape === 'focus' ? null : (
              <Link {...addressOf({ id: box.id, type: box.shape === 'site' ? 'Site' : 'Organisation' })} className="quiet-button">
                {t('table.openPage')}
              </Link>
            )}
            {canUnfold ? (
              <button type="button" className="quiet-button" onClick={() => go({ all: toggledUnfolded(view.all, box.id) })}>
                {t(unfoldedOf(view.all).includes(box.id) ? 'network.foldAgain' : 'network.showAll')}
              </button>
            ) : null}
          </p>
        ) : null}
        {unfoldedOf(view.all).length > 0 && !box ? (
          <button type="button" className="quiet-button" onClick={() => go({ all: undefined })}>
            {t('network.foldAll')}
          </button>
        ) : null}
        {network && network.cut > 0 ? <p className="small">{t('network.cut', { count: network.cut })}</p> : null}
        <details className={styles.legendBox}>
          <summary>{t('network.legend')}</summary>
          <NetworkLegend t={t} />
        </details>
      </div>
    </section>
  )
}
