import type { FeatureCollection } from 'geojson'
import { cellsOfBox } from '../basemap/cells.ts'
import labelsUrl from '../generated/basemap/labels.json?url'
import worldUrl from '../generated/basemap/world.json?url'

const cellUrls = import.meta.glob<string>('../generated/basemap/cells/*.json', { query: '?url', import: 'default', eager: true })
const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

const known = new Map<string, Promise<FeatureCollection>>()
/** A file of our own server, read once; a map without it is poorer, not broken. */
function read(url: string): Promise<FeatureCollection> {
  const reading = known.get(url) ?? fetch(url).then(async (answer) => (answer.ok ? ((await answer.json()) as FeatureCollection) : empty), () => empty)
  known.set(url, reading)
  return reading
}

export const worldMap = (): Promise<FeatureCollection> => read(worldUrl)

/** Countries and large cities; countries named in the reader's language where the browser knows a name. */
export async function worldLabels(countryName: (code: string) => string | undefined): Promise<FeatureCollection> {
  const { features } = await read(labelsUrl)
  return {
    type: 'FeatureCollection',
    features: features.map((label) => {
      const { code, name } = label.properties as { code?: string; name: string }
      return { ...label, properties: { ...label.properties, name: (code && countryName(code)) || name } }
    }),
  }
}

/** Shores, boundaries and towns of every cell a view touches. */
export async function detailFor(bounds: readonly [number, number, number, number]): Promise<FeatureCollection> {
  const urls = cellsOfBox(bounds).map((name) => cellUrls[`../generated/basemap/cells/${name}.json`]).filter((url) => url !== undefined)
  const cells = await Promise.all(urls.map(read))
  return { type: 'FeatureCollection', features: cells.flatMap(({ features }) => features) }
}
