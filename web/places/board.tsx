import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import type { Answer } from '../queries/use-answer.ts'
import type { ResultOf } from '../queries/graphql.ts'
import type { TwoPlaces } from '../queries/shared-adversaries.ts'
import type { SiteMapHandle } from '../map/site-map.tsx'
import { Arc } from './arc.tsx'
import { CoverageLine } from './coverage-line.tsx'
import { Middle } from './middle.tsx'
import type { Ranking } from './rows.ts'
import { rowsWith, sidePoints, siteIds } from './rows.ts'
import { SidePanel } from './side-panel.tsx'
import { splitPair } from './pairs.ts'
import { usePlacesView } from './use-places-view.ts'
import styles from './places-page.module.css'

type Ends = ResultOf<typeof TwoPlaces> | undefined
const NO_ITEMS: Ranking['items'] = []

/** Our map, what is shared, their map; on a narrow screen the list comes first and carries the maps in its cards. */
export function Board({ ends, answer }: { ends: Ends; answer: Answer<Ranking> }) {
  const { view, go } = usePlacesView()
  const wide = useMediaQuery('(min-width: 1240px)', true, { getInitialValueInEffect: false })
  const middling = useMediaQuery('(min-width: 861px)', true, { getInitialValueInEffect: false })
  const layout = wide ? 'three' : middling ? 'stacked' : 'list'
  const maps = { here: useRef<SiteMapHandle>(null), there: useRef<SiteMapHandle>(null) }
  const [pointed, setPointed] = useState<{ row?: string; site?: string; pair?: string }>({})
  const ranking = answer.state === 'answered' ? answer.value : undefined
  const items = ranking?.items ?? NO_ITEMS
  const points = useMemo(
    () => ({
      here: sidePoints(ends?.here?.sites ?? [], items, 'here', ends?.here?.coordinates),
      there: sidePoints(ends?.there?.sites ?? [], items, 'there', ends?.there?.coordinates),
    }),
    [ends, items],
  )
  const pair = splitPair(pointed.pair ?? (pointed.row === undefined || pointed.row === view.row ? view.pair : undefined))
  const row = items.find(({ organisation }) => organisation.id === (pointed.row ?? view.row))
  const lit = {
    here: useSameList(pointed.site ? [pointed.site] : pair ? [pair.here] : row ? siteIds(row.here) : NOTHING),
    there: useSameList(pointed.site ? [pointed.site] : pair ? [pair.there] : row ? siteIds(row.there) : NOTHING),
  }
  const pick = (site: string) => { const [first] = rowsWith(items, site); if (first !== undefined) go({ row: first, pair: undefined }) }
  const panel = (side: 'here' | 'there') => (
    <SidePanel
      side={side}
      place={ends?.[side] ?? undefined}
      points={points[side]}
      lit={lit[side]}
      mapRef={maps[side]}
      onLight={(site) => setPointed(site === undefined ? {} : { site })}
      onPick={pick}
      coverage={ranking ? (side === 'here' ? ranking.coverageHere : ranking.coverageThere) : undefined}
    />
  )
  const sides = layout === 'list' ? undefined : { here: panel('here'), there: panel('there') }
  const middle = (
    <Middle
      answer={answer}
      layout={layout}
      ends={ends}
      litRows={pointed.site ? rowsWith(items, pointed.site) : NOTHING}
      onPoint={setPointed}
      onMap={() => maps.here.current?.focus()}
    />
  )
  return (
    <div className={styles.board} data-layout={layout}>
      {layout === 'three' ? <>{sides?.here}{middle}{sides?.there}</> : null}
      {layout === 'stacked' ? <><div className={styles.sides}>{sides?.here}{sides?.there}</div>{middle}</> : null}
      {layout === 'list' ? <>{middle}{ranking ? <><CoverageLine coverage={ranking.coverageHere} /><CoverageLine coverage={ranking.coverageThere} /></> : null}</> : null}
      {layout === 'list' || !pair ? null : <Arc pair={pair} points={points} here={maps.here} there={maps.there} />}
    </div>
  )
}
const NOTHING: readonly string[] = []

/** The same array as long as it holds the same ids, so that maps are not told about every mouse move. */
function useSameList(ids: readonly string[]): readonly string[] {
  const key = ids.join('\n')
  return useMemo(() => (key === '' ? NOTHING : key.split('\n')), [key])
}
