import type { TwinPair } from '#analytics/twins/twin-pair.ts'
import type { Asked } from './asked.ts'

export type TwinPart = 'SHARED_MASS' | 'BALANCE' | 'MIRROR_COVERAGE' | 'FIT'
/** One part of the score, in words. */
export interface TwinReason { readonly part: TwinPart; readonly value: number; readonly sentence: string }

const NAMED = 3
const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`

/** Why two places are twins, part by part; what is not known is said. */
export function twinReasons({ nameOf }: Asked, pair: TwinPair): TwinReason[] {
  const { adversaries, shared, balance, mirrorCoverage, sharedTargetMass, fit, here, there } = pair
  const names = adversaries.slice(0, NAMED).map(({ actor }) => nameOf(actor)).join(', ')
  const heavier = sumOf(pair, 'here') > sumOf(pair, 'there') ? here : there
  return [
    { part: 'SHARED_MASS', value: sharedTargetMass, sentence: `${shared} shared ${shared === 1 ? 'controller' : 'controllers'}: ${names}${shared > NAMED ? ', …' : ''}.` },
    { part: 'BALANCE', value: balance, sentence: balance > 0.8 ? 'They weigh about the same on both places.' : `They weigh more on ${nameOf(heavier)}: ${percent(balance)} as much on the other place.` },
    { part: 'MIRROR_COVERAGE', value: mirrorCoverage, sentence: mirrorCoverage === 0 ? 'None of their sites has a counterpart on the other side.' : `At least ${percent(mirrorCoverage)} of their presence in either place has a counterpart in the other.` },
    { part: 'FIT', value: fit, sentence: fitSentence(pair) },
  ]
}

const sumOf = ({ adversaries }: TwinPair, side: 'here' | 'there'): number => adversaries.reduce((sum, one) => sum + one[side], 0)

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

function fitSentence({ fitParts: { sharedLanguages, hoursApart, languages, wanted } }: TwinPair): string {
  const spoken = sharedLanguages.length > 0 ? `shared working language: ${sharedLanguages.map((tag) => languageNames.of(tag) ?? tag).join(', ')}` : languages === 0 ? 'no shared working language on record' : 'languages not on record'
  const clock = hoursApart === undefined ? 'time zones not on record' : hoursApart === 0 ? 'the same time' : `${hoursApart} ${hoursApart === 1 ? 'hour' : 'hours'} apart`
  const asked = !wanted.languages && wanted.timeZones === undefined ? ' Not counted unless asked for.' : ''
  const text = `${spoken}; ${clock}.${asked}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}
