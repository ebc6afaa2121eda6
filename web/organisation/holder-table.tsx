import { Link } from '@tanstack/react-router'
import { useFrameSearch } from '../frame/use-frame-search.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { OwnershipOf } from '../queries/organisation.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { addressOf } from '../search/found.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'
import styles from './organisation.module.css'

/** Who holds it, or what it holds, one line each: the short form of the table of an organisation, for other screens. */
export function HolderTable({ of, direction, title }: { of: string; direction: 'UP' | 'DOWN'; title: string }) {
  const words = useWords()
  const { search } = useFrameSearch()
  const answer = useAnswer(OwnershipOf, { of, direction, ...asOfVariables(search) }, ({ ownership }) => ownership, 'Ownership')
  return (
    <section>
      <h2>{title}</h2>
      {answer.state === 'waiting' ? <Waiting words={words.t('state.loadingPage')} /> : null}
      {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
      {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
      {answer.state === 'answered' && answer.value.holders.length === 0 ? <p className="muted">{words.t('organisation.nobody')}</p> : null}
      {answer.state === 'answered' ? (
        <ul className={styles.shortList}>
          {answer.value.holders.map(({ node, integrated, control }) => (
            <li key={node.id}>
              <span><Link {...addressOf({ id: node.id, type: node.__typename === 'Site' ? 'Site' : 'Organisation' })}><bdi>{node.name}</bdi></Link> <span className="muted small">{control === 'NONE' ? '' : codedWord(words, 'control', control)}</span></span>
              <IntervalRail range={integrated} />
              <span className="small">{intervalWords(integrated, words)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
