import { Tabs } from '@mantine/core'
import { Term } from '../glossary/term.tsx'
import type { ShownTerm } from '../glossary/glossary.ts'
import { useWords } from '../i18n/use-words.ts'
import { LISTS } from '../url/view-state.ts'
import type { ListName } from '../url/view-state.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './middle.module.css'

const TERM: Readonly<Record<ListName, ShownTerm>> = { controllers: 'controller', financiers: 'financier', suppliers: 'supplier' }

/** Three lists of what two places share. The line below says what is listed. */
export function ListTabs() {
  const { t, rich } = useWords()
  const { view, go } = usePlacesView()
  const list = view.list ?? 'controllers'
  return (
    <Tabs
      value={list}
      onChange={(value) => go({ list: value === 'controllers' ? undefined : LISTS.find((name) => name === value), row: undefined, pair: undefined })}
      className={styles.tabs}
      classNames={{ list: styles.tabList ?? '', tab: styles.tab ?? '' }}
    >
      <Tabs.List aria-label={t('places.lists')}>
        {LISTS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`list.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={list}>
        <p className="muted small">
          {rich(`list.${list}.help`, {
            term: (parts) => (
              <Term key="term" name={TERM[list]}>
                {parts}
              </Term>
            ),
          })}
        </p>
      </Tabs.Panel>
    </Tabs>
  )
}
