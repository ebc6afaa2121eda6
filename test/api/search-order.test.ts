import { describe, expect, it } from 'vitest'
import { searchOrder } from '#api/search-order.ts'
import type { SearchHit } from '#store/graph-store.ts'

const hit = (id: string, name: string, label: SearchHit['label'] = 'Organisation'): SearchHit => ({ id, name, label, country: undefined, kind: 'company' })
const plain = { representative: (id: string) => id, siteCount: () => 0 }

describe('hits of a search', () => {
  it('show one record for several that are one thing, with the best of their names', () => {
    const hits = [hit('org:zz/apm-terminals-callao', 'APM TERMINALS CALLAO'), hit('org:zz/apm-terminals', 'APM TERMINALS'), hit('org:nl/apm-terminals', 'APM Terminals')]
    const representative = (id: string) => (id === 'org:zz/apm-terminals' ? 'org:nl/apm-terminals' : id)
    expect(searchOrder(hits, 'apm terminals', { ...plain, representative })).toEqual(['org:nl/apm-terminals', 'org:zz/apm-terminals-callao'])
  })

  it('begin with the name itself, then names that begin so, whatever their case', () => {
    const hits = [hit('a', 'Great Charlotte'), hit('b', 'CHARLOTTETOWN'), hit('c', 'charlotte'), hit('d', 'Charlotte Amalie')]
    expect(searchOrder(hits, 'charlotte', plain)).toEqual(['c', 'd', 'b', 'a'])
  })

  it('put the place something is known about before its namesakes', () => {
    const hits = [hit('iso3166:VC-01', 'Charlotte', 'Place'), hit('unlocode:USCLT', 'Charlotte', 'Place')]
    expect(searchOrder(hits, 'charlotte', { ...plain, siteCount: (id) => (id === 'unlocode:USCLT' ? 2 : 0) })).toEqual(['unlocode:USCLT', 'iso3166:VC-01'])
  })
})
