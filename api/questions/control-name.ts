import { ControlKind } from '#analytics/control/control-kind.ts'
import type { ControlName } from './answers.ts'

const NAMES: Readonly<Record<ControlKind, ControlName>> = {
  [ControlKind.NONE]: 'NONE', [ControlKind.MEMBERSHIP]: 'MEMBERSHIP', [ControlKind.JOINT]: 'JOINT', [ControlKind.GROUP]: 'GROUP', [ControlKind.MAJORITY]: 'MAJORITY',
}
/** How what counts for an actor is controlled; where nothing but the estimate of a largest block leads there, DE_FACTO. */
export const controlOver = ({ kind, deFacto }: { readonly kind: ControlKind; readonly deFacto: boolean }): ControlName =>
  deFacto && kind === ControlKind.NONE ? 'DE_FACTO' : controlName(kind)

/** What the estimate rests on, for whoever has to defend it. */
export const DE_FACTO_ASSUMPTION =
  'The most is an estimate: the largest block of votes is taken to decide as often as its power beside dispersed small holders (Milnor & Shapley 1978), several such steps multiplied. No source says that it controls; a large holder on no record would change it, so the least, and the rank, leave it out.'

/** Kind of control as the API names it; NONE also for what an actor runs itself. */
export const controlName = (kind: ControlKind): ControlName => NAMES[kind]
