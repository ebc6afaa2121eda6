import { Name } from '../i18n/name.tsx'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { LawfulMeans } from '../lawful/lawful-means.tsx'
import { SiteMap } from '../map/site-map.tsx'
import { located } from '../map/site-features.ts'
import { SiteCard } from '../queries/site.ts'
import { Failure } from '../states/failure.tsx'
import { Notice } from '../states/notice.tsx'
import { Waiting } from '../states/waiting.tsx'
import { StatementStep } from '../statement/statement-step.tsx'
import { HolderTable } from './holder-table.tsx'
import styles from './site-page.module.css'

/** One site: what and where it is, with the precision said, and who is stated to own or run it. */
export function SitePage() {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const [{ data, error, fetching }, ask] = useQuery({ query: SiteCard, variables: { id } })
  if (error) return <div className={styles.page}><Failure error={error} again={() => ask({ requestPolicy: 'network-only' })} /></div>
  if (fetching || !data) return <div className={styles.page}><Waiting words={words.t('state.loadingPage')} /></div>
  const node = data.node
  if (node?.__typename !== 'Site') return <div className={styles.page}><Notice level={1} title={words.t('state.notFound')}><p><bdi>{id}</bdi></p></Notice></div>
  const statements = node.statements.filter(({ type }) => type === 'OWNS' || type === 'OPERATES' || type === 'MANAGES')
  return (
    <div className={styles.page}>
      <header>
        <h1>
          <Name>{node.name}</Name>
        </h1>
        <p className="muted">
          {codedWord(words, 'kind', node.kind)}
          {node.place ? (
            <>
              {' '}
              ·{' '}
              <Link to="/" search={{ here: node.place.id }}>
                <Name>{node.place.name}</Name>
              </Link>
            </>
          ) : null}
          {node.country ? <> · {words.country(node.country)}</> : null}
        </p>
        <p className="muted small">
          <bdi>{node.id}</bdi> · {codedWord(words, 'precision', node.precision)}
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.map}>
          <SiteMap side="here" points={located([node])} label={node.name} />
        </div>
        <div className={styles.facts}>
          <section className={styles.facts}>
            <h2>{words.t('site.statements')}</h2>
            {statements.length === 0 ? (
              <p className="muted">{words.t('site.noStatements')}</p>
            ) : (
              statements.map((statement) => <StatementStep key={statement.key} statement={statement} />)
            )}
          </section>
          <HolderTable of={id} title={words.t('organisation.above')} />
          <section className={styles.facts}>
            <h2>{words.t('lawful.title')}</h2>
            <LawfulMeans laws={[node.lawfulMeans]} />
          </section>
          <p className="muted small">{words.t('site.isNot')}</p>
        </div>
      </div>
    </div>
  )
}
