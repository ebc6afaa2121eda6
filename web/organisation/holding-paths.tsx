import { Link } from '@tanstack/react-router'
import { intervalWords } from '../interval/interval-words.ts'
import type { End } from '../network/ownership-network.ts'
import type { PathOf } from '../queries/organisation.ts'
import { addressOf } from '../search/found.ts'
import { GradeLine } from '../statement/grade-line.tsx'
import { GradeMark } from '../statement/grade-mark.tsx'
import { StatementStep } from '../statement/statement-step.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './holding-paths.module.css'

/** Every chain of statements behind a row, holder first, each line drawn in the style of its grade; below it what states the share of a step that is itself about votes or control. */
export function HoldingPaths({ paths, from, to }: { paths: readonly PathOf[]; from: End; to: End }) {
  const words = useOrganisationWords()
  const { t } = words
  return (
    <div className={styles.paths}>
      <p className="small muted">{paths.length > 0 ? t('table.paths', { count: paths.length, from: from.name, to: to.name }) : t('table.noPaths')}</p>
      {paths.map((path) => (
        <section key={path.statements.map(({ key }) => key).join()} className={styles.path}>
          <ol className={styles.chain}>
            <li className={styles.node}>
              <span className={styles.dot} />
              <NodeLink end={path.nodes[0] ?? from} />
            </li>
            {path.statements.map((statement, at) => (
              <li key={statement.key}>
                <div className={styles.link}>
                  <GradeLine grade={statement.grade} className={styles.line} />
                  <StatementStep statement={statement} />
                </div>
                <div className={styles.node}>
                  <span className={styles.dot} />
                  <NodeLink end={path.nodes[at + 1] ?? statement.to} />
                </div>
              </li>
            ))}
          </ol>
          {path.figures.length > 0 ? (
            <div className={styles.figures}>
              <p className="muted">{t('table.figures', { count: path.figures.length })}</p>
              {path.figures.map((statement) => (
                <StatementStep key={statement.key} statement={statement} />
              ))}
            </div>
          ) : null}
          {path.statements.length > 1 ? (
            <p className={styles.sum}>
              {path.product ? <strong>{t('table.product', { share: intervalWords(path.product, words) })}</strong> : null}
              <span className="muted">{t('table.weakest')}</span> <GradeMark grade={path.grade} />
            </p>
          ) : null}
          {path.judgements.length > 0 ? (
            <details className={styles.judged}>
              <summary>{t('table.judged')}</summary>
              {path.judgements.map((statement) => (
                <StatementStep key={statement.key} statement={statement} />
              ))}
            </details>
          ) : null}
        </section>
      ))}
    </div>
  )
}

const NodeLink = ({ end }: { end: End }) => <Link {...addressOf({ id: end.id, type: end.__typename === 'Site' ? 'Site' : 'Organisation' })}><bdi>{end.name}</bdi></Link>
