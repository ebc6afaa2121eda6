import { useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { OrganisationCard } from '../queries/organisation.ts'
import { Failure } from '../states/failure.tsx'
import { Notice } from '../states/notice.tsx'
import { Waiting } from '../states/waiting.tsx'
import { HolderTable } from './holder-table.tsx'

/** One organisation: what it is, who holds it, what it holds. */
export function OrganisationPage() {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const [{ data, error, fetching }, ask] = useQuery({ query: OrganisationCard, variables: { id } })
  if (error) return <div style={{ padding: 24 }}><Failure error={error} again={() => ask({ requestPolicy: 'network-only' })} /></div>
  if (fetching || !data) return <div style={{ padding: 24 }}><Waiting words={words.t('state.loadingPage')} /></div>
  const node = data.node
  if (node?.__typename !== 'Organisation') return <div style={{ padding: 24 }}><Notice level={1} title={words.t('state.notFound')}><p><bdi>{id}</bdi></p></Notice></div>
  return (
    <div style={{ padding: 24, display: 'grid', gap: 24, maxWidth: 1100, marginInline: 'auto' }}>
      <header>
        <h1><bdi>{node.name}</bdi></h1>
        <p className="muted">{[codedWord(words, 'kind', node.kind), words.country(node.country)].filter(Boolean).join(' · ')}</p>
        <p className="small muted"><bdi>{[node.id, ...node.identifiers].join(' · ')}</bdi></p>
      </header>
      <HolderTable of={id} direction="UP" title={words.t('organisation.above')} />
      <HolderTable of={id} direction="DOWN" title={words.t('organisation.below')} />
    </div>
  )
}
