import { Name } from '../i18n/name.tsx'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import type { Found } from './found.ts'
import styles from './search-field.module.css'

/** Name, then what it is, in which country, and how much is on record. */
export function FoundLine({ found: { name, kind, country, sites, statements } }: { found: Found }) {
  const words = useWords()
  const facts = [
    codedWord(words, 'kind', kind),
    words.country(country),
    sites === undefined ? undefined : words.t('count.sites', { count: sites }),
    statements === undefined ? undefined : words.t('count.statements', { count: statements }),
  ]
  return (
    <>
      <span className={styles.name}><Name>{name}</Name></span>
      <span className={styles.facts}>{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
    </>
  )
}
