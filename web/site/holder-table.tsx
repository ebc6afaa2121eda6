import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { Term } from '../glossary/term.tsx'
import { useFrameSearch } from '../frame/use-frame-search.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { IntervalRail, UnrecordedRail } from '../interval/interval-rail.tsx'
import { SiteHolders } from '../queries/holders.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables } from '../queries/variables.ts'
import { addressOf } from '../search/found.ts'
import { Failure, Refused } from '../states/failure.tsx'
import { Waiting } from '../states/waiting.tsx'

const ROW = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 120px minmax(90px, auto)', gap: 12, alignItems: 'center' } as const

/** Who holds a site, directly or through others, one row each; what nobody is on record for is drawn, too. */
export function HolderTable({ of, title }: { of: string; title: string }) {
  const words = useWords()
  const { search } = useFrameSearch()
  const answer = useAnswer(SiteHolders, { of, ...asOfVariables(search) }, ({ ownership }) => ownership, 'Ownership')
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
            <li key={node.id} style={ROW}>
              <span>
                <Link {...addressOf({ id: node.id, type: node.__typename === 'Site' ? 'Site' : 'Organisation' })}>
                  <Name>{node.name}</Name>
                </Link>{' '}
                <span className="muted small">{control === 'NONE' ? '' : codedWord(words, 'control', control)}</span>
              </span>
              <IntervalRail range={integrated} />
              <span className="small">{intervalWords(integrated, words)}</span>
            </li>
          ))}
          {answer.value.remainder && answer.value.remainder.high > 0 && answer.value.holders.length > 0 ? (
            <li style={ROW}>
              <span className="muted">
                <Term name="unrecorded">{words.t('site.unrecorded')}</Term>
              </span>
              <UnrecordedRail fraction={answer.value.remainder.high} />
              <span className="small">{intervalWords(answer.value.remainder, words)}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  )
}
