import { describe, expect, it } from 'vitest'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { dayNumber, earliestDayNumber, isoDay } from '#snapshot/day-number.ts'
import { growingColumns } from '#snapshot/growing-columns.ts'
import { idIndex } from '#snapshot/id-index.ts'
import { packedKeys } from '#snapshot/packed-keys.ts'
import { readKey } from '#store/key-words.ts'
import { seededRandom } from '../seeded-random.ts'

describe('columns that grow', () => {
  it('hold what is written, and else what stands for "not stated"', () => {
    const columns = growingColumns({ share: 'f64', day: 'day', code: 'u8', year: 'i16', text: 'i32' })
    columns.next()
    const second = columns.next()
    columns.block().share[second] = 0.25
    columns.block().year[second] = -3
    expect(columns.count()).toBe(2)
    const { share, day, code, year, text } = columns.finish()
    expect([[...share], [...day], [...code], [...year], [...text]]).toEqual([[Number.NaN, 0.25], [NO_DAY, NO_DAY], [0, 0], [0, -3], [0, 0]])
  })

  it('are empty without a row, and in another order when one is given', () => {
    expect(growingColumns({ code: 'u8' }).finish().code).toHaveLength(0)
    const columns = growingColumns({ code: 'i32' })
    for (let row = 0; row < 10_000; row++) columns.block().code[columns.next()] = row
    expect(columns.finish(Int32Array.from({ length: 10_000 }, (_, at) => 9_999 - at)).code.subarray(0, 3)).toEqual(Int32Array.of(9_999, 9_998, 9_997))
  })

  it('keep two million rows, more than they set space aside for at first', () => {
    const columns = growingColumns({ code: 'i32', day: 'day' })
    for (let row = 0; row < 2_000_000; row++) {
      const at = columns.next()
      columns.block().code[at] = row
    }
    const { code, day } = columns.finish()
    expect(code).toHaveLength(2_000_000)
    expect(code.findIndex((value, at) => value !== at)).toBe(-1)
    expect(day.every((value) => value === NO_DAY)).toBe(true)
  })
})

describe('the index of ids', () => {
  it('finds each of 20,000 ids, one by one and together, and no other', () => {
    const random = seededRandom(3)
    const ids = Array.from({ length: 20_000 }, (_, at) => `org:${'ü'.repeat(at % 3)}${Math.floor(random() * 1e9).toString(36)}/${at}`)
    const { indexOf, indicesOf } = idIndex(ids)
    expect(ids.findIndex((id, at) => indexOf(id) !== at)).toBe(-1)
    expect([...indicesOf([ids[7]!, 'nobody', ids[19_999]!, '', `${ids[3]!}0`, ids[3]!.slice(0, -1)])]).toEqual([7, -1, 19_999, -1, -1, -1])
    expect([indexOf('nobody'), idIndex([]).indexOf('a'), idIndex(['']).indexOf('')]).toEqual([undefined, undefined, 0])
  })
})

describe('days', () => {
  it('are counted as the calendar counts them, from year 100 to 2999', () => {
    for (let day = dayNumber('0100-01-01'); day < dayNumber('2999-12-31'); day += 13) {
      const text = isoDay(day)
      expect([text, dayNumber(text)]).toEqual([text, Date.parse(text) / 86_400_000])
    }
  })

  it('known to the month or the year are the first of it', () => {
    expect(earliestDayNumber({ text: '2016', precision: 'year' })).toBe(dayNumber('2016-01-01'))
    expect(earliestDayNumber({ text: '2016-02', precision: 'month' })).toBe(dayNumber('2016-02-01'))
    expect(earliestDayNumber({ text: '2016-02-29', precision: 'day' })).toBe(dayNumber('2016-02-29'))
    expect(earliestDayNumber(undefined)).toBe(NO_DAY)
  })
})

describe('packed keys', () => {
  it('are written and compared as the texts they stand for, also beside keys of another kind', () => {
    const hex = ['00ff00ff00ff00ff00ff00ff', '00ff00ff00ff00ff00ff0100', 'ffffffff0000000000000000', '00000000ffffffffffffffff']
    for (const others of [[], ['k', 'ABCDEF000000000000000000']]) {
      const keys = packedKeys()
      const texts = [...hex, ...others]
      texts.forEach(keys.push)
      expect(texts.map((_, at) => keys.keyOf(at))).toEqual(texts)
      for (const [a, one] of texts.entries()) for (const [b, other] of texts.entries()) expect(Math.sign(keys.compareKeys(a, b))).toBe(one < other ? -1 : one > other ? 1 : 0)
    }
  })

  it('are numbers only where all of 24 characters are hexadecimal digits in lower case', () => {
    const hex = '0123456789abcdef01234567'
    const into = new Uint32Array(3)
    expect([readKey(hex, into), ...into]).toEqual([true, 0x01234567, 0x89abcdef, 0x01234567])
    const others = ['A', 'g', '/', ':', '`', ' ', '\u0130', '\u01b1', '\uff11'].map((character) => `${hex.slice(0, 11)}${character}${hex.slice(12)}`)
    expect(others.filter((key) => readKey(key, into))).toEqual([])
  })
})
