import { describe, expect, it } from 'vitest'
import { viewAt } from '#snapshot/view-at.ts'
import { dayNumber, daySpanEnd, isoDay, monthsBefore, nextNewYear } from '#snapshot/day-number.ts'
import { DayPrecision, NO_DAY } from '#analytics/record/snapshot.ts'
import { TODAY, aWorld, locatedIn, owns, partOf, place, sameAs, site } from '../worlds/snapshot-world.ts'

const GRADES = ['register', 'document', 'reported'] as const
type OwnsFields = NonNullable<Parameters<typeof owns>[3]>

/** Whether one statement counts on each of the days. */
async function holdsOn(fields: OwnsFields, ...days: string[]): Promise<boolean[]> {
  const snapshot = await aWorld([], [owns('a', 'b', 0.6, fields)])
  return days.map((asOf) => viewAt(snapshot, { asOf, grades: GRADES, today: TODAY }).stakes.holder.length === 1)
}

describe('a statement holds', () => {
  it('from the earliest reading of its start', async () => {
    expect(await holdsOn({ validFrom: '2016' }, '2015-12-31', '2016-01-01', '2026-11-24')).toEqual([false, true, true])
    expect(await holdsOn({ validFrom: '2016-05', asOf: '2019' }, '2016-04-30', '2016-05-01')).toEqual([false, true])
  })
  it('without a start from its as-of date', async () => {
    expect(await holdsOn({ asOf: '2019-03' }, '2019-02-28', '2019-03-01')).toEqual([false, true])
  })
  it('with neither on any day: undated', async () => {
    expect(await holdsOn({}, '1900-01-01', '2026-11-24')).toEqual([true, true])
  })
  it('until its end, not through it, by the earliest reading', async () => {
    expect(await holdsOn({ validFrom: '2010', validTo: '2017', status: 'ended' }, '2016-12-31', '2017-01-01')).toEqual([true, false])
    expect(await holdsOn({ validFrom: '2010', validTo: '2017-03-15', status: 'ended' }, '2017-03-14', '2017-03-15')).toEqual([true, false])
    expect(await holdsOn({ validFrom: '2010', validTo: '2030' }, '2026-11-24')).toEqual([true])
  })
  it('ended without a date until the end of the year of its as-of date', async () => {
    expect(await holdsOn({ asOf: '2017-09', status: 'ended' }, '2017-08-31', '2017-09-01', '2017-12-31', '2018-01-01')).toEqual([false, true, true, false])
  })
  it('ended with neither date never', async () => {
    expect(await holdsOn({ status: 'ended' }, '1990-01-01', '2026-11-24')).toEqual([false, false])
  })
  it('with an unknown start, where the source tells of the end on or after its day', async () => {
    expect(await holdsOn({ asOf: '2021-12', validTo: '2021-12-01', status: 'ended' }, '2021-06-30', '2021-11-30', '2021-12-01')).toEqual([true, true, false])
    expect(await holdsOn({ asOf: '2021-09-27', validTo: '2021-12-01', status: 'ended' }, '2021-09-26', '2021-09-27')).toEqual([false, true])
  })
  it('never when agreed, announced or disputed', async () => {
    for (const status of ['agreed', 'announced', 'disputed'] as const) expect(await holdsOn({ status, validFrom: '2016' }, '2020-01-01')).toEqual([false])
  })
  it('only in the grades asked for', async () => {
    expect(await holdsOn({ grade: 'claimed' }, TODAY)).toEqual([false])
    const snapshot = await aWorld([], [owns('a', 'b', 0.6, { grade: 'claimed' })])
    expect(viewAt(snapshot, { asOf: TODAY, grades: ['claimed'], today: TODAY }).stakes.holder).toHaveLength(1)
    expect(viewAt(snapshot, { asOf: TODAY, grades: GRADES, today: TODAY }).leftOut).toEqual({ stale: 0, otherGrade: 1, notInForce: 0 })
  })
})

