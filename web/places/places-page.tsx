import { Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { SharedAdversaries, TwoPlaces } from '../queries/shared-adversaries.ts'
import { useAnswer } from '../queries/use-answer.ts'
import { asOfVariables, domainVariable, listVariable } from '../queries/variables.ts'
import { Board } from './board.tsx'
import { QuestionLine } from './question-line.tsx'
import { usePlacesView } from './use-places-view.ts'
import styles from './places-page.module.css'

/** What two places have in common. */
export function PlacesPage() {
  const { view } = usePlacesView()
  const { here = '', there = '' } = view
  const incomplete = here === '' || there === ''
  const [{ data: ends }] = useQuery({ query: TwoPlaces, variables: { here, there }, pause: incomplete })
  const answer = useAnswer(
    SharedAdversaries, { here, there, list: listVariable(view.list), domain: domainVariable(view.domain), ...asOfVariables(view) },
    ({ sharedAdversaries }) => sharedAdversaries, 'SharedAdversaries', incomplete,
  )
  if (incomplete) return <Navigate to="/" search={here ? { here } : {}} />
  return (
    <div className={styles.page}>
      <QuestionLine here={ends?.here ?? { id: here, name: '…' }} there={ends?.there ?? { id: there, name: '…' }} />
      <Board ends={ends} answer={answer} />
    </div>
  )
}
