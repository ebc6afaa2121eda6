import type { LinkKind } from './network.ts'

const OF_INTEREST: Readonly<Record<string, LinkKind>> = {
  SHAREHOLDING: 'share', VOTING: 'votes', CONSOLIDATION: 'consolidation', ULTIMATE_CONSOLIDATION: 'consolidation',
  JOINT_CONTROL: 'joint', OPERATOR_GROUP: 'group', TRUST: 'trust', NOMINEE: 'nominee',
}
const OF_TYPE: Readonly<Record<string, LinkKind>> = { OPERATES: 'operates', MANAGES: 'manages', BRAND_OF: 'brand' }

/** What the line of a statement says: the kind of interest where something is owned, else the relation. */
export function linkKind({ type, interest }: { readonly type: string; readonly interest: string | null }): LinkKind {
  if (type !== 'OWNS') return OF_TYPE[type] ?? 'other'
  return OF_INTEREST[(interest ?? 'shareholding').toUpperCase().replaceAll(/[\s-]/g, '_')] ?? 'other'
}
