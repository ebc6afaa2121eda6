import { describe, expect, it } from 'vitest'
import { csvColumns } from '#derive/csv-columns.ts'
import { MODEL } from '#model/model.ts'
import { TEMPLATES } from '#model/templates.ts'

const columns = (name: string) => csvColumns(MODEL, TEMPLATES.find((template) => template.name === name)!)
const names = (name: string) => columns(name).map((column) => column.name)
const required = (name: string) => columns(name).filter((column) => column.required).map((column) => column.name)

/** Header names other people's spreadsheets rely on. */
const PROMISED: Readonly<Record<string, string>> = {
  ownership: 'owner owned owner_id owner_kind owner_country owned_id owned_kind owned_country interest share share_min share_max votes votes_min votes_max direct status valid_from valid_to as_of grade source_title source_publisher source_url source_kind retrieved_on note',
  sites: 'name kind place id place_id country region lat lon precision operator operator_id owner owner_id share capacity capacity_unit capacity_year status valid_from valid_to as_of grade source_title source_publisher source_url source_kind retrieved_on note',
  'brand-presence': 'brand place place_id country brand_id owner owner_id shelf_share stores as_of grade source_title source_publisher source_url source_kind retrieved_on note',
  flows: 'from to commodity volume unit period share capacity as_of grade source_title source_publisher source_url source_kind retrieved_on note',
  places: 'id name kind part_of country lat lon population time_zone languages',
  aliases: 'alias organisation organisation_id basis country',
}

describe('the columns of the templates', () => {
  it.each(Object.entries(PROMISED))('%s has every promised column', (name, promised) => {
    expect(promised.split(' ').filter((column) => !names(name).includes(column))).toEqual([])
    expect(new Set(names(name)).size).toBe(names(name).length)
  })

  it('requires only what a row cannot do without', () => {
    expect(required('ownership')).toEqual(['owner', 'owned'])
    expect(required('sites')).toEqual(['name', 'kind'])
    expect(required('brand-presence')).toEqual(['brand'])
    expect(required('places').sort()).toEqual(['id', 'kind', 'name'])
    expect(required('aliases')).toEqual(['alias', 'basis'])
  })

  it('names the figures of a flow by one word each', () => {
    expect(names('flows').slice(0, 8)).toEqual(['from', 'to', 'commodity', 'volume', 'unit', 'period', 'share', 'capacity'])
    expect(required('flows')).toEqual(['from', 'to', 'commodity'])
  })

  it('says the unit of every share', () => {
    expect(columns('ownership').filter(({ name }) => /share|votes/.test(name)).every(({ unit }) => unit === 'percent')).toBe(true)
  })
})
