import type { NodeColumns } from '#analytics/record/snapshot.ts'
import { DOMAINS, DOMAIN_OF_SITE } from '#model/code-lists.ts'
import type { NodeLabel, NodeValue } from '#model/model.ts'
import { PROTECTED_CLASSES, protectedClassOf, protectedClassOfSector } from '#model/protected-classes.ts'
import { growingColumns } from './growing-columns.ts'
import type { IdIndex } from './id-index.ts'
import { idIndex } from './id-index.ts'
import type { InternedTexts } from './interned-texts.ts'

/** Labels a snapshot holds, in the order of their node indices. Imports are history, not facts. */
export const SNAPSHOT_LABELS = ['Organisation', 'Site', 'Brand', 'Place', 'Source'] as const satisfies readonly NodeLabel[]
export type SnapshotNode = Exclude<NodeValue, { readonly label: 'Import' }>

const DOMAIN_CODES = new Map<string, number>(DOMAINS.codes.map(({ code }, at) => [code, 1 + at]))
const domainCode = (node: SnapshotNode): number => (node.label === 'Site' ? DOMAIN_CODES.get(DOMAIN_OF_SITE[node.kind])! : node.label === 'Brand' ? DOMAIN_CODES.get('brand')! : 0)
/** A site by its kind and code, an organisation by the code it states as its sector. */
function protectedCode(node: SnapshotNode): number {
  const found = node.label === 'Site' ? protectedClassOf(node) : node.label === 'Organisation' && node.sector !== undefined ? protectedClassOfSector(node.sector) : undefined
  return found === undefined ? 0 : 1 + PROTECTED_CLASSES.indexOf(found)
}

export interface NodeTable {
  readonly add: (node: SnapshotNode) => void
  /** Closes the label in hand; the next node opens the next one. */
  readonly endLabel: () => void
  readonly finish: () => { readonly nodes: NodeColumns; readonly index: IdIndex }
}

/** Collects nodes label by label and puts each label in order of id. Time O(n), or O(n log n) where the stream is not in order. */
export function nodeTable(texts: InternedTexts): NodeTable {
  const columns = growingColumns({
    label: 'u8',
    kind: 'i32',
    domain: 'u8',
    country: 'i32',
    lat: 'f64',
    lon: 'f64',
    industryCode: 'i32',
    protectedClass: 'u8',
    population: 'f64',
    timeZone: 'i32',
    languages: 'i32',
  })
  const ids: string[] = []
  const names: string[] = []
  const labelStart = [0]
  return {
    add: (node) => {
      ids.push(node.id)
      names.push(node.name)
      const at = columns.next()
      const row = columns.block()
      row.label[at] = labelStart.length - 1
      row.kind[at] = texts.codeOf(node.kind)
      row.domain[at] = domainCode(node)
      row.country[at] = texts.codeOf('country' in node ? node.country ?? '' : '')
      row.protectedClass[at] = protectedCode(node)
      if ((node.label === 'Site' || node.label === 'Place') && node.coordinates !== undefined) {
        row.lat[at] = node.coordinates.lat
        row.lon[at] = node.coordinates.lon
      }
      if (node.label === 'Site') row.industryCode[at] = texts.codeOf(node.industryCode ?? '')
      if (node.label !== 'Place') return
      row.population[at] = node.population ?? Number.NaN
      row.timeZone[at] = texts.codeOf(node.timeZone ?? '')
      row.languages[at] = texts.codeOf([...node.languages ?? []].sort().join('|'))
    },
    endLabel: () => labelStart.push(ids.length),
    finish: () => {
      const order = orderWithin(ids, labelStart)
      const sorted = (list: readonly string[]) => (order === undefined ? list : Array.from(order, (at) => list[at]!))
      const nodes = { count: ids.length, ids: sorted(ids), names: sorted(names), labelStart: Int32Array.from(labelStart), ...columns.finish(order) }
      return { nodes, index: idIndex(nodes.ids) }
    },
  }
}

/** Old position of each node when the nodes of every label are in order of id; undefined when they are already. */
function orderWithin(ids: readonly string[], labelStart: readonly number[]): Int32Array | undefined {
  let inOrder = true
  for (let label = 0; label + 1 < labelStart.length; label++) {
    for (let at = labelStart[label]! + 1; at < labelStart[label + 1]! && inOrder; at++) inOrder = ids[at - 1]! < ids[at]!
  }
  if (inOrder) return undefined
  const order = Int32Array.from(ids.keys())
  for (let label = 0; label + 1 < labelStart.length; label++) order.subarray(labelStart[label], labelStart[label + 1]).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  return order
}
