import { describe, expect, it } from 'vitest'
import { GRADES } from '#model/code-lists.ts'
import { changesBetween } from '#snapshot/changes-between.ts'
import { dayNumber, isoDay } from '#snapshot/day-number.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { whyNotCounted } from '#snapshot/why-not-counted.ts'
import type { PlainWorld } from '../oracles/slow-exposure.ts'
import type { DatedLine, WordedLine } from '../oracles/slow-record.ts'
import { slowChanges, slowConflicts, slowReason } from '../oracles/slow-record.ts'
import { viewOf, wideWorld } from '../random-places.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, owns } from '../worlds/snapshot-world.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

const MONTHS = Array.from({ length: 11 * 12 }, (_, at) => `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`)
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

describe('what changed between two days: 100 records of up to 60 pairs with up to 12 statements each (seeds from 270001)', () => {
  interface Record { readonly seed: number; readonly lines: readonly DatedLine[] }
  const records = Array.from({ length: 100 }, (_, at): Record => {
    const random = seededRandom(270_001 + at)
    const lines = Array.from({ length: 1 + Math.floor(random() * 60) }, (__, pair) => {
      const starts = shuffled(MONTHS.length, random).slice(0, 1 + Math.floor(random() * 12))
      return starts.flatMap((start): DatedLine[] => {
        const isUndated = random() < 0.05
        const to = random() < 0.5 ? MONTHS[start + Math.floor(random() * 30)] : undefined
        const share = random() < 0.1 ? undefined : random() < 0.08 ? 0 : pick(random, [0.1, 0.25, 0.5, 1])
        const line = { pair: `pair ${pair}`, from: isUndated && share ? undefined : MONTHS[start], to, share }
        return random() < 0.15 && share ? [line, { ...line, share: random() < 0.5 ? share : 0.75 }] : [line] // another source, of the same day
      })
    }).flat()
    return { seed: 270_001 + at, lines }
  })
  const snapshotOf = ({ lines }: Record) => aWorld([], lines.map(({ pair, from, to, share }, at) => owns(pair.replace('pair', 'holder'), pair.replace('pair', 'held'), share, {
    sourceId: `src:${at}`, ...(from === undefined ? {} : { validFrom: from }), ...(to === undefined ? {} : { validTo: to, status: 'ended' as const }),
  })))
  async function found(record: Record): Promise<Findings> {
    const snapshot = await snapshotOf(record)
    const { statements, nodes: { ids } } = snapshot
    const canonical = Int32Array.from(ids.keys())
    return Object.fromEntries(changesBetween(snapshot, canonical, new Uint8Array(statements.count).fill(1), dayNumber('2010-01-01'), dayNumber('2020-12-31')).map(({ kind, day, statement }) => {
      const figure = kind === 'ended' ? '' : ` ${statements.shareBounds[statement] === 0 ? '' : statements.shareMin[statement]}`
      return [`${ids[statements.to[statement]!]!.replace('held', 'pair')} ${kind} ${isoDay(day)}${figure}`, 1]
    }))
  }
  const slow = ({ lines }: Record): Findings => slowChanges(lines, MONTHS)

  it('is what looking at every day finds, whatever the order of the rows', async () => {
    const [given, turned, less] = [new Map<number, Findings>(), new Map<number, Findings>(), new Map<number, Findings>()]
    for (const record of records) {
      given.set(record.seed, await found(record))
      turned.set(record.seed, await found({ ...record, lines: shuffled(record.lines.length, seededRandom(record.seed)).map((at) => record.lines[at]!) }))
      less.set(record.seed, await found({ ...record, lines: record.lines.slice(1) }))
    }
    expect(differences(({ seed }) => given.get(seed)!, slow, records)).toEqual([])
    expect(differences(({ seed }) => turned.get(seed)!, ({ seed }) => given.get(seed)!, records)).toEqual([])
    expect(differences(({ seed }) => less.get(seed)!, slow, records).length).toBeGreaterThan(60)
    for (const kind of ['began', 'ended', 'changed']) expect(records.flatMap((record) => Object.keys(slow(record)).filter((name) => name.includes(` ${kind} `))).length, kind).toBeGreaterThan(1_000)
  }, 60_000)
})

