import { wholeOf } from '#analytics/mirrors/mirror-features.ts'
import type { ComparedFeature, MirrorPair as ComparedPair } from '#analytics/mirrors/mirror-points.ts'
import { MIRROR_THRESHOLD } from '#analytics/mirrors/mirror-points.ts'
import type { MirrorPair, Reason } from './answers.ts'
import type { Asked } from './asked.ts'
import { groundEvidence } from './ground-evidence.ts'

const SHOWN = 3
/** A feature is called alike from the likeness from which two sites are counterparts; below it, it is a difference. */
const isAlike = (similarity: number): boolean => similarity >= MIRROR_THRESHOLD - ROUNDING
const ROUNDING = 1e-9

type FeatureName = ComparedFeature['feature']
const NAMES: Readonly<Record<FeatureName, string>> = {
  function: 'Function',
  depthFromSource: 'Steps from where its flow begins',
  depthToMarket: 'Steps to a market',
  flowShare: 'Share of the actor’s flow',
  dominatesMarket: 'Whether every way to some market leads over it',
  suppliers: 'Things that supply it',
  receivers: 'Things it supplies',
  role: 'Role in the flow',
  scale: 'Size among the actor’s sites of its kind, as a percentile',
  exposure: 'Share of what is on record in its place',
  tenure: 'How it is held',
  workforce: 'Jobs among the actor’s sites of its kind, as a percentile',
  unionRecognised: 'Whether a union is recognised',
  agreementExpiry: 'When agreements end',
  dependence: 'Lost without it after re-routing',
}
const TENURE: Readonly<Record<string, string>> = { OPERATES: 'operated', MANAGES: 'managed', OWNS: 'owned' }

/** Whose sites are compared, and where. */
export interface PairOf { readonly actor: number; readonly here: number; readonly there: number }
const siteAlone = (site: number) => ({ site, presence: -1 })

/** A pair of counterparts with its three strongest reasons and differences. */
export function mirrorPairAnswer(asked: Asked, { actor, here, there }: PairOf, pair: ComparedPair): MirrorPair {
  const { idOf } = asked
  const known = pair.features.filter((feature): feature is ComparedFeature & { readonly similarity: number } => feature.similarity !== undefined)
  const alike = known.filter(({ similarity }) => isAlike(similarity)).sort((a, b) => b.weight * b.similarity - a.weight * a.similarity)
  const unlike = known.filter(({ similarity }) => !isAlike(similarity)).sort((a, b) => b.weight * (1 - b.similarity) - a.weight * (1 - a.similarity))
  const reasons = alike.slice(0, SHOWN).map(reasonOf)
  return {
    here: idOf(pair.here), there: idOf(pair.there), similarity: pair.similarity, coverage: pair.coverage, ranked: pair.ranked,
    reasons: pair.ranked ? reasons : [tooLittleKnown(countWhole(known), pair), ...reasons].slice(0, SHOWN),
    differences: unlike.slice(0, SHOWN).map(reasonOf),
    statements: () => [...new Set([...groundEvidence(asked, actor, siteAlone(pair.here), here), ...groundEvidence(asked, actor, siteAlone(pair.there), there)])],
  }
}

function reasonOf({ feature, weight, similarity, here, there }: ComparedFeature): Reason {
  if (feature === 'role')
    return {
      feature,
      weight,
      similarity,
      here: undefined,
      there: undefined,
      sentence: `${NAMES.role}: ${Math.round((similarity ?? 0) * 100)} % alike by what they are linked with, and by what that is linked with.`,
    }
  const [local, remote] = [wording(feature, here), wording(feature, there)]
  if (feature === 'function' && here === there && (similarity ?? 0) < 1)
    return {
      feature,
      weight,
      similarity,
      here: local,
      there: remote,
      sentence: `${NAMES.function}: class ${here} in both places; a closer one is not on record.`,
    }
  const words = local === remote ? `${NAMES[feature]}: ${local} in both places.` : `${NAMES[feature]}: ${local} here, ${remote} there.`
  return { feature, weight, similarity, here: local, there: remote, sentence: words }
}

function tooLittleKnown(known: number, { features, coverage, isOnlyOne }: ComparedPair): Reason {
  return {
    feature: 'coverage',
    weight: 0,
    similarity: undefined,
    here: undefined,
    there: undefined,
    sentence: `${isOnlyOne ? 'Only counterpart on record' : 'Best counterpart on record'}: ${known} of ${countWhole(features)} features known, ${Math.round(coverage * 100)} % of their weight; too little to rank it.`,
  }
}

/** Features behind their parts. */
const countWhole = (features: readonly ComparedFeature[]): number => new Set(features.map(({ feature }) => (feature === 'role' ? feature : wholeOf(feature)))).size

/** Shown as they are: counts, yes or no. */
const PLAIN: ReadonlySet<FeatureName> = new Set(['depthFromSource', 'depthToMarket', 'suppliers', 'receivers', 'dominatesMarket'])

function wording(feature: FeatureName, value: string | number | undefined): string {
  if (value === undefined) return 'not known'
  if (feature === 'tenure') return TENURE[value] ?? String(value)
  if (feature === 'function') return `class ${value}`
  if (PLAIN.has(feature)) return String(value)
  const percent = Math.round(Number(value) * 100)
  return feature === 'scale' || feature === 'workforce' ? String(percent) : `${percent} %`
}
