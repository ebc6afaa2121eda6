import type { Period } from './answers.ts'
import { dateText } from './date-words.ts'
import { holdsText } from './interval-words.ts'

const CONTROL: Readonly<Record<Period['control'], string | undefined>> = {
  NONE: undefined,
  MAJORITY: 'controls it by a direct majority',
  GROUP: 'controls it together with the companies it controls',
  MEMBERSHIP: 'is the group it runs under',
  JOINT: 'shares control of it',
  DE_FACTO: 'may control it as the largest block',
}

/** A period in words: "From 2016 until 2020-03-01, A holds 40 % of B over all chains; controls it …". */
export function periodSentence(holder: string, held: string, { from, fromPrecision, to, toPrecision, share, control, operates }: Period): string {
  const when = [
    from === undefined ? undefined : `from ${dateText(from, fromPrecision)}`,
    to === undefined ? undefined : `until ${dateText(to, toPrecision)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
  const parts = [
    share === undefined ? `no share in ${held} is on record for ${holder}` : `by the statements on record, ${holder} ${holdsText(held, share)}`,
    ...(CONTROL[control] === undefined ? [] : [`${holder} ${CONTROL[control]}`]), ...(operates ? [`${holder} runs it, itself or through companies it controls`] : []),
  ]
  const sentence = `${when === '' ? 'At any date' : when}: ${parts.join('; ')}.`
  return sentence[0]!.toUpperCase() + sentence.slice(1)
}