describe('why a statement does not count: 150 records of 100 statements (seeds from 271001)', () => {
  interface Record { readonly seed: number; readonly day: string; readonly grades: readonly string[]; readonly lines: readonly WordedLine[] }
  const GRADE_CODES = GRADES.codes.map(({ code }) => code)
  const records = Array.from({ length: 150 }, (_, at): Record => {
    const random = seededRandom(271_001 + at)
    const day = (chance: number) => (random() < chance ? pick(random, MONTHS) : undefined)
    return {
      seed: 271_001 + at, day: pick(random, [...MONTHS, TODAY]), grades: GRADE_CODES.filter(() => random() < 0.7),
      lines: Array.from({ length: 100 }, (): WordedLine => ({
        status: pick(random, ['in force', 'in force', 'in force', 'ended', 'ended', 'agreed', 'announced', 'disputed']), validFrom: day(0.5), validTo: day(0.3), asOf: day(0.5),
        grade: pick(random, GRADE_CODES), retrievedOn: pick(random, ['2024-11-23', '2024-11-24', '2026-01-05', '2020-02-02']),
      })),
    }
  })
  async function found({ day, grades, lines }: Record): Promise<{ readonly reasons: Findings; readonly counted: readonly string[] }> {
    const snapshot = await aWorld([], lines.map(({ validFrom, validTo, asOf, status, grade, retrievedOn }, at) => owns(`holder ${at}`, `held ${at}`, 0.5, {
      status, retrievedOn, grade: grade as (typeof GRADE_CODES)[number], ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }), ...(asOf === undefined ? {} : { asOf }),
    })))
    const codes = new Set(grades.map((grade) => GRADE_CODES.findIndex((code) => code === grade)))
    const { statements, nodes: { ids } } = snapshot
    const reasons = Object.fromEntries(Array.from({ length: statements.count }, (_, at) => [`${ids[statements.from[at]!]} ${whyNotCounted(snapshot, at, dayNumber(day), codes, dayNumber(TODAY)) ?? 'counts'}`, 1]))
    const { stakes } = viewAt(snapshot, { asOf: day, grades: grades as (typeof GRADE_CODES)[number][], today: TODAY })
    return { reasons, counted: Array.from(stakes.holder, (holder) => ids[holder]!).sort() }
  }
  const slow = ({ day, grades, lines }: Record): Findings => Object.fromEntries(lines.map((line, at) => [`holder ${at} ${slowReason(line, day, grades, '2024-11-24') ?? 'counts'}`, 1]))

  it('is the first reason of the list, and what has none is what counts', async () => {
    const given = new Map<number, Findings>()
    for (const record of records) {
      const { reasons, counted } = await found(record)
      given.set(record.seed, reasons)
      expect(counted, `seed ${record.seed}`).toEqual(Object.keys(slow(record)).filter((name) => name.endsWith(' counts')).map((name) => name.replace(' counts', '')).sort())
    }
    expect(differences(({ seed }) => given.get(seed)!, slow, records)).toEqual([])
    for (const reason of ['agreed', 'announced', 'disputed', 'ended', 'not yet', 'other grade', 'stale', 'counts']) expect(records.filter((record) => Object.keys(slow(record)).some((name) => name.endsWith(reason))).length, reason).toBeGreaterThan(50)
    expect(differences(({ seed }) => given.get(seed)!, (record) => slow({ ...record, grades: GRADE_CODES }), records).length).toBeGreaterThan(1_000)
  }, 60_000)
})

describe('contradictions: 500 worlds of 60 to 200 nodes with two sources (seeds from 272001)', () => {
  interface Conflicting { readonly seed: number; readonly world: PlainWorld }
  /** Some companies get a third holder with more than what is left. */
  const worlds = Array.from({ length: 500 }, (_, at): Conflicting => {
    const [world, random] = [wideWorld(272_001 + at), seededRandom(272_001 + at)]
    const more = world.organisations.filter(() => random() < 0.1).flatMap((held) => {
      const holder = pick(random, world.organisations)
      return holder === held || world.stakes.some((stake) => stake.held === held && stake.holder === holder) ? [] : [{ holder, held, kind: 'shares' as const, low: 0.6, high: 0.6 }]
    })
    return { seed: 272_001 + at, world: { ...world, stakes: [...world.stakes, ...more] } }
  })
  async function found(world: PlainWorld): Promise<Findings> {
    const { disagreements, snapshot: { statements, nodes: { ids } } } = await viewOf(world)
    return Object.fromEntries(disagreements.map(({ kind, target, disjoint, sum, statements: said }) => (kind === 'different figures'
      ? [`${ids[target]}: ${kind} of ${ids[statements.from[said[0]!]!]}, ${disjoint === true ? 'disjoint' : 'overlapping'}`, 1] : [`${ids[target]}: ${kind}`, sum ?? said.length])))
  }
  it('are found where ranges of one pair are not in each other, minima exceed 100 %, or two have it all', async () => {
    const [given, less] = [new Map<number, Findings>(), new Map<number, Findings>()]
    for (const { seed, world } of worlds) {
      given.set(seed, await found(world))
      if (less.size < 100) less.set(seed, await found({ ...world, stakes: world.stakes.filter(({ source }) => source === undefined) }))
    }
    const slow = ({ world }: Conflicting): Findings => slowConflicts(world)
    expect(differences(({ seed }) => given.get(seed)!, slow, worlds)).toEqual([])
    expect(differences(({ seed }) => less.get(seed)!, slow, worlds.slice(0, 100)).length).toBeGreaterThan(100)
    for (const kind of ['different figures', 'more than 100 %', 'different full parents']) expect(worlds.filter((one) => Object.keys(slow(one)).some((name) => name.includes(kind))).length, kind).toBeGreaterThan(100)
  }, 60_000)
})
