import { Name } from '../i18n/name.tsx'
import { useMemo } from 'react'
import { SideMark } from '../icons/side-mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { SiteMap } from '../map/site-map.tsx'
import { located } from '../map/site-features.ts'
import { sitesOf } from './rows.ts'
import type { RankedItem } from './rows.ts'
import styles from './opened-row.module.css'

interface Props {
  readonly item: RankedItem
  readonly names: { readonly here: string; readonly there: string }
  readonly lit: { readonly here: string | undefined; readonly there: string | undefined }
}

/** The two maps of one opened card on a narrow screen. */
export function SmallMaps({ item, names, lit }: Props) {
  return <div className={styles.smallMaps}>{(['here', 'there'] as const).map((side) => <SmallMap key={side} side={side} item={item} name={names[side]} lit={lit[side]} />)}</div>
}

function SmallMap({ side, item, name, lit }: { side: 'here' | 'there'; item: RankedItem; name: string; lit: string | undefined }) {
  const { t } = useWords()
  const points = useMemo(() => located(sitesOf(item[side])), [item, side])
  const litIds = useMemo(() => (lit === undefined ? [] : [lit]), [lit])
  return (
    <div>
      <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
        <SideMark side={side} size={10} />
        <Name>{name}</Name>
      </span>
      {points.length > 0 ? (
        <div className={styles.smallMap}>
          <SiteMap buttons={false} side={side} points={points} lit={litIds} label={t('places.map', { place: name, count: points.length })} />
        </div>
      ) : (
        <span className="muted">{t('row.noPoint')}</span>
      )}
    </div>
  )
}
