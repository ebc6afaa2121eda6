import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, importsOf, sourceFiles } from './imports-of.ts'

/** What each folder may import besides itself. Data flows one way, from files to pixels. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'graph-schema/model': [],
  'graph-schema/derive': ['graph-schema/model'],
  'graph-schema/store': ['graph-schema/model', 'graph-schema/derive'],
  'graph-schema/analytics': [],
  'graph-schema/snapshot': ['graph-schema/model', 'graph-schema/store', 'graph-schema/analytics'],
  ingest: ['graph-schema/model', 'graph-schema/derive', 'graph-schema/store'],
  datasets: ['graph-schema/model', 'graph-schema/store/graph-store.ts', 'ingest'],
  api: ['graph-schema/model', 'graph-schema/derive', 'graph-schema/store', 'graph-schema/snapshot', 'graph-schema/analytics', 'ingest', 'datasets'],
  web: [],
}
const FOLDERS = Object.keys(MAY_IMPORT)
const folderOf = (file: string): string | undefined => FOLDERS.find((folder) => file.startsWith(`${folder}/`))
const files = FOLDERS.flatMap(sourceFiles)
const arrows = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })))

/** Arrows that point the wrong way, as "from → to". */
function offenders(list: readonly { readonly from: string; readonly to: string }[]): string[] {
  return list.flatMap(({ from, to }) => {
    const folder = folderOf(from)!
    const allowed = to.startsWith(`${folder}/`) || MAY_IMPORT[folder]!.some((other) => to === other || to.startsWith(`${other}/`))
    return allowed ? [] : [`${from} → ${to}`]
  })
}

/** Import cycles, each as the files on it; depth-first with colours. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const trail: string[] = []
  const found: string[][] = []
  const visit = (file: string): void => {
    const at = trail.indexOf(file)
    if (at >= 0) { found.push(trail.slice(at)); return }
    if (done.has(file)) return
    trail.push(file)
    for (const next of edges.get(file) ?? []) visit(next)
    trail.pop()
    done.add(file)
  }
  for (const file of edges.keys()) visit(file)
  return found
}

describe('folders depend one way only', () => {
  it('reads a good number of files', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(arrows.length).toBeGreaterThan(100)
  })

  it('has no arrow against the stream', () => {
    expect(offenders(arrows)).toEqual([])
  })

  it('would name a wrong arrow with its two files', () => {
    expect(offenders([{ from: 'graph-schema/analytics/a.ts', to: 'graph-schema/store/b.ts' }, { from: 'web/map/c.ts', to: 'api/d.ts' }]))
      .toEqual(['graph-schema/analytics/a.ts → graph-schema/store/b.ts', 'web/map/c.ts → api/d.ts'])
  })

  it('has no import cycle', () => {
    expect(cycles(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([])
    expect(cycles(new Map([['a', ['b']], ['b', ['c']], ['c', ['a']]]))).toEqual([['a', 'b', 'c']])
  })
})

describe('the rooms of analytics', () => {
  const analytics = 'graph-schema/analytics/'
  const roomOf = (file: string): string => file.slice(analytics.length).split('/')[0]!
  /** In the order of the table a newcomer reads. */
  const rooms = [...readFileSync(join(ROOT, analytics, 'README.md'), 'utf8').matchAll(/^\| \[([\w-]+)\]\(\1\) \|/gm)].map(([, room]) => room!)
  const inside = files.filter((file) => file.startsWith(analytics))

  it('are those of its table', () => {
    expect([...new Set(inside.map(roomOf))].sort()).toEqual([...rooms].sort())
  })

  it('import only rooms above them', () => {
    const against = arrows.filter(({ from, to }) => from.startsWith(analytics) && rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(from)))
    expect(against).toEqual([])
  })
})
