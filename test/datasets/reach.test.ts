import { beforeAll, describe, expect, it } from 'vitest'
import type { StoredStatement } from '#model/record.ts'
import { rowsOfTemplate } from './built-in-rows.ts'
import { above, loadedStatements } from './loaded-store.ts'

const groups = new Set(rowsOfTemplate('organisations').flatMap(({ cells }) => (cells['id']!.startsWith('org:') ? [cells['id']!] : [])))

describe('from the operator a list names to its group, by reviewed names', () => {
  let owns: readonly StoredStatement[]
  let sameAs: readonly StoredStatement[]
  const operatorsOf = new Map<string, string[]>()
  beforeAll(async () => {
    const { of } = await loadedStatements(['ports', 'data-centres'])
    owns = of('OWNS')
    sameAs = of('SAME_AS')
    for (const { from, to } of of('OPERATES')) operatorsOf.set(to, [...(operatorsOf.get(to) ?? []), from])
  }, 60_000)
  /** Sites of a scheme with an operator, and how many of them lead to an organisation of the curated list. */
  const reach = (scheme: string): { readonly withOperator: number; readonly reached: number } => {
    const sites = [...operatorsOf].filter(([site]) => site.startsWith(scheme))
    return { withOperator: sites.length, reached: sites.filter(([, operators]) => [...above(operators, owns, sameAs)].some((id) => groups.has(id))).length }
  }

  it('come at least 340 of the 1,256 container terminals', () => {
    expect(reach('smdg:')).toEqual({ withOperator: 1254, reached: 353 })
  })
  it('come at least 640 of the data centres with an operator', () => {
    expect(reach('im3:')).toEqual({ withOperator: 734, reached: 644 })
  })
})
