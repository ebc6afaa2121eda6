import { codedWord } from '../i18n/coded-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import type { Card, OwnershipAnswer } from '../queries/organisation.ts'
import { SourceLink, webAddress } from '../source/source-link.tsx'
import { GradeMark } from '../statement/grade-mark.tsx'
import { CopyCitation } from './copy-citation.tsx'
import type { Ground } from './held-sites.ts'
import { isPublicIdentifier, shownIdentifier } from './identifier-links.ts'
import { leadStatement } from './lead-statement.ts'
import { OpenTwoPlaces } from './open-two-places.tsx'
import type { OrganisationWords } from './organisation-words.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import type { HeldPlace } from './places-of.ts'
import styles from './organisation.module.css'

interface Props {
  readonly card: Card
  readonly up: OwnershipAnswer | undefined
  readonly down: OwnershipAnswer | undefined
  readonly ground: Ground | undefined
  readonly places: readonly HeldPlace[]
}

/** What it is, in one counted sentence and in one sentence of a source. */
export function OrganisationHeader({ card, up, down, ground, places }: Props) {
  const words = useOrganisationWords()
  const { t } = words
  const lead = leadStatement(card.statements, card.id)
  const facts =
    up && down
      ? t('organisation.facts', {
          date: words.date(down.basis.asOf),
          owners: up.totalCount,
          holdings: down.totalCount,
          sites: ground?.sites.length ?? 0,
          places: ground?.sites.length ? places.filter(({ id, sites }) => id !== undefined && sites.length > 0).length : 0,
          sold: places.filter(({ presences }) => presences.length > 0).length,
        })
      : ''
  const kind = [codedWord(words, 'kind', card.kind), words.country(card.country), card.legalForm, card.sector, card.registerStatus].filter(Boolean)
  return (
    <header className={styles.header}>
      <div className={styles.titleLine}>
        <h1>
          <bdi>{card.name}</bdi>
        </h1>
        <div className={styles.actions}>
          <OpenTwoPlaces places={places} organisation={card.id} />
          <CopyCitation name={card.name} facts={facts} sentence={lead?.sentence} basis={down?.basis ?? up?.basis} />
        </div>
      </div>
      <p className="muted">
        <bdi>{kind.join(' · ')}</bdi>
      </p>
      {card.opaqueReason ? <p>{t(`opaque.${card.opaqueReason}`)}</p> : null}
      <Names card={card} words={words} />
      <p className={styles.facts} aria-busy={facts === '' || undefined}>
        {facts}
      </p>
      {lead ? (
        <p className={styles.lead}>
          <span lang="en" dir="ltr">
            {lead.sentence}
          </span>{' '}
          <span className={styles.leadSource}>
            <GradeMark grade={lead.grade} /> <SourceLink source={lead.source} />
          </span>
        </p>
      ) : (
        <p className="muted">{t('organisation.noSentence')}</p>
      )}
    </header>
  )
}

function Names({ card, words: { t } }: { card: Card; words: OrganisationWords }) {
  const others = card.aliases.filter((alias) => alias !== card.name)
  const same = card.statements
    .flatMap(({ type, judgement, from, to }) => (type === 'SAME_AS' && judgement === 'SAME' ? [from.id === card.id ? to : from] : []))
    .filter(({ id, name }) => id !== card.id && name !== card.name)
  const identifiers = [card.id, ...card.identifiers].filter(isPublicIdentifier).map(shownIdentifier)
  const website = webAddress(card.website)
  if (others.length + same.length + identifiers.length === 0 && !website) return null
  return (
    <dl className={styles.names}>
      {others.length > 0 ? (
        <div>
          <dt>{t('organisation.alsoNamed')}</dt>
          <dd>
            <bdi>{others.join(', ')}</bdi>
          </dd>
        </div>
      ) : null}
      {same.length > 0 ? (
        <div>
          <dd className="muted">{t('organisation.sameAs', { names: [...new Set(same.map(({ name }) => `“${name}”`))].join(', ') })}</dd>
        </div>
      ) : null}
      {identifiers.length > 0 ? (
        <div>
          <dt>{t('organisation.identifiers')}</dt>
          <dd>
            {identifiers.map(({ id, scheme, value, url }) => (
              <span key={id} className={styles.identifier} dir="ltr">
                {scheme} {url ? <OutLink url={url} text={value} t={t} /> : <code>{value}</code>}
              </span>
            ))}
          </dd>
        </div>
      ) : null}
      {website ? (
        <div>
          <dt>{t('organisation.website')}</dt>
          <dd>
            <OutLink url={website} text={new URL(website).hostname.replace(/^www\./, '')} t={t} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
function OutLink({ url, text, t }: { url: string; text: string; t: OrganisationWords['t'] }) {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener nofollow" className={styles.out}>
      <bdi>{text}</bdi>
      <LineIcon name="out" size={12} />
      <span className="hidden-visually">{t('source.newTab')}</span>
    </a>
  )
}
