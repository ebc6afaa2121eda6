import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import type { ResultOf } from '../queries/graphql.ts'
import { PlacesOnRecord } from '../queries/places.ts'
import { located } from '../map/site-features.ts'
import type { MapPoint } from '../map/site-features.ts'

export type PlaceOnRecord = ResultOf<typeof PlacesOnRecord>['places']['edges'][number]['node']
const DOMAINS = ['PORT', 'DATA_CENTRE', 'HOUSING', 'BRAND'] as const
const MOST_PAGES = 20

/** Places one can point at; a country or region is a frame for others and has no point of its own. */
const POINTED: ReadonlySet<string> = new Set(['CITY', 'COUNTY', 'DISTRICT', 'MARKET_AREA'])

export const placePoints = (places: readonly PlaceOnRecord[]): MapPoint[] =>
  located(places.filter(({ kind }) => POINTED.has(kind))).map(({ id, name, lon, lat, siteCount }) => ({ id, name, lon, lat, weight: Math.max(siteCount, 1) }))

/** Every place with something on record, page by page; what has come so far can be drawn already. */
export function usePlacesOnRecord(): readonly PlaceOnRecord[] {
  const client = useClient()
  const [places, setPlaces] = useState<readonly PlaceOnRecord[]>([])
  useEffect(() => {
    let left = false
    const found = new Map<string, PlaceOnRecord>()
    const readDomain = async (withData: (typeof DOMAINS)[number]): Promise<void> => {
      let after: string | null = null
      for (let page = 0; page < MOST_PAGES && !left; page++) {
        const { data } = await client.query(PlacesOnRecord, { withData, after }).toPromise() as { data?: ResultOf<typeof PlacesOnRecord> }
        for (const { node } of data?.places.edges ?? []) found.set(node.id, node)
        if (!data?.places.pageInfo.hasNextPage) return
        after = data.places.pageInfo.endCursor
        if (!left) setPlaces([...found.values()])
      }
    }
    void Promise.all(DOMAINS.map(readDomain)).then(() => { if (!left) setPlaces([...found.values()]) })
    return () => { left = true }
  }, [client])
  return places
}
