import { wholeOf } from '#analytics/mirrors/mirror-features.ts'
import type { ComparedFeature, MirrorPair as ComparedPair } from '#analytics/mirrors/mirror-points.ts'
import type { MirrorPair, Reason } from './answers.ts'
import type { Asked } from './asked.ts'
import { groundEvidence } from './ground-evidence.ts'

const SHOWN = 3
/** A feature at least this alike speaks for a pair, below it against. */
const ALIKE_FROM = 0.5

type FeatureName = ComparedFeature['feature']
const NAMES: Readonly<Record<FeatureName, string>> = {
  function: 'Function', depthFromSource: 'Steps from where its flow begins', depthToMarket: 'Steps to a market', flowShare: 'Share of the actor’s flow',
  dominatesMarket: 'Whether every way to some market leads over it', suppliers: 'Things that supply it', receivers: 'Things it supplies', role: 'Role in the flow', scale: 'Size', exposure: 'Share of its place',
  tenure: 'How it is held', labour: 'Labour', dependence: 'Lost without it after re-routing',
}
const TENURE: Readonly<Record<string, string>> = { OPERATES: 'operated', MANAGES: 'managed', OWNS: 'owned' }

/** Whose sites are compared, and where. */
export interface PairOf { readonly actor: number; readonly here: number; readonly there: number }
const siteAlone = (site: number) => ({ site, presence: -1 })

/** A pair of counterparts with its three strongest reasons and differences. */
export function mirrorPairAnswer(asked: Asked, { actor, here, there }: PairOf, pair: ComparedPair): MirrorPair {
  const { idOf } = asked
  const known = pair.features.filter((feature): feature is ComparedFeature & { readonly similarity: number } => feature.similarity !== undefined)
  const alike = known.filter(({ similarity }) => similarity >= ALIKE_FROM).sort((a, b) => b.weight * b.similarity - a.weight * a.similarity)
  const unlike = known.filter(({ similarity }) => similarity < ALIKE_FROM).sort((a, b) => b.weight * (1 - b.similarity) - a.weight * (1 - a.similarity))
  const reasons = alike.slice(0, SHOWN).map(reasonOf)
  return {
    here: idOf(pair.here), there: idOf(pair.there), similarity: pair.similarity, coverage: pair.coverage, ranked: pair.ranked,
    reasons: pair.ranked ? reasons : [tooLittleKnown(countWhole(known), pair), ...reasons].slice(0, SHOWN),
    differences: unlike.slice(0, SHOWN).map(reasonOf),
    statements: () => [...new Set([...groundEvidence(asked, actor, siteAlone(pair.here), here), ...groundEvidence(asked, actor, siteAlone(pair.there), there)])],
  }
}

function reasonOf({ feature, weight, similarity, here, there }: ComparedFeature): Reason {
  if (feature === 'role') return { feature, weight, similarity, here: undefined, there: undefined, sentence: `${NAMES.role}: ${Math.round((similarity ?? 0) * 100)} % alike by what they are linked with, and by what that is linked with.` }
  const [local, remote] = [wording(feature, here), wording(feature, there)]
  const words = local === remote ? `${NAMES[feature]}: ${local} in both places.` : `${NAMES[feature]}: ${local} here, ${remote} there.`
  return { feature, weight, similarity, here: local, there: remote, sentence: words }
}

function tooLittleKnown(known: number, { features, coverage }: ComparedPair): Reason {
  return {
    feature: 'coverage', weight: 0, similarity: undefined, here: undefined, there: undefined,
    sentence: `Only counterpart on record: ${known} of ${countWhole(features)} features known, ${Math.round(coverage * 100)} % of their weight; too little to rank it.`,
  }
}

/** Features behind their parts. */
const countWhole = (features: readonly ComparedFeature[]): number => new Set(features.map(({ feature }) => (feature === 'role' ? feature : wholeOf(feature)))).size

const COUNTED: ReadonlySet<FeatureName> = new Set(['depthFromSource', 'depthToMarket', 'suppliers', 'receivers'])

function wording(feature: FeatureName, value: string | number | undefined): string {
  if (value === undefined) return 'not known'
  if (feature === 'tenure') return TENURE[value] ?? String(value)
  if (feature === 'function') return `class ${value}`
  if (feature === 'dominatesMarket' || COUNTED.has(feature)) return String(value)
  const percent = `${Math.round(Number(value) * 100)} %`
  if (feature === 'scale') return `larger than ${percent} of the actor’s sites of this kind`
  return feature === 'exposure' ? `${percent} of what is on record` : percent
}
