import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { SideMark } from '../icons/side-mark.tsx'
import { addressOf } from '../search/found.ts'
import { GRADE_DASHES } from '../statement/grade-mark.tsx'
import { StatementStep } from '../statement/statement-step.tsx'
import type { StatementLike } from '../statement/statement-step.tsx'
import styles from './opened-row.module.css'

type End = { readonly __typename: string; readonly id: string; readonly name: string }
export interface ChainPath { readonly nodes: readonly End[]; readonly statements: readonly (StatementLike & { readonly from: End; readonly to: End })[] }

/** A path downwards: the statement that leads to each next thing, the line drawn in the style of its grade. */
export function PathChain({ path, side }: { path: ChainPath; side: 'here' | 'there' }) {
  return (
    <ol className={styles.chain}>
      {path.statements.map((statement, i) => {
        const last = i === path.statements.length - 1
        const { to } = statement
        return (
          <li key={statement.key}>
            <div className={styles.link}><GradeLine grade={statement.grade} side={side} /><StatementStep statement={statement} tone={side} /></div>
            <div className={styles.node}>
              <span>{last ? <SideMark side={side} size={14} /> : <span className={styles.dot} />}</span>
              <Link {...addressOf({ id: to.id, type: to.__typename === 'Site' ? 'Site' : to.__typename === 'Place' ? 'Place' : 'Organisation' })}><Name>{to.name}</Name></Link>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function GradeLine({ grade, side }: { grade: string; side: 'here' | 'there' }) {
  return (
    <svg aria-hidden="true">
      <line
        x1="6"
        y1="0"
        x2="6"
        y2="100%"
        stroke={`var(--mp-${side})`}
        strokeWidth={grade === 'REGISTER' ? 2.6 : 1.8}
        strokeDasharray={GRADE_DASHES[grade] ?? ''}
        strokeLinecap={GRADE_DASHES[grade]?.startsWith('1.5') ? 'round' : 'butt'}
      />
    </svg>
  )
}
