import { Navigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Card } from '../queries/organisation.ts'
import { BasisNotes } from './basis-notes.tsx'
import { Conflicts } from './conflicts.tsx'
import { OrganisationHeader } from './organisation-header.tsx'
import { useOrganisationView } from './organisation-view.ts'
import { OwnershipBoard } from './ownership-board.tsx'
import { placesOf } from './places-of.ts'
import { SitesSection } from './sites-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import { useOrganisation } from './use-organisation.ts'
import styles from './organisation.module.css'

/** The screen once it is known that the id is an organisation's. A record judged to be another's opens that one. */
export function OrganisationScreen({ card }: { card: Card }) {
  const { view } = useOrganisationView()
  const focus = useMemo(() => ({ __typename: 'Organisation', id: card.id, name: card.name }), [card])
  const { owners, holdings, ground, groundFailed } = useOrganisation(focus, view)
  const places = useMemo(() => (ground ? placesOf(ground.sites, ground.presences) : []), [ground])
  const [up, down] = [owners, holdings].map((half) => (half.state === 'answered' ? half.value : undefined))
  const target = up?.target.id ?? down?.target.id
  if (target !== undefined && target !== card.id)
    return <Navigate to="/organisation/$id" params={{ id: target }} search={(before: Record<string, unknown>) => before as never} replace /> // keeps date, grades and language
  const conflicts = [...(up?.conflicts ?? []), ...(down?.conflicts ?? [])]
  return (
    <article className={styles.page}>
      <OrganisationHeader card={card} up={up} down={down} ground={ground} places={places} />
      <OwnershipBoard focus={focus} country={card.country} owners={owners} holdings={holdings} operations={ground?.operations} />
      <Conflicts conflicts={conflicts} />
      <SitesSection name={card.name} focusId={card.id} ground={ground} failed={groundFailed} places={places} />
      <SourcesSection card={card} answers={[up, down].filter((one) => one !== undefined)} />
      {(down ?? up) ? <BasisNotes bases={[up, down].flatMap((one) => (one ? [one.basis] : []))} /> : null}
    </article>
  )
}
