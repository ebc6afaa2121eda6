import type { NodeValue, SiteNode } from '#model/model.ts'
import { roundedFor } from '#model/values/coordinates.ts'

/**
 * Classes of industry (ISIC Rev. 4) whose sites are named, never located: power lines, gas, water, waste water,
 * defence, justice and fire service, hospitals.
 */
const PROTECTED_CLASSES = /^(35\.?[12]|36|37|84\.?2|86\.?1)/
const PROTECTED_KINDS: ReadonlySet<string> = new Set(['hospital', 'water works'])

/** By the class a source states as well as by kind: a harmless label does not lift the protection. */
export const isProtected = ({ kind, industryCode }: Pick<SiteNode, 'kind' | 'industryCode'>): boolean =>
  PROTECTED_KINDS.has(kind) || (kind !== 'power plant' && PROTECTED_CLASSES.test(industryCode ?? ''))

/** A node as readers may see it: points rounded for the kind of site, points of protected sites left out. */
export function publicNode(node: NodeValue): NodeValue {
  if (node.label !== 'Site' || node.coordinates === undefined) return node
  const { coordinates, ...rest } = node
  if (isProtected(node)) return { ...rest, precision: 'place only' }
  return { ...node, coordinates: roundedFor(node.kind, coordinates) }
}
