import type { TwinPair } from '#analytics/twins/twin-pair.ts'
import type { Asked } from './asked.ts'

export type TwinPart = 'SHARED_MASS' | 'BALANCE' | 'MIRROR_COVERAGE' | 'FIT'
/** One part of the score, in words. */
export interface TwinReason { readonly part: TwinPart; readonly value: number; readonly sentence: string }

const NAMED = 3
/** From here on two places count as hit about equally. */
const ABOUT_THE_SAME = 0.8

/** A part of something that is there: rounded down, so that “at least” holds; never 0 %. */
const atLeast = (fraction: number): string => (fraction < 0.01 ? 'less than 1 %' : `${Math.floor(fraction * 100 + 1e-9)} %`)

/** Why two places are twins, part by part; what is not known is said. */
export function twinReasons({ nameOf }: Asked, pair: TwinPair): TwinReason[] {
  const { balance, mirrorCoverage, sharedTargetMass, fit } = pair
  return [
    { part: 'SHARED_MASS', value: sharedTargetMass, sentence: massSentence(pair, nameOf) },
    { part: 'BALANCE', value: balance, sentence: balanceSentence(pair, nameOf) },
    { part: 'MIRROR_COVERAGE', value: mirrorCoverage, sentence: mirrorSentence(pair) },
    { part: 'FIT', value: fit, sentence: fitSentence(pair) },
  ]
}

type NameOf = Asked['nameOf']

/** Those of whom control is certain, then those who may control: the latter score 0. */
function massSentence({ adversaries, shared, certain }: TwinPair, nameOf: NameOf): string {
  const list = (from: number, count: number) => adversaries.slice(from, from + Math.min(count, NAMED)).map(({ actor }) => nameOf(actor)).join(', ') + (count > NAMED ? ', …' : '')
  const possible = shared - certain
  if (certain === 0) return `None for certain: in at least one of the places the control of ${list(0, possible)} is possible, not certain.`
  return `${certain} shared ${certain === 1 ? 'controller' : 'controllers'}: ${list(0, certain)}.${possible === 0 ? '' : ` ${possible} more may control something in both.`}`
}

function balanceSentence({ adversaries, balance, here, there }: TwinPair, nameOf: NameOf): string {
  const [ours, theirs] = (['here', 'there'] as const).map((side) => adversaries.reduce((sum, one) => sum + one[side], 0)) as [number, number] // one sum per side
  const [heavier, lighter] = ours > theirs ? [here, there] : [there, here]
  if (ours === 0 && theirs === 0) return 'What they control is possible, not certain, in both places.'
  if (balance === 0) return `For certain they weigh on ${nameOf(heavier)} alone; in ${nameOf(lighter)} their control is possible, not certain.`
  return balance > ABOUT_THE_SAME ? 'They weigh about the same on both places.' : `They weigh more on ${nameOf(heavier)}: ${atLeast(balance)} as much on ${nameOf(lighter)}.`
}

function mirrorSentence({ mirrorCoverage, certain }: TwinPair): string {
  if (mirrorCoverage === 0)
    return certain === 0
      ? 'Where control is not certain, counterparts are not counted.'
      : 'None of what they control for certain has a counterpart on the other side.'
  if (mirrorCoverage > 1 - 1e-9) return 'All of their presence in either place has a counterpart in the other.'
  return mirrorCoverage < 0.01
    ? 'Less than 1 % of their presence in one of the places has a counterpart in the other.'
    : `At least ${atLeast(mirrorCoverage)} of their presence in either place has a counterpart in the other.`
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** Languages and clocks; a part that was not asked for is told and said not to count. */
function fitSentence({ fitParts: { sharedLanguages, hoursApart, languages, wanted } }: TwinPair): string {
  const spoken =
    sharedLanguages.length > 0
      ? `shared working language: ${sharedLanguages.map((tag) => languageNames.of(tag) ?? tag).join(', ')}`
      : languages === 0
        ? 'no shared working language on record'
        : 'languages not on record'
  const clock = hoursApart === undefined ? 'time zones not on record' : hoursApart === 0 ? 'the same time' : `${hoursApart} ${hoursApart === 1 ? 'hour' : 'hours'} apart`
  const byClock = wanted.timeZones !== undefined
  const apart = wanted.languages === byClock ? '' : ' (not asked for, not counted)'
  const text = `${spoken}${wanted.languages ? '' : apart}; ${clock}${byClock ? '' : apart}.${wanted.languages || byClock ? '' : ' Not counted unless asked for.'}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}
