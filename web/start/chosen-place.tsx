import { Name } from '../i18n/name.tsx'
import { useQuery } from 'urql'
import { SideMark } from '../icons/side-mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { codedWord } from '../i18n/coded-words.ts'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { PlaceKnown } from '../queries/places.ts'
import styles from './start-page.module.css'

/** The place chosen as "here" and what is known about it. */
export function ChosenPlace({ id, onClear }: { id: string; onClear: () => void }) {
  const words = useWords()
  const [{ data, fetching, error }] = useQuery({ query: PlaceKnown, variables: { id } })
  const place = data?.place
  const name = place ? place.name : fetching ? '…' : error ? id : words.t('start.unknownPlace')
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenName}>
        <SideMark side="here" />
        <Name>{name}</Name>
        {place ? <span className="small muted">{words.country(place.country)}</span> : null}
        <button type="button" className="quiet-button" onClick={onClear}>
          {words.t('start.change')}
        </button>
      </div>
      {place ? (
        <div className="small" style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 14px' }}>
          {place.domains.map((domain) => (
            <span key={domain} style={{ display: 'inline-flex', gap: 5, alignItems: 'center' }}>
              <DomainIcon domain={domain} size={14} />
              {codedWord(words, 'domain', domain)}
            </span>
          ))}
        </div>
      ) : null}
      {place?.coverage ? (
        <p className="small" lang="en" dir="ltr">
          {place.coverage.sentence}
        </p>
      ) : null}
      {place && place.siteCount === 0 ? <p className="small">{words.t('start.nothingHere')}</p> : null}
    </div>
  )
}
