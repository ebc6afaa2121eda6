import { ControlKind } from '#analytics/control-kind.ts'
import type { ControlName } from './answers.ts'

const NAMES: Readonly<Record<ControlKind, ControlName>> = {
  [ControlKind.NONE]: 'NONE', [ControlKind.MEMBERSHIP]: 'MEMBERSHIP', [ControlKind.JOINT]: 'JOINT', [ControlKind.GROUP]: 'GROUP', [ControlKind.MAJORITY]: 'MAJORITY',
}
/** Kind of control as the API names it; NONE also for what an actor runs itself. */
export const controlName = (kind: ControlKind): ControlName => NAMES[kind]
