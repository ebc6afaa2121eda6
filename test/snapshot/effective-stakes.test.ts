import { describe, expect, it } from 'vitest'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import type { Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { TODAY, aWorld, owns, site, votes } from '../worlds/snapshot-world.ts'

const view = async (statements: readonly Statement[], asOf = TODAY): Promise<OwnershipView> =>
  viewAt(await aWorld([site('homes', 'residential portfolio'), site('terminal', 'port terminal')], statements), { asOf, grades: ['register', 'document', 'reported'], today: TODAY })

/** The stake of one node in another: "[low, high]" with round brackets where a bound is excluded, votes, flags. */
function stake({ snapshot, stakes }: OwnershipView, holder: string, held: string) {
  for (let entry = 0; entry < stakes.holder.length; entry++) {
    if (snapshot.nodes.ids[stakes.holder[entry]!] !== holder || snapshot.nodes.ids[stakes.held[entry]!] !== held) continue
    const text = (low: number, high: number, open: number, closed: number) => (Number.isNaN(low) ? 'unknown' : `${open ? '(' : '['}${low}, ${high}${closed ? ')' : ']'}`)
    return {
      share: text(stakes.shareLow[entry]!, stakes.shareHigh[entry]!, stakes.shareLowExclusive[entry]!, stakes.shareHighExclusive[entry]!),
      votes: text(stakes.votesLow[entry]!, stakes.votesHigh[entry]!, stakes.votesLowExclusive[entry]!, stakes.votesHighExclusive[entry]!),
      flags: Object.entries(StakeFlag).filter(([, bit]) => (stakes.flags[entry]! & bit) !== 0).map(([name]) => name),
    }
  }
  return undefined
}

describe('what each stated interest means', () => {
  it('shareholding: share as stated, votes the same', async () => {
    expect(stake(await view([owns('a', 'b', [0.25, 0.5], { share: { min: 0.25, minExclusive: true, max: 0.5 } })]), 'a', 'b')).toEqual({ share: '(0.25, 0.5]', votes: '(0.25, 0.5]', flags: [] })
  })
  it('shareholding with votes stated apart, in one statement or two', async () => {
    expect(stake(await view([owns('a', 'b', 0.4151, { votes: { min: 0.5145, max: 0.5145 } })]), 'a', 'b')).toMatchObject({ share: '[0.4151, 0.4151]', votes: '[0.5145, 0.5145]' })
    expect(stake(await view([owns('a', 'b', 0.4151), votes('a', 'b', 0.5145)]), 'a', 'b')).toMatchObject({ share: '[0.4151, 0.4151]', votes: '[0.5145, 0.5145]' })
  })
  it('shareholding without a figure: more than 0, votes unknown, no control', async () => {
    expect(stake(await view([owns('a', 'b')]), 'a', 'b')).toEqual({ share: '(0, 1]', votes: 'unknown', flags: ['SHARE_UNKNOWN'] })
  })
  it('voting: votes as stated (in either column), share unknown', async () => {
    expect(stake(await view([votes('a', 'b', 0.3)]), 'a', 'b')).toEqual({ share: '[0, 1]', votes: '[0.3, 0.3]', flags: ['SHARE_UNKNOWN'] })
    expect(stake(await view([owns('a', 'b', 0.3, { interest: 'voting' })]), 'a', 'b')).toMatchObject({ share: '[0, 1]', votes: '[0.3, 0.3]' })
  })
  it('consolidation: share (0, 1], more than half of the votes', async () => {
    expect(stake(await view([owns('a', 'b', undefined, { interest: 'consolidation' })]), 'a', 'b')).toEqual({ share: '(0, 1]', votes: '(0.5, 1]', flags: ['CONSOLIDATES', 'SHARE_UNKNOWN'] })
    expect(stake(await view([owns('a', 'b', 1, { interest: 'consolidation' })]), 'a', 'b')).toEqual({ share: '[1, 1]', votes: '[1, 1]', flags: ['CONSOLIDATES'] })
  })
  it('joint control: (0, 1) or as stated, never a majority', async () => {
    expect(stake(await view([owns('a', 'b', undefined, { interest: 'joint control' })]), 'a', 'b')).toEqual({ share: '(0, 1)', votes: 'unknown', flags: ['JOINT', 'SHARE_UNKNOWN'] })
    expect(stake(await view([owns('a', 'b', 0.8, { interest: 'joint control' })]), 'a', 'b')).toEqual({ share: '[0.8, 0.8]', votes: '[0.8, 0.8]', flags: ['JOINT'] })
  })
  it('operator group: (0, 1], membership', async () => {
    expect(stake(await view([owns('a', 'b', undefined, { interest: 'operator group' })]), 'a', 'b')).toEqual({ share: '(0, 1]', votes: 'unknown', flags: ['MEMBERSHIP', 'SHARE_UNKNOWN'] })
  })
  it('nominee: marked, so that nothing passes through it', async () => {
    expect(stake(await view([owns('a', 'b', 0.9, { interest: 'nominee' })]), 'a', 'b')!.flags).toEqual(['NOMINEE'])
  })
  it('exactly 0: the holder has left, and what began before is over', async () => {
    const left = [owns('a', 'b', 0.4, { validFrom: '2010', sourceId: 'src:1' }), owns('a', 'b', undefined, { interest: 'consolidation', validFrom: '2012' }), owns('a', 'b', 0, { asOf: '2019', sourceId: 'src:2' })]
    expect(stake(await view(left, '2015-01-01'), 'a', 'b')).toMatchObject({ share: '[0.4, 0.4]', flags: ['CONSOLIDATES'] })
    expect(stake(await view(left), 'a', 'b')).toBeUndefined()
  })
  it('a minimum without a maximum, and the reverse', async () => {
    expect(stake(await view([owns('a', 'b', undefined, { share: { min: 0.75 } })]), 'a', 'b')!.share).toBe('[0.75, 1]')
    expect(stake(await view([owns('a', 'b', undefined, { share: { max: 0.3 } })]), 'a', 'b')!.share).toBe('(0, 0.3]')
  })
})

describe('several statements of one owner on one target', () => {
  it('the latest counts, never the sum', async () => {
    const statements = [owns('a', 'b', 0.3, { asOf: '2015', sourceId: 'src:1' }), owns('a', 'b', 0.4, { asOf: '2019', sourceId: 'src:2' })]
    expect(stake(await view(statements, '2017-01-01'), 'a', 'b')!.share).toBe('[0.3, 0.3]')
    const today = await view(statements)
    expect(stake(today, 'a', 'b')!.share).toBe('[0.4, 0.4]')
    expect(today.disagreements).toEqual([])
  })
  it('different sources of the same time that disagree give the envelope and a conflict', async () => {
    const today = await view([owns('a', 'b', 0.38, { asOf: '2023', sourceId: 'src:1' }), owns('a', 'b', 0.394, { asOf: '2023-06-30', sourceId: 'src:2' })])
    expect(stake(today, 'a', 'b')!.share).toBe('[0.38, 0.394]')
    expect(today.disagreements).toMatchObject([{ kind: 'different figures', target: today.snapshot.indexOf('b') }])
    expect(today.disagreements[0]!.statements).toHaveLength(2)
  })
  it('of the same start the later as-of date counts', async () => {
    const today = await view([owns('a', 'b', 0.3, { validFrom: '2010', asOf: '2012', sourceId: 'src:1' }), owns('a', 'b', 0.35, { validFrom: '2010', asOf: '2020', sourceId: 'src:2' })])
    expect(stake(today, 'a', 'b')!.share).toBe('[0.35, 0.35]')
    expect(today.disagreements).toEqual([])
  })
  it('an undated source beside a dated one that says otherwise gives the envelope', async () => {
    const today = await view([owns('a', 'b', 0.24, { asOf: '2020', sourceId: 'src:1' }), owns('a', 'b', 0.27, { sourceId: 'src:2' })])
    expect(stake(today, 'a', 'b')!.share).toBe('[0.24, 0.27]')
    expect(today.disagreements).toHaveLength(1)
  })
  it('a source that is only less exact agrees', async () => {
    const today = await view([owns('a', 'b', [0.5, 1], { asOf: '2020', sourceId: 'src:1' }), owns('a', 'b', 0.6, { asOf: '2020', sourceId: 'src:2' }), owns('a', 'b', undefined, { asOf: '2021', sourceId: 'src:3' })])
    expect(stake(today, 'a', 'b')!.share).toBe('[0.6, 0.6]')
    expect(today.disagreements).toEqual([])
  })
  it('the same source is read by its latest word', async () => {
    const today = await view([owns('a', 'b', 0.3, { validFrom: '2010', asOf: '2012' }), owns('a', 'b', 0.35, { validFrom: '2010', asOf: '2012-06' })])
    expect(stake(today, 'a', 'b')!.share).toBe('[0.35, 0.35]')
    expect(today.disagreements).toEqual([])
  })
})

describe('indirect stakes are never added to direct ones', () => {
  const indirect = { direct: 'indirect' } as const
  it('a chain that controls is only confirmed', async () => {
    const today = await view([owns('top', 'mid', 1), owns('mid', 'low', 0.85), owns('top', 'low', 0.85, indirect), owns('top', 'low', undefined, { interest: 'ultimate consolidation' })])
    expect(stake(today, 'top', 'low')).toBeUndefined()
    expect(today.disagreements).toEqual([])
  })
  it('without a chain the indirect stake counts as stated', async () => {
    expect(stake(await view([owns('top', 'low', 0.4, indirect), owns('other', 'low', 0.3)]), 'top', 'low')!.share).toBe('[0.4, 0.4]')
  })
  it('without room beside the direct holders only its votes count', async () => {
    const today = await view([owns('mid', 'low', 0.85), owns('other', 'low', 0.15), owns('top', 'low', 0.85, indirect)])
    expect(stake(today, 'top', 'low')).toMatchObject({ share: '[0, 0]', votes: '[0.85, 0.85]' })
    expect(today.disagreements.map(({ kind }) => kind)).toEqual(['indirect beside direct'])
  })
  it('a stated ultimate parent without a controlling chain controls, and has no share beside the chain', async () => {
    expect(stake(await view([owns('top', 'mid', 0.3), owns('mid', 'low', 0.9), owns('top', 'low', undefined, { interest: 'ultimate consolidation' })]), 'top', 'low'))
      .toEqual({ share: '[0, 0]', votes: '(0.5, 1]', flags: ['CONSOLIDATES', 'SHARE_UNKNOWN'] })
  })
})

describe('owners and groups named side by side', () => {
  it('the only owner of a site without a figure holds it; of a portfolio, by its definition, all', async () => {
    const today = await view([owns('a', 'terminal'), owns('b', 'homes')])
    expect(stake(today, 'a', 'terminal')).toEqual({ share: '(0, 1]', votes: 'unknown', flags: ['CONSOLIDATES', 'SHARE_UNKNOWN'] })
    expect(stake(today, 'b', 'homes')).toEqual({ share: '[1, 1]', votes: '[1, 1]', flags: ['CONSOLIDATES'] })
  })
  it('two owners of a site without figures hold it together', async () => {
    expect(stake(await view([owns('a', 'terminal'), owns('b', 'terminal')]), 'a', 'terminal')!.flags).toContain('JOINT')
  })
  it('two groups named for one company run it together', async () => {
    const group = { interest: 'operator group' } as const
    const today = await view([owns('a', 'b', undefined, group), owns('c', 'b', undefined, group)])
    expect([stake(today, 'a', 'b')!.flags, stake(today, 'c', 'b')!.flags]).toEqual([['JOINT', 'SHARE_UNKNOWN'], ['JOINT', 'SHARE_UNKNOWN']])
  })
  it('a group that stands above another named group is explained by it', async () => {
    const group = { interest: 'operator group' } as const
    const today = await view([owns('top', 'string', undefined, group), owns('venture', 'string', undefined, group), owns('top', 'venture', 0.74)])
    expect([stake(today, 'top', 'string')!.flags, stake(today, 'venture', 'string')!.flags]).toEqual([['SHARE_UNKNOWN'], ['MEMBERSHIP', 'SHARE_UNKNOWN']])
  })
})

describe('statements that cannot all be true', () => {
  it('minima above 100 % and different full parents are named', async () => {
    const today = await view([owns('a', 'b', 0.7), owns('c', 'b', 0.6)])
    expect(today.disagreements.map(({ kind, sum }) => [kind, sum])).toEqual([['more than 100 %', 1.2999999999999998], ['different full parents', undefined]])
  })
  it('a parent and its own parent are no contradiction', async () => {
    const consolidates = { interest: 'consolidation' } as const
    expect((await view([owns('a', 'b', undefined, consolidates), owns('c', 'a', 1), owns('c', 'b', undefined, consolidates)])).disagreements).toEqual([])
  })
})
