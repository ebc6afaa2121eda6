import { LineIcon } from '../icons/line-icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './source-link.module.css'

export interface SourceLike {
  readonly title: string
  readonly publisher?: string | null
  readonly url?: string | null
  readonly retrievedOn: string
  readonly licence?: string | null
}

/** Only addresses of the web become links; anything else a source calls its address is shown as text. */
export const webAddress = (url: string | null | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? url : undefined)

/** Title, publisher and the day it was read; opens the source itself in a new tab without telling it where from. */
export function SourceLink({ source }: { source: SourceLike }) {
  const { t, date } = useWords()
  const address = webAddress(source.url)
  return (
    <span className={styles.source}>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer noopener nofollow">
          <bdi>{source.title}</bdi>
          <LineIcon name="out" size={12} />
          <span className="hidden-visually">{t('source.newTab')}</span>
        </a>
      ) : (
        <bdi>{source.title}</bdi>
      )}
      {source.publisher ? (
        <>
          {' '}
          · <bdi>{source.publisher}</bdi>
        </>
      ) : null}
      {' · '}
      <span className={styles.read}>{t('source.readOn', { date: date(source.retrievedOn) })}</span>
    </span>
  )
}
