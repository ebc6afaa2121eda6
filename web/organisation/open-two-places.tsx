import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { LineIcon } from '../icons/line-icon.tsx'
import { SideMark } from '../icons/side-mark.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import type { HeldPlace } from './places-of.ts'
import styles from './organisation.module.css'

/** Two of the places an organisation is in, side by side, with its row open. */
export function OpenTwoPlaces({ places, organisation }: { places: readonly HeldPlace[]; organisation: string }) {
  const { t, country } = useOrganisationWords()
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState<{ here?: string; there?: string }>({})
  const ids = { here: useId(), there: useId() }
  const known = places.flatMap(({ id, name, country: code, sites }) => (id === undefined ? [] : [{ id, name, code, sites: sites.length }]))
  const here = chosen.here ?? known[0]?.id
  const there = chosen.there ?? known.find(({ id }) => id !== here)?.id
  if (here === undefined || there === undefined)
    return (
      <button type="button" className="quiet-button" disabled title={t('action.twoPlacesNone')}>
        <LineIcon name="board" size={14} />
        {t('action.twoPlaces')}
      </button>
    )
  const field = (side: 'here' | 'there', value: string) => (
    <div className={styles.field}>
      <label htmlFor={ids[side]} className={side}><SideMark side={side} />{t(`action.${side}`)}</label>
      <select id={ids[side]} value={value} onChange={(event) => setChosen({ ...chosen, [side]: event.currentTarget.value })}>
        {known.map(({ id, name, code, sites }) => <option key={id} value={id}>{[name, country(code)].filter(Boolean).join(', ')}{sites > 0 ? ` (${sites})` : ''}</option>)}
      </select>
    </div>
  )
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className="quiet-button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <LineIcon name="board" size={14} />
          {t('action.twoPlaces')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('action.twoPlacesWhich')}>
        <div className={styles.choose}>
          <h2>{t('action.twoPlacesWhich')}</h2>
          {field('here', here)}
          {field('there', there)}
          {here === there ? null : (
            <Link to="/places" search={{ here, there, row: organisation }} className="quiet-button">
              {t('action.compare')}
            </Link>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
