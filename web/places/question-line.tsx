import { Name } from '../i18n/name.tsx'
import { Popover } from '@mantine/core'
import { useState } from 'react'
import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { DomainIcon } from '../icons/domain-icon.tsx'
import { LineIcon } from '../icons/line-icon.tsx'
import { SideMark } from '../icons/side-mark.tsx'
import { ChoiceList } from '../frame/choice-list.tsx'
import { SettingsPanel } from '../frame/settings-panel.tsx'
import { useSettingsWords } from '../frame/use-settings-words.ts'
import { Term } from '../glossary/term.tsx'
import { SearchField } from '../search/search-field.tsx'
import { DOMAIN_NAMES } from '../url/view-state.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './places-page.module.css'

interface End { readonly id: string; readonly name: string }
const code = (domain: string) => domain.toUpperCase().replace('-', '_')

/** The question being asked, in words; each part can be changed where it stands. */
export function QuestionLine({ here, there }: { here: End; there: End }) {
  const words = useWords()
  const { t } = words
  const { view, go } = usePlacesView()
  const { day, grades } = useSettingsWords()
  const swap = () => go({ here: there.id, there: here.id, pair: undefined })
  return (
    <nav className={styles.question} aria-label={t('places.question')}>
      <h1>
        {words.rich('places.sentence', {
          term: (parts) => (
            <Term key="term" name="shared adversary">
              {parts}
            </Term>
          ),
          here: <EndPart key="here" side="here" end={here} onChoose={(id) => go({ here: id, row: undefined, pair: undefined })} />,
          there: <EndPart key="there" side="there" end={there} onChoose={(id) => go({ there: id, row: undefined, pair: undefined })} />,
        })}
      </h1>
      <div className={styles.parts}>
        <ChoiceList
          label={t('places.chooseDomain')}
          current={view.domain}
          onChoose={(domain) => go({ domain, pair: undefined })}
          choices={[
            { value: undefined, label: t('places.allDomains') },
            ...DOMAIN_NAMES.map((domain) => ({
              value: domain,
              label: codedWord(words, 'domain', code(domain)),
              icon: <DomainIcon domain={code(domain)} />,
            })),
          ]}
          button={(open) => (
            <button type="button" className={styles.part} onClick={open}>
              {view.domain ? <DomainIcon domain={code(view.domain)} /> : null}
              {view.domain ? codedWord(words, 'domain', code(view.domain)) : t('places.allDomains')}
              <LineIcon name="down" size={12} />
            </button>
          )}
        />
        <Popover position="bottom-start" width={340} trapFocus returnFocus>
          <Popover.Target>
            <button type="button" className={styles.part}>
              {day} · {grades}
              <LineIcon name="down" size={12} />
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('settings.title')}>
            <SettingsPanel />
          </Popover.Dropdown>
        </Popover>
        <button type="button" className={styles.part} onClick={swap}>
          {t('places.swap')}
        </button>
      </div>
    </nav>
  )
}

function EndPart({ side, end, onChoose }: { side: 'here' | 'there'; end: End; onChoose: (id: string) => void }) {
  const { t } = useWords()
  const [opened, setOpened] = useState(false)
  const label = t(side === 'here' ? 'places.changeHere' : 'places.changeThere')
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={styles.end} data-side={side} title={label} onClick={() => setOpened(!opened)}>
          <SideMark side={side} />
          <Name>{end.name}</Name>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <SearchField
          label={label}
          placeholder={t('start.placeholder')}
          kinds={ONLY_PLACES}
          tone={side}
          autoFocus
          onChoose={({ id }) => {
            setOpened(false)
            onChoose(id)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
const ONLY_PLACES = ['Place'] as const
