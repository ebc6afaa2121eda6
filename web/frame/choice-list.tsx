import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import styles from './choice-list.module.css'

export interface Choice<T> { readonly value: T; readonly label: string; readonly icon?: ReactNode; readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }
interface Props<T> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly current: T
  readonly onChoose: (value: T) => void
  readonly position?: 'bottom-start' | 'bottom-end'
  /** The button that opens the list; it gets the opening from here. */
  readonly button: (open: () => void) => ReactElement
}

/** A short list to choose one thing from; arrows move, Enter chooses, Escape closes. */
export function ChoiceList<T>({ label, choices, current, onChoose, position = 'bottom-start', button }: Props<T>) {
  const [opened, setOpened] = useState(false)
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const all = [...event.currentTarget.querySelectorAll('button')]
    all[(all.findIndex((one) => one === document.activeElement) + step + all.length) % all.length]?.focus()
  }
  return (
    <Popover opened={opened} onChange={setOpened} position={position} trapFocus returnFocus>
      <Popover.Target>{button(() => setOpened(!opened))}</Popover.Target>
      <Popover.Dropdown aria-label={label} className={styles.list}>
        <ul onKeyDown={move}>
          {choices.map(({ value, label: text, icon, lang, dir }) => (
            <li key={text}>
              <button
                type="button"
                lang={lang}
                dir={dir}
                aria-current={value === current || undefined}
                onClick={() => {
                  setOpened(false)
                  onChoose(value)
                }}
              >
                {icon}
                {text}
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
