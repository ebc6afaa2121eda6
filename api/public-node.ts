import type { NodeValue } from '#model/model.ts'
import { protectedClassOf } from '#model/protected-classes.ts'
import { roundedFor } from '#model/values/coordinates.ts'

/** What other records say of a site: those judged to be the same. */
export interface OtherRecords {
  /** Whether this record, or one judged to be the same, is of a protected class. */
  readonly isProtected: (id: string) => boolean
  /** The kind among them whose points are shown most roughly; undefined where there are no others. */
  readonly roughestKind: (id: string) => string | undefined
}

/** A node as readers may see it: points rounded for the kind of site, points of protected sites left out. */
export function publicNode(node: NodeValue, { isProtected, roughestKind }: OtherRecords): NodeValue {
  if (node.label !== 'Site' || node.coordinates === undefined) return node
  const { coordinates, ...rest } = node
  if (protectedClassOf(node) !== undefined || isProtected(node.id)) return { ...rest, precision: 'place only' }
  return { ...node, coordinates: roundedFor(roughestKind(node.id) ?? node.kind, coordinates) }
}
