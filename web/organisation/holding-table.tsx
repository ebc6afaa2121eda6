import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Term } from '../glossary/term.tsx'
import type { End } from '../network/ownership-network.ts'
import type { OwnershipAnswer } from '../queries/organisation.ts'
import { EmptyHoldings } from './empty-holdings.tsx'
import { HoldingRow } from './holding-row.tsx'
import { useOrganisationView } from './organisation-view.ts'
import { useOrganisationWords } from './organisation-words.tsx'
import { RemainderRow } from './remainder-row.tsx'
import type { Column } from './sort-holdings.ts'
import { COLUMNS, nextSort, sortHoldings, sortOf } from './sort-holdings.ts'
import styles from './holding-table.module.css'

interface Props {
  readonly answer: OwnershipAnswer
  readonly focus: End
  readonly country: string | null
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}
/** Rows before “show all”: the strongest fit beside the drawing. */
const FIRST_ROWS = 12

/** Owners or holdings with every kind of number in a column of its own. Sorting and the open row are in the address. */
export function HoldingTable({ answer, focus, country, chosen, onChoose }: Props) {
  const { t, language } = useOrganisationWords()
  const { view, go } = useOrganisationView()
  const sort = sortOf(view.sort)
  const rows = useMemo(() => sortHoldings(answer.holders, sort, language), [answer, view.sort, language])
  if (rows.length === 0) return <EmptyHoldings direction={answer.direction} name={focus.name} country={country} remainder={answer.remainder} />
  const up = answer.direction === 'UP'
  const title = t(up ? 'table.ownersOf' : 'table.holdingsOf', { name: focus.name })
  const all = view.rows === 'all' || rows.length <= FIRST_ROWS + 2 || rows.findIndex(({ node }) => node.id === chosen) >= FIRST_ROWS
  return (
    <>
      <table className={styles.table} role="table" aria-label={title}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                aria-sort={sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                className={styles[column]}
              >
                <SortHead
                  column={column}
                  active={sort.column === column}
                  descending={sort.descending}
                  onSort={() => go({ sort: nextSort(sort, column) })}
                />
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="hidden-visually">{t('table.paths', { count: 2, from: '', to: '' }).trim()}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {(all ? rows : rows.slice(0, FIRST_ROWS)).map((holding) => (
            <HoldingRow
              key={holding.node.id}
              holding={holding}
              focus={focus}
              up={up}
              open={holding.node.id === chosen}
              onToggle={() => onChoose(holding.node.id === chosen ? undefined : holding.node.id)}
            />
          ))}
          {up && answer.remainder ? <RemainderRow remainder={answer.remainder} /> : null}
        </tbody>
      </table>
      {all ? null : (
        <button type="button" className="quiet-button" style={{ marginTop: 10 }} onClick={() => go({ rows: 'all' })}>
          {t('table.allRows', { count: rows.length })}
        </button>
      )}
      {answer.totalCount > answer.holders.length ? (
        <p className="muted small">{t('table.more', { shown: answer.holders.length, total: answer.totalCount })}</p>
      ) : null}
    </>
  )
}

const TERMS = { integrated: 'integrated ownership', direct: 'direct share' } as const

function SortHead({ column, active, descending, onSort }: { column: Column; active: boolean; descending: boolean; onSort: () => void }) {
  const { t } = useOrganisationWords()
  const name = t(`table.${column}`)
  const term = column === 'integrated' || column === 'direct' ? TERMS[column] : undefined
  return (
    <span className={styles.head}>
      {withTerm(term, name)}
      <button
        type="button"
        className={styles.sort}
        data-active={active || undefined}
        onClick={onSort}
        aria-label={t('table.sortBy', { column: name })}
        title={t('table.sortBy', { column: name })}
      >
        <svg
          viewBox="0 0 12 12"
          width="12"
          height="12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          {active ? <path d={descending ? 'M3 4.5 6 8l3-3.5' : 'M3 7.5 6 4l3 3.5'} /> : <path d="M3.5 4.5 6 2l2.5 2.5M3.5 7.5 6 10l2.5-2.5" />}
        </svg>
      </button>
    </span>
  )
}
const withTerm = (term: 'integrated ownership' | 'direct share' | undefined, text: string): ReactNode => (term ? <Term name={term}>{text}</Term> : text)
