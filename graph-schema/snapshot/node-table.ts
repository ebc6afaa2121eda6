import type { NodeColumns } from '#analytics/snapshot.ts'
import { DOMAINS, DOMAIN_OF_SITE } from '#model/code-lists.ts'
import type { NodeLabel, NodeValue } from '#model/model.ts'
import { PROTECTED_CLASSES, protectedClassOf } from '#model/protected-classes.ts'
import { growingColumns } from './growing-columns.ts'
import type { InternedTexts } from './interned-texts.ts'

/** Labels a snapshot holds, in the order of their node indices. Imports are history, not facts. */
export const SNAPSHOT_LABELS = ['Organisation', 'Site', 'Brand', 'Place', 'Source'] as const satisfies readonly NodeLabel[]
export type SnapshotNode = Exclude<NodeValue, { readonly label: 'Import' }>

const domainCode = (node: SnapshotNode): number => {
  if (node.label !== 'Site' && node.label !== 'Brand') return 0
  const domain = node.label === 'Site' ? DOMAIN_OF_SITE[node.kind] : 'brand'
  return 1 + DOMAINS.codes.findIndex(({ code }) => code === domain)
}
/** A sector that is a code, and not a word: "E36", "NACE 86.10". */
const CODED_SECTOR = /^(?:(?:ISIC|NACE)\b.*|[A-U]?[\d.,; ]+|[A-U])$/i
/** A site by its kind and code, an organisation by the code it states as its sector. */
function protectedCode(node: SnapshotNode): number {
  const sector = node.label === 'Organisation' && CODED_SECTOR.test(node.sector ?? '') ? node.sector : undefined
  const found = node.label === 'Site' ? protectedClassOf(node) : sector === undefined ? undefined : protectedClassOf({ industryCode: sector })
  return found === undefined ? 0 : 1 + PROTECTED_CLASSES.indexOf(found)
}
const pointOf = (node: SnapshotNode) => (node.label === 'Site' || node.label === 'Place' ? node.coordinates : undefined)

export interface NodeTable {
  readonly add: (node: SnapshotNode) => void
  /** Closes the label in hand; the next node opens the next one. */
  readonly endLabel: () => void
  readonly finish: () => { readonly nodes: NodeColumns; readonly indexOf: (id: string) => number | undefined }
}

/** Collects nodes label by label and puts each label in order of id. Time O(n), or O(n log n) where the stream is not in order. */
export function nodeTable(texts: InternedTexts): NodeTable {
  const columns = growingColumns({ label: 'u8', kind: 'i32', domain: 'u8', country: 'i32', lat: 'f64', lon: 'f64', industryCode: 'i32', protectedClass: 'u8', population: 'f64', timeZone: 'i32', languages: 'i32' })
  let ids: string[] = []
  let names: string[] = []
  const labelStart = [0]
  return {
    add: (node) => {
      const point = pointOf(node)
      ids.push(node.id)
      names.push(node.name)
      columns.push({
        label: labelStart.length - 1, kind: texts.codeOf(node.kind), domain: domainCode(node),
        country: texts.codeOf('country' in node ? node.country ?? '' : ''),
        lat: point?.lat ?? Number.NaN, lon: point?.lon ?? Number.NaN,
        industryCode: texts.codeOf(node.label === 'Site' ? node.industryCode ?? '' : ''),
        protectedClass: protectedCode(node), population: node.label === 'Place' ? node.population ?? Number.NaN : Number.NaN,
        timeZone: texts.codeOf(node.label === 'Place' ? node.timeZone ?? '' : ''),
        languages: texts.codeOf(node.label === 'Place' ? [...node.languages ?? []].sort().join('|') : ''),
      })
    },
    endLabel: () => {
      const first = labelStart[labelStart.length - 1]!
      const order = orderFrom(ids, first)
      if (order !== undefined) {
        columns.reorder(first, order)
        ids = [...ids.slice(0, first), ...Array.from(order, (at) => ids[first + at]!)]
        names = [...names.slice(0, first), ...Array.from(order, (at) => names[first + at]!)]
      }
      labelStart.push(ids.length)
    },
    finish: () => {
      const index = new Map(ids.map((id, at) => [id, at]))
      return { nodes: { count: ids.length, ids, names, labelStart: Int32Array.from(labelStart), ...columns.finish() }, indexOf: (id) => index.get(id) }
    },
  }
}

/** The permutation that puts ids from `first` on in order; undefined when they are already. */
function orderFrom(ids: readonly string[], first: number): Int32Array | undefined {
  let inOrder = true
  for (let at = first + 1; at < ids.length && inOrder; at++) inOrder = ids[at - 1]! < ids[at]!
  if (inOrder) return undefined
  return Int32Array.from(ids.slice(first).keys()).sort((a, b) => (ids[first + a]! < ids[first + b]! ? -1 : 1))
}
