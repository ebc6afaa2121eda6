import { Name } from '../i18n/name.tsx'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { SideMark } from '../icons/side-mark.tsx'
import { WorkedExamples } from '../queries/places.ts'
import { examplesOf } from './examples.ts'
import styles from './start-page.module.css'

export function ExampleList() {
  const words = useWords()
  const [{ data }] = useQuery({ query: WorkedExamples })
  const examples = data ? examplesOf(data) : []
  if (examples.length === 0) return null
  return (
    <section className={styles.examples}>
      <h2>{words.t('start.examples')}</h2>
      <ul>
        {examples.map(({ here, there, domain }) => {
          const code = domain.toUpperCase().replace('-', '_')
          return (
            <li key={here.id + there.id}>
              <Link to="/places" search={{ here: here.id, there: there.id, domain }} className={styles.example}>
                <DomainIcon domain={code} size={18} />
                <span className={styles.pair}>
                  <span>
                    <SideMark side="here" size={10} /> <Name>{here.name}</Name>
                  </span>
                  <span>
                    <SideMark side="there" size={10} /> <Name>{there.name}</Name>
                  </span>
                </span>
                <span className="muted small">{codedWord(words, 'domain', code)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
