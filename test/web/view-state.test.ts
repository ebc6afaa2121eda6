import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { frameSearch, GRADES, gradesOf, gradesParam, parseSearch, placesSearch, startSearch, stringifySearch } from '../../web/url/view-state.ts'

describe('the address of a view', () => {
  it('keeps ids readable and gives the same view back', () => {
    const view = { here: 'unlocode:NLRTM', there: 'unlocode:USLAX', domain: 'port', row: 'org:nl/apm-terminals', pair: 'smdg:NLRTM/NLMVII~smdg:USLAX/APMT' }
    const query = stringifySearch(view)
    expect(query).toBe('?here=unlocode:NLRTM&there=unlocode:USLAX&domain=port&row=org:nl/apm-terminals&pair=smdg:NLRTM/NLMVII~smdg:USLAX/APMT')
    expect(placesSearch(parseSearch(query))).toEqual(view)
  })

  it('loses no character of an id, whatever it is', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60 }), (id) => {
      expect(startSearch(parseSearch(stringifySearch({ here: id })))).toEqual({ here: id })
    }))
  })

  it('leaves out what is the default, so that one view has one address', () => {
    expect(placesSearch({ here: 'a:1', list: undefined, view: undefined })).toEqual({ here: 'a:1' })
    expect(frameSearch({ grades: 'register,document,reported', asOf: '' })).toEqual({})
  })

  it('drops what means nothing instead of breaking: unknown lists, 30 February, foreign grades, long texts', () => {
    expect(placesSearch({ list: 'owners', domain: 'PORT', view: 'graph', row: 7, here: 'x'.repeat(301) })).toEqual({})
    expect(frameSearch({ asOf: '2026-02-30', lang: 'xx', theme: 'sepia', grades: 'rumour' })).toEqual({})
    expect(frameSearch({ asOf: '2024-02-29', lang: 'ar', theme: 'dark' })).toEqual({ asOf: '2024-02-29', lang: 'ar', theme: 'dark' })
  })

  it('writes grades from strongest to weakest in any order of choosing', () => {
    expect(gradesParam(['inferred', 'register'])).toBe('register,inferred')
    expect(gradesOf('inferred,register')).toEqual(['register', 'inferred'])
    expect(gradesOf(undefined)).toEqual(['register', 'document', 'reported'])
    expect(gradesParam([...GRADES])).toBe('register,document,reported,claimed,inferred')
    expect(gradesParam([])).toBeUndefined()
  })
})
