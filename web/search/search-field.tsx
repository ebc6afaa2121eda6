import { Combobox, useCombobox } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import type { Found, Kind } from './found.ts'
import { FoundLine } from './found-line.tsx'
import { recentItems, rememberRecent } from './recent.ts'
import { useSearchRecords } from './use-search.ts'
import styles from './search-field.module.css'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly kinds?: readonly Kind[]
  readonly onChoose: (found: Found) => void
  /** The field that "/" leads to. */
  readonly shortcut?: boolean
  readonly large?: boolean
  readonly tone?: 'here' | 'there'
  readonly autoFocus?: boolean
}
const ALL: readonly Kind[] = ['Place', 'Organisation', 'Site', 'Brand']

/** One field for places, organisations, brands and sites: type, arrow keys, Enter. Empty, it offers what was opened last. */
export function SearchField({ label, placeholder, kinds = ALL, onChoose, shortcut = false, large = false, tone, autoFocus = false }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  useHotkeys(shortcut ? [['/', () => input.current?.focus()]] : [])
  const { found, failed } = useSearchRecords(text, kinds)
  const typed = text.trim().length >= 2
  const items = typed ? found ?? [] : recentItems().filter(({ type }) => kinds.includes(type))
  const first = typed ? items[0]?.id : undefined
  useEffect(() => { if (first !== undefined) combobox.selectFirstOption() }, [first]) // so that Enter takes the best answer
  const choose = (id: string) => {
    const item = items.find((candidate) => candidate.id === id)
    if (!item) return
    rememberRecent(item)
    setText('')
    combobox.closeDropdown()
    onChoose(item)
  }
  const openIfUseful = () => { if (text !== '' || items.length > 0) combobox.openDropdown() }
  const status = !typed
    ? items.length > 0
      ? t('search.recent')
      : t('search.hint')
    : failed
      ? t('search.failed')
      : found === undefined
        ? t('search.looking')
        : items.length === 0
          ? t('search.none', { text: text.trim() })
          : ''
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      withinPortal={false}
      position="bottom-start"
      middlewares={{ flip: false, shift: true }}
      offset={4}
    >
      <Combobox.Target>
        <div className={styles.field} data-large={large || undefined} data-tone={tone}>
          <LineIcon name="search" size={large ? 20 : 16} />
          <Combobox.EventsTarget withExpandedAttribute autoComplete="off">
            <input
              ref={input}
              className={styles.input}
              type="text"
              aria-autocomplete="list"
              aria-label={label}
              placeholder={placeholder}
              value={text}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={120}
              autoFocus={autoFocus}
              onChange={(event) => {
                setText(event.currentTarget.value)
                combobox.openDropdown()
                combobox.updateSelectedOptionIndex()
              }}
              onFocus={openIfUseful}
              onClick={openIfUseful}
              onBlur={() => combobox.closeDropdown()}
            />
          </Combobox.EventsTarget>
          {shortcut ? (
            <kbd className={styles.key} aria-hidden="true">
              /
            </kbd>
          ) : null}
        </div>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        {status ? (
          <div className={styles.status} role="status">
            {status}
          </div>
        ) : null}
        <Combobox.Options aria-label={label} className={styles.options}>
          {items.map((item) => (
            <Combobox.Option key={item.id} value={item.id} className={styles.option}>
              <FoundLine found={item} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
