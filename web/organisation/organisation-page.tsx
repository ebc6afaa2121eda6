import { Navigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useQuery } from 'urql'
import { frameSearch } from '../url/view-state.ts'
import { OrganisationCard } from '../queries/organisation.ts'
import { Failure } from '../states/failure.tsx'
import { Notice } from '../states/notice.tsx'
import { PageLoading } from '../states/page-states.tsx'
import { BrandView } from './brand-view.tsx'
import { LoadingOrganisation } from './loading-organisation.tsx'
import { OrganisationScreen } from './organisation-screen.tsx'
import { useOrganisationView } from './organisation-view.ts'
import { OrganisationTexts, useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

/** One organisation: what it is, who holds it, what it holds, where that is, and who says so. */
export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false })
  return <Suspense fallback={<PageLoading />}><OrganisationTexts><ById key={id} id={id} /></OrganisationTexts></Suspense>
}

function ById({ id }: { id: string }) {
  const { t } = useOrganisationWords()
  const { view } = useOrganisationView()
  const [{ data, error, fetching }, ask] = useQuery({ query: OrganisationCard, variables: { id } })
  if (error) return <div className={styles.page}><Failure error={error} again={() => ask({ requestPolicy: 'network-only' })} /></div>
  if (fetching || !data) return <LoadingOrganisation />
  const { node } = data
  if (node?.__typename === 'Organisation') return <OrganisationScreen card={node} />
  if (node?.__typename === 'Brand') return <BrandView card={node} />
  if (node?.__typename === 'Site') return <Navigate to="/site/$id" params={{ id }} search={frameSearch(view as Record<string, unknown>)} replace />
  if (node?.__typename === 'Place') return <Navigate to="/" search={{ here: id }} replace />
  return <div className={styles.page}><Notice level={1} title={t('state.notFound')}><p>{t('organisation.notOne', { id })}</p><p>{t('organisation.notOneNext')}</p></Notice></div>
}
