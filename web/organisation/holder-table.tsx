import { Link } from '@tanstack/react-router'
import { useFrameSearch } from '../frame/use-frame-search.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { IntervalRail } from '../interval/interval-rail.tsx'
import { Holders } from '../queries/organisation.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { addressOf } from '../search/found.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'

/** Who holds it, or what it holds, one row each. */
export function HolderTable({ of, direction, title }: { of: string; direction: 'UP' | 'DOWN'; title: string }) {
  const words = useWords()
  const { search } = useFrameSearch()
  const answer = useAnswer(Holders, { of, direction, ...asOfVariables(search) }, ({ ownership }) => ownership, 'Ownership')
  return (
    <section>
      <h2>{title}</h2>
      {answer.state === 'waiting' ? <Waiting words={words.t('state.loadingPage')} /> : null}
      {answer.state === 'failed' ? <Failure error={answer.error} again={answer.again} /> : null}
      {answer.state === 'refused' ? <Refused refusal={answer.refusal} /> : null}
      {answer.state === 'answered' && answer.value.holders.length === 0 ? <p className="muted">{words.t('organisation.nobody')}</p> : null}
      {answer.state === 'answered' ? (
        <ul style={{ display: 'grid', gap: 8, marginTop: 8 }}>
          {answer.value.holders.map(({ node, integrated, control }) => (
            <li key={node.id} style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 120px minmax(90px, auto)', gap: 12, alignItems: 'center' }}>
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
