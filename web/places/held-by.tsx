import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Name } from '../i18n/name.tsx'
import { useWords } from '../i18n/use-words.ts'
import { PathsBetween } from '../queries/paths.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'
import { StatementStep } from '../statement/statement-step.tsx'
import { usePlacesView } from './use-places-view.ts'
import styles from './opened-row.module.css'

interface Named { readonly id: string; readonly name: string }

/** Who stands above the organisation, nearest first, and on request the statement each of these steps rests on. */
export function HeldBy({ organisation, controllers }: { organisation: Named; controllers: readonly Named[] }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const top = controllers.at(-1)
  if (top === undefined) return null
  return (
    <>
      <span className={styles.above}>
        {t('row.heldBy')}{' '}
        {controllers.map(({ id, name }, i) => (
          <span key={id}>
            {i > 0 ? ' ← ' : ''}
            <Link to="/organisation/$id" params={{ id }}>
              <Name>{name}</Name>
            </Link>
          </span>
        ))}
      </span>
      <details className={styles.evidence} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('row.howWeKnow')}</summary>
        {open ? <Evidence from={top.id} to={organisation.id} /> : null}
      </details>
    </>
  )
}

function Evidence({ from, to }: { from: string; to: string }) {
  const { t } = useWords()
  const { view } = usePlacesView()
  const answer = useAnswer(PathsBetween, { from, to, ...asOfVariables(view) }, ({ paths }) => paths, 'Paths')
  if (answer.state === 'waiting') return <Waiting words={t('row.loadingSteps')} />
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} />
  if (answer.state === 'refused') return <Refused refusal={answer.refusal} />
  const path = answer.value.items[0]
  return path ? <>{path.statements.map((statement) => <StatementStep key={statement.key} statement={statement} />)}</> : <p>{t('row.noPath')}</p>
}
