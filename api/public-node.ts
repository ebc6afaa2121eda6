import type { NodeValue } from '#model/model.ts'
import { protectedClassOf } from '#model/protected-classes.ts'
import { roundedFor } from '#model/values/coordinates.ts'

/**
 * A node as readers may see it: points rounded for the kind of site, points of protected sites left out.
 * @param isProtected whether this record, or one judged to be the same, is of a protected class
 */
export function publicNode(node: NodeValue, isProtected: (id: string) => boolean): NodeValue {
  if (node.label !== 'Site' || node.coordinates === undefined) return node
  const { coordinates, ...rest } = node
  if (protectedClassOf(node) !== undefined || isProtected(node.id)) return { ...rest, precision: 'place only' }
  return { ...node, coordinates: roundedFor(node.kind, coordinates) }
}
