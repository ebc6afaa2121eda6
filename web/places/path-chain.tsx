import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { SideMark } from '../icons/side-mark.tsx'
import { addressOf } from '../search/found.ts'
import { GradeLine } from '../statement/grade-line.tsx'
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
            <div className={styles.link}><GradeLine grade={statement.grade} stroke={`var(--mp-${side})`} /><StatementStep statement={statement} tone={side} /></div>
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
