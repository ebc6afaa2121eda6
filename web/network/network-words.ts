import type { Range } from '../interval/interval-words.ts'
import { intervalWords } from '../interval/interval-words.ts'
import { remainderWords } from './remainder-words.ts'
import type { NetworkLink, NetworkNode } from './network.ts'
import { wrapLabel } from './wrap-label.ts'

type NetworkKey =
  | 'network.unrecorded'
  | 'network.insideSites'
  | 'network.foldOwners'
  | 'network.foldOrganisations'
  | 'link.notStated'
  | 'link.votes'
  | 'link.joint'
  | 'link.jointShare'
  | 'link.group'
  | 'link.consolidation'
  | 'link.trust'
  | 'link.nominee'
  | 'link.operates'
  | 'link.manages'
  | 'link.brand'
type ShareKey = Parameters<Parameters<typeof intervalWords>[1]['t']>[0]
/** Texts of the drawing; whoever shows one has them. */
export interface NetworkWords {
  readonly t: (key: NetworkKey | ShareKey, values?: Readonly<Record<string, string | number>>) => string
  readonly percent: (fraction: number) => string
}

/** Lines of a box: the name, shortened, and what is under it but not drawn. */
export function boxLines(node: NetworkNode, words: NetworkWords): string {
  const { t } = words
  const { organisations, sites } = node.inside
  if (node.shape === 'unrecorded') return `${t('network.unrecorded')}\n${remainderWords(node.range, words)}`
  if (node.shape === 'fold') return foldLines(node, words).join('\n')
  return sites > 0 && organisations === 0 ? `${wrapLabel(node.name)}\n${t('network.insideSites', { sites })}` : wrapLabel(node.name, undefined, 3)
}

function foldLines({ side, inside: { organisations, sites } }: NetworkNode, { t }: NetworkWords): string[] {
  return [
    ...(organisations > 0 ? [t(side === 'up' ? 'network.foldOwners' : 'network.foldOrganisations', { count: organisations })] : []),
    ...(sites > 0 ? [t('network.insideSites', { sites })] : []),
  ]
}

/** The whole name in one line, for who hears or hovers. */
export const boxName = (node: NetworkNode, words: NetworkWords): string =>
  node.shape === 'fold' || node.shape === 'unrecorded' ? boxLines(node, words).replaceAll('\n', ', ') : node.name

const open = (share: Range | null): boolean => !share || (share.low <= 0 && share.high >= 1)

/** Words on a line: the share, or what stands in its place. */
export function lineLabel({ kind, share }: Pick<NetworkLink, 'kind' | 'share'>, words: NetworkWords): string {
  const { t } = words
  const size = intervalWords(share, words)
  switch (kind) {
    case 'share': return open(share) ? t('link.notStated') : size
    case 'votes': return t('link.votes', { share: size })
    case 'joint': return open(share) ? t('link.joint') : t('link.jointShare', { share: size })
    case 'consolidation': case 'group': case 'trust': case 'nominee': return open(share) ? t(`link.${kind}`) : size
    case 'operates': case 'manages': case 'brand': return t(`link.${kind}`)
    case 'other': case 'folded': case 'unrecorded': return ''
  }
}
