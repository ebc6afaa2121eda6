import { useMemo } from 'react'
import type { Direct, End } from '../network/ownership-network.ts'
import type { OwnershipAnswer } from '../queries/organisation.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'
import { HoldingTable } from './holding-table.tsx'
import { HoldingTabs } from './holding-tabs.tsx'
import { LoadingRows } from './loading-organisation.tsx'
import { NetworkPanel } from './network-panel.tsx'
import { useOrganisationView } from './organisation-view.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import { RingNotices } from './ring-notices.tsx'
import type { Half } from './use-organisation.ts'
import styles from './organisation.module.css'

interface Props { readonly focus: End; readonly country: string | null; readonly owners: Half; readonly holdings: Half; readonly operations: readonly Direct[] | undefined }

/** The table and the drawing of the same answer; what is chosen in one is chosen in the other. */
export function OwnershipBoard({ focus, country, owners, holdings, operations }: Props) {
  const { t } = useOrganisationWords()
  const { view, go } = useOrganisationView()
  const [up, down] = [answerOf(owners), answerOf(holdings)]
  const show = view.show ?? shownFor(view.node, up, down)
  const half = show === 'owners' ? owners : holdings
  const settled = owners.state !== 'waiting' && holdings.state !== 'waiting'
  const choose = useMemo(() => (id: string | undefined) => go({ node: id === focus.id ? undefined : id, ...(id === undefined ? {} : { show: undefined }) }), [go, focus.id])
  return (
    <div className={styles.board}>
      <div className={styles.tables}>
        <h2 className="hidden-visually">{t('table.both')}</h2>
        <HoldingTabs
          show={show}
          owners={up?.totalCount}
          holdings={down?.totalCount}
          onShow={(next) => go({ show: next, node: undefined, sort: undefined, rows: undefined })}
        />
        <div role="tabpanel" id="holding-panel" aria-labelledby={`tab-${show}`}>
          {half.state === 'waiting' || !settled ? (
            <div aria-busy="true">
              <Waiting words={t('organisation.reading')} />
              <LoadingRows />
            </div>
          ) : null}
          {half.state === 'failed' ? <Failure error={half.error} again={half.again} /> : null}
          {half.state === 'refused' ? <Refused refusal={half.refusal} /> : null}
          {settled && half.state === 'answered' ? (
            <>
              <RingNotices answer={half.value} />
              <HoldingTable answer={half.value} focus={focus} country={country} chosen={view.node} onChoose={choose} />
            </>
          ) : null}
        </div>
      </div>
      <NetworkPanel focus={focus} up={up} down={down} settled={settled} operations={operations} chosen={view.node} onChoose={choose} />
    </div>
  )
}
const answerOf = (half: Half): OwnershipAnswer | undefined => (half.state === 'answered' ? half.value : undefined)

/** The half with the chosen row; without one, owners unless only holdings are on record. */
function shownFor(node: string | undefined, up: OwnershipAnswer | undefined, down: OwnershipAnswer | undefined): 'owners' | 'holdings' {
  const has = (answer: OwnershipAnswer | undefined) => answer?.holders.some((holding) => holding.node.id === node) === true
  if (node !== undefined && has(up)) return 'owners'
  if (node !== undefined && has(down)) return 'holdings'
  return up?.totalCount === 0 && (down?.totalCount ?? 0) > 0 ? 'holdings' : 'owners'
}
