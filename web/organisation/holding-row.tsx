import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { codedWord } from '../i18n/coded-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import type { Range } from '../interval/interval-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { IntervalRail } from '../interval/interval-rail.tsx'
import type { End } from '../network/ownership-network.ts'
import type { HoldingOf } from '../queries/organisation.ts'
import { addressOf } from '../search/found.ts'
import { HoldingPaths } from './holding-paths.tsx'
import type { OrganisationWords } from './organisation-words.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './holding-table.module.css'

interface Props { readonly holding: HoldingOf; readonly focus: End; readonly up: boolean; readonly open: boolean; readonly onToggle: () => void }

/** One owner or holding; opened, every path behind its numbers. */
export function HoldingRow({ holding, focus, up, open, onToggle }: Props) {
  const words = useOrganisationWords()
  const { t } = words
  const { node, integrated, direct, votes, control, ultimate } = holding
  const panel = useId()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (!open || !row.current || !matchMedia('(min-width: 1240px)').matches) return // on one column the drawing stays in view
    const { top, bottom } = row.current.getBoundingClientRect()
    if (top < 80 || bottom > innerHeight - 40) row.current.scrollIntoView({ block: 'center' })
  }, [open])
  const about = [kindOf(node, words), up && ultimate ? t('table.ultimate') : ''].filter(Boolean).join(' · ')
  return (
    <>
      <tr
        ref={row}
        role="row"
        className={styles.row}
        data-open={open || undefined}
        onClick={(event) => {
          if (!(event.target as HTMLElement).closest('a, button')) onToggle()
        }}
      >
        <th role="rowheader" scope="row" className={styles.name}>
          <Link {...addressOf({ id: node.id, type: node.__typename === 'Site' ? 'Site' : 'Organisation' })}>
            <bdi>{node.name}</bdi>
          </Link>
          <span className={styles.about}>{about}</span>
        </th>
        <td role="cell" className={styles.integrated} data-label={t('table.integrated')}>
          {integrated ? (
            <>
              <IntervalRail range={integrated} height={9} />
              <span>{intervalWords(integrated, words)}</span>
            </>
          ) : (
            <None words={t('table.noTotal')} />
          )}
        </td>
        <td role="cell" className={styles.direct} data-label={t('table.direct')} data-none={direct === null || undefined}>
          <Share range={direct} none={t('table.noDirect')} words={words} />
        </td>
        <td role="cell" className={styles.votes} data-label={t('table.votes')} data-none={votes === null || undefined}>
          <Share range={votes} none={t('table.noVotes')} words={words} />
        </td>
        <td role="cell" className={styles.control} data-label={t('table.control')} data-none={control === 'NONE' || undefined}>
          {control === 'NONE' ? <None words={t('table.noControl')} /> : codedWord(words, 'control', control)}
        </td>
        <td role="cell" className={styles.toggle}>
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            aria-controls={open ? panel : undefined}
            aria-label={t('table.togglePaths', { name: node.name })}
            title={t('table.togglePaths', { name: node.name })}
            onClick={onToggle}
          >
            <LineIcon name="down" size={14} />
          </button>
        </td>
      </tr>
      {open ? (
        <tr role="row" className={styles.opened}>
          <td role="cell" colSpan={6} id={panel}>
            <HoldingPaths paths={holding.paths} from={up ? node : focus} to={up ? focus : node} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Share({ range, none, words }: { range: Range | null; none: string; words: OrganisationWords }) {
  if (!range) return <None words={none} />
  return range.low <= 0 && range.high >= 1 ? <span className="muted">{words.t('table.notStated')}</span> : <>{intervalWords(range, words)}</>
}
/** A dash for the eye, words for who listens or hovers. */
const None = ({ words }: { words: string }) => <span className="muted" title={words}><span aria-hidden="true">–</span><span className="hidden-visually">{words}</span></span>

function kindOf(node: HoldingOf['node'], words: OrganisationWords): string {
  if (node.__typename === 'Site') return [codedWord(words, 'kind', node.kind), node.place?.name].filter(Boolean).join(' · ')
  return node.__typename === 'Organisation' ? [codedWord(words, 'kind', node.organisationKind), words.country(node.country)].filter(Boolean).join(' · ') : ''
}
