import type { OwnershipAnswer } from '../queries/organisation.ts'
import { Notice } from '../states/notice.tsx'
import { useOrganisationWords } from './organisation-words.tsx'

/** Rings of owners explained: those that are counted, and those for which no number is right. */
export function RingNotices({ answer: { status, cycles } }: { answer: OwnershipAnswer }) {
  const { t } = useOrganisationWords()
  const closed = status === 'CLOSED_LOOP'
  if (!closed && cycles.length === 0) return null
  return (
    <Notice title={t(closed ? 'loop.title' : 'ring.title')} tone={closed ? 'alert' : 'quiet'}>
      <p>{t(closed ? 'loop.text' : 'ring.text')}</p>
      {cycles.map((ring) => (
        <p key={ring.map(({ id }) => id).join()} className="small">
          <bdi>{[...ring, ring[0]].flatMap((node) => (node ? [node.name] : [])).join(' → ')}</bdi>
        </p>
      ))}
    </Notice>
  )
}