describe('what speaks on a date', () => {
  const spoken = async (asOf: string, ...statements: Parameters<typeof aWorld>[1]) => {
    const { count, firstDay } = viewAt(await aWorld([place('p'), place('q')], statements), { asOf, grades: GRADES, today: TODAY }).inForce
    return [count, firstDay === NO_DAY ? undefined : isoDay(firstDay)]
  }
  it('is counted, and the first day is that of the earliest statement with a date', async () => {
    const world = [owns('a', 'b', 0.6, { validFrom: '2016-05' }), owns('a', 'c', 0.6, { asOf: '2012' }), owns('a', 'd', 0.6), owns('a', 'e', 0.6, { validFrom: '2001', validTo: '2003', status: 'ended' })]
    expect(await spoken('2000-01-01', ...world)).toEqual([1, '2001-01-01'])
    expect(await spoken('2002-01-01', ...world)).toEqual([2, '2001-01-01'])
    expect(await spoken('2016-05-01', ...world)).toEqual([3, '2001-01-01'])
  })
  it('is nothing that is of another grade, too old, announced or never held, and no judgement or nesting of places', async () => {
    const world = [
      owns('a', 'b', 0.6, { validFrom: '1990', grade: 'claimed' }), owns('a', 'c', 0.6, { validFrom: '1991', retrievedOn: '2001-01-01' }), owns('a', 'd', 0.6, { validFrom: '1992', status: 'announced' }),
      owns('a', 'e', 0.6, { validFrom: '1993', validTo: '1993', status: 'ended' }), owns('a', 'f', 0.6, { status: 'ended' }), sameAs('a', 'A', { validFrom: '1994' }), partOf('p', 'q', { validFrom: '1995' }),
    ]
    expect(await spoken('1995-06-01', ...world)).toEqual([0, undefined])
    expect(await spoken(TODAY, ...world, owns('a', 'g', 0.6, { validFrom: '2020' }))).toEqual([1, '2020-01-01'])
  })
})

describe('age of the source', () => {
  it('counts for 24 months after it was last read, whatever its as-of date', async () => {
    const snapshot = await aWorld([], [owns('a', 'b', 0.6, { retrievedOn: '2024-11-24', asOf: '2001' })])
    const on = (today: string) => viewAt(snapshot, { asOf: '2026-11-24', grades: GRADES, today })
    expect(on('2026-11-24').stakes.holder).toHaveLength(1)
    expect(on('2026-11-25').stakes.holder).toHaveLength(0)
    expect(on('2026-11-25').leftOut.stale).toBe(1)
  })
  it('does not take away judgements and the nesting of places', async () => {
    const snapshot = await aWorld([place('p'), place('q'), site('s', 'port')],
      [sameAs('a', 'b', { retrievedOn: '2001-01-01' }), partOf('p', 'q', { retrievedOn: '2001-01-01', asOf: '2025' }), owns('a', 'c', 1), locatedIn('s', 'p')])
    const view = viewAt(snapshot, { asOf: '2010-01-01', grades: GRADES, today: TODAY })
    expect(view.clusters.size).toBe(1)
    expect([...view.parents.items]).toEqual([snapshot.indexOf('q')])
  })
})

describe('days as numbers', () => {
  it('count from 1970 and back', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(isoDay(dayNumber('1899-12-31'))).toBe('1899-12-31')
  })
  it('know how long a month, a year and 24 months are', () => {
    expect(isoDay(daySpanEnd(dayNumber('2024-02-01'), DayPrecision.MONTH))).toBe('2024-03-01')
    expect(isoDay(daySpanEnd(dayNumber('2024-01-01'), DayPrecision.YEAR))).toBe('2025-01-01')
    expect(isoDay(daySpanEnd(dayNumber('2024-02-29'), DayPrecision.DAY))).toBe('2024-03-01')
    expect(isoDay(nextNewYear(dayNumber('2017-12-31')))).toBe('2018-01-01')
    expect(isoDay(monthsBefore(dayNumber('2028-02-29'), 24))).toBe('2026-02-28')
    expect(isoDay(monthsBefore(dayNumber('2026-11-24'), 24))).toBe('2024-11-24')
  })
})
