import type { PlainWorld } from './slow-exposure.ts'
import { certainlyControls } from './slow-exposure.ts'

/** One statement about one pair; days as YYYY-MM-DD, which are compared as texts. `to` is the first day it no longer holds. */
export interface DatedLine { readonly pair: string; readonly from: string | undefined; readonly to: string | undefined; readonly share: number | undefined }

const holds = ({ from, to }: DatedLine, day: string) => (from ?? '') <= day && (to ?? '9') > day
/** Whether it held on the day before. */
const heldBefore = ({ from, to }: DatedLine, day: string) => (from ?? '') < day && (to ?? '9') >= day

/**
 * What began, ended or got another figure, by looking at every day: what held the day before beside what is said on the
 * day. An exact 0 says that the holder has left.
 */
export function slowChanges(lines: readonly DatedLine[], days: readonly string[]): Record<string, number> {
  const events: Record<string, number> = {}
  for (const pair of new Set(lines.map((line) => line.pair))) {
    const about = lines.filter((line) => line.pair === pair)
    for (const day of days) {
      const before = about.filter((line) => heldBefore(line, day))
      const latest = before.reduce<DatedLine | undefined>((best, line) => (best === undefined || (line.from ?? '') > (best.from ?? '') ? line : best), undefined)
      const isHeld = latest !== undefined && latest.share !== 0
      for (const { share } of about.filter((line) => line.from === day && holds(line, day))) {
        if (share === 0) { if (isHeld) events[`${pair} ended ${day}`] = 1 }
        else if (!isHeld) events[`${pair} began ${day} ${share ?? ''}`] = 1
        else if (share !== undefined && latest.share !== undefined && !before.some((line) => line.share === share)) events[`${pair} changed ${day} ${share}`] = 1
      }
      const isOver = about.some((line) => line.to === day && heldBefore(line, day) && line.share !== 0)
      if (isOver && !about.some((line) => holds(line, day))) events[`${pair} ended ${day}`] = 1
    }
  }
  return events
}

/** One statement as its source words it. */
export interface WordedLine {
  readonly status: 'in force' | 'ended' | 'agreed' | 'announced' | 'disputed'
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
  readonly asOf: string | undefined
  readonly grade: string
  readonly retrievedOn: string
}

/** Why a statement does not count on a day, the first of all reasons; undefined where it counts. */
export function slowReason({ status, validFrom, validTo, asOf, grade, retrievedOn }: WordedLine, day: string, grades: readonly string[], staleBefore: string): string | undefined {
  const newYear = asOf === undefined ? '0' : `${Number(asOf.slice(0, 4)) + 1}-01-01`
  const end = validTo ?? (status === 'ended' ? newYear : '9')
  const start = validFrom ?? (asOf === undefined || asOf >= end ? '' : asOf)
  const reasons = [
    [status !== 'in force' && status !== 'ended', status], [day >= end, 'ended'], [day < start, 'not yet'], [!grades.includes(grade), 'other grade'], [retrievedOn < staleBefore, 'stale'],
  ] as const
  return reasons.find(([applies]) => applies)?.[1]
}

/**
 * Where sources of one time contradict each other in a world: different figures for one pair, minima above 100 %, and
 * several holders that each have all or a majority and do not stand above each other. What a nominee holds is
 * somebody else's share and no second one.
 */
export function slowConflicts(world: PlainWorld): Record<string, number> {
  const found: Record<string, number> = {}
  const isIn = (narrow: readonly [number, number], wide: readonly [number, number]) => wide[0] <= narrow[0] && narrow[1] <= wide[1]
  for (const held of new Set(world.stakes.map((stake) => stake.held))) {
    const column = world.stakes.filter((stake) => stake.held === held)
    const holders = [...new Set(column.map(({ holder }) => holder))]
    const minimum = new Map(holders.map((holder) => {
      const said = column.filter((stake) => stake.holder === holder).map(({ low, high }) => [low, high] as const)
      const kept = said.filter((one, at) => !said.some((other, position) => position !== at && isIn(other, one) && (!isIn(one, other) || position < at)))
      if (kept.length > 1) found[`${held}: different figures of ${holder}, ${kept.some((a) => kept.some((b) => a[1] < b[0])) ? 'disjoint' : 'overlapping'}`] = 1
      return [holder, Math.min(...kept.map(([low]) => low))] as const
    }))
    const isNominee = (holder: string) => column.some((stake) => stake.holder === holder && stake.kind === 'nominee')
    const sum = [...minimum].reduce((total, [holder, low]) => (isNominee(holder) ? total : total + low), 0)
    if (sum > 1 + 1e-9) found[`${held}: more than 100 %`] = sum
    const full = holders.filter((holder) => column.some((stake) => stake.holder === holder && stake.kind === 'consolidates') || (minimum.get(holder)! > 0.5 && !isNominee(holder) && column.some((stake) => stake.holder === holder && stake.kind !== 'group')))
    const unrelated = full.filter((one) => full.some((other) => other !== one && !certainlyControls(world, one, other) && !certainlyControls(world, other, one)))
    if (unrelated.length > 1) found[`${held}: different full parents`] = unrelated.length
  }
  return found
}
