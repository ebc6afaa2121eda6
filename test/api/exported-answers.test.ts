import { getNamedType, isObjectType } from 'graphql'
import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askArguments } from '#api/commands/ask-arguments.ts'
import { askHere } from '#api/commands/put-question.ts'
import type { JsonRecord } from '#api/exports/answer-parts.ts'
import { csvFile, jsonFile } from '#api/exports/export-file.ts'
import { EXPORTED } from '#api/exports/export-request.ts'
import { PROVENANCE } from '#api/exports/export-rows.ts'
import { AMOUNTS } from '#api/exports/flat-item.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { MODEL } from '#model/model.ts'
import { CITY1, CITY2, GROUP, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld } from '../worlds/flow-world.ts'

type Row = Readonly<Record<string, string>>
interface JsonFile { readonly answer: JsonRecord | null; readonly items: readonly JsonRecord[]; readonly parts: readonly JsonRecord[]; readonly statements: readonly JsonRecord[] }
interface Files { readonly head: readonly string[]; readonly rows: readonly Row[]; readonly of: (kind: string) => readonly Row[]; readonly json: JsonFile }

const schema = buildSchema(MODEL)
let world: FlowWorld
let payments: string
/** The grain of one group, with a warehouse of it in a second city, payments to it and an old partnership of the cities. */
beforeAll(async () => {
  world = await flowWorld([
    ...HARBOUR_TABLES,
    ['sites', 'id,name,kind,place_id,operator', `site:x/far,Far Warehouse,warehouse,${CITY2},Grain Group NV`, `site:x/maybe,Maybe Port,port terminal,${CITY2},Maybe BV`],
    ['ownership', 'owner,owned,share,share_min,share_max,valid_from,as_of', 'Holding NV,Grain Group NV,80,,,2012-07,2024', 'Grain Group NV,Maybe BV,,25,75,,2024'],
    ['ownership', 'owner,owned,share,grade', 'Ghost BV,Maybe BV,60,inferred'],
    ['ownership', 'owner,owned,share,as_of,source_title,source_publisher,source_url', 'Holding NV,Contested BV,20,2024,One report,One,https://one.example/', 'Holding NV,Contested BV,30,2024,Other report,Other,https://other.example/'],
    ['twinnings', 'place_id,partner_id,valid_from', `${CITY1},${CITY2},1985`],
    ['payments', 'payer,payer_kind,payee,amount,currency,period,place_id', `City One,municipality,Grain Group NV,-1200.5,EUR,2026-03,${CITY1}`, `City One,municipality,Grain Group NV,2000,EUR,2026-03,${CITY1}`],
  ])
  const { imports } = await world.ask('{ imports(first: 20) { nodes { id preset } } }')
  payments = (imports as unknown as { nodes: { id: string; preset: string }[] }).nodes.find(({ preset }) => preset === 'payments')!.id // what the query asks for
})
afterAll(() => world.close())

async function files(...args: readonly string[]): Promise<Files> {
  const asked = askArguments(args)
  const answer = (await askHere(schema, world.atlas, asked)) as JsonRecord // JSON, as it came
  expect(answer['message']).toBeUndefined()
  const table = papaparse.parse<string[]>(csvFile(answer, asked).slice(1).trimEnd()).data
  const isHead = ([first]: readonly string[]) => first!.startsWith('#')
  const lines = table.filter((line) => !isHead(line))
  const rows = lines.slice(1).map((line): Row => Object.fromEntries(line.map((cell, at) => [lines[0]![at]!, cell])))
  return { head: table.filter(isHead).map(([line]) => line!), rows, of: (kind) => rows.filter((row) => row['row'] === kind), json: JSON.parse(jsonFile(answer, asked)) as JsonFile }
}

const EXAMPLES: Readonly<Record<string, () => readonly string[]>> = {
  shared: () => [CITY1, CITY2], mirror: () => [GROUP, CITY1, CITY2], ownership: () => [GROUP], paths: () => ['org:zz/holding-nv', 'site:x/dc-1'], choke: () => [GROUP], whatif: () => [GROUP, '--remove=site:x/port-a'],
  timeline: () => ['org:zz/holding-nv', GROUP], changes: () => ['2012-01-01', '2026-01-01'], twins: () => [CITY1], matching: () => [CITY1, CITY2], whynot: () => [GROUP, CITY1, CITY2], ownmoney: () => [CITY1, payments],
}

describe('the file of an answer', () => {
  it('is looked at here for every question that is exported', () => expect(Object.keys(EXAMPLES).sort()).toEqual([...EXPORTED].sort()))

  it.each(Object.entries(EXAMPLES))('%s: every row has its source, address, grade, day, licence and the version of the data', async (question, args) => {
    const { rows, of } = await files(question, ...args())
    expect([of('item').length > 0, of('statement').length > 0]).toEqual([true, true])
    for (const row of rows) for (const column of PROVENANCE) expect(row[column], `${column} of ${JSON.stringify(row)}`).not.toBe('')
  })

  it.each(Object.entries(EXAMPLES))('%s: CSV and JSON have the same rows with the same cells, shares apart', async (question, args) => {
    const { rows, json } = await files(question, ...args())
    const records = [...(json.answer === null ? [] : [json.answer]), ...json.items, ...json.parts, ...json.statements]
    expect(rows.map(({ row, item }) => [row, item])).toEqual(records.map(({ row, item }) => [row, String(item ?? '')]))
    rows.forEach((row, at) => {
      for (const [name, value] of Object.entries(records[at]!)) {
        const percent = row[`${name}_percent`]
        if (percent !== undefined) expect(Number(percent)).toBeCloseTo(Number(value) * 100, 8)
        else expect(row[name]!.replace(/^'/, ''), name).toBe(String(value ?? ''))
      }
    })
  })
})

describe('bounds', () => {
  const SHARES = [
    'direct', 'integrated', 'interval', 'loss', 'lossAfterRerouting', 'product', 'remainder', 'score', 'selfHolding', 'share', 'substitutability', 'supplyShare', 'throughputShare', 'votes',
  ]
  it('are a share, which CSV has in percent, or an amount, which it leaves as it is; every field of the API is one of both', () => {
    const named = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => (String(getNamedType(field.type)) === 'Interval' ? [field.name] : [])) : [],
    )
    expect([...new Set(named)].sort()).toEqual([...SHARES, ...AMOUNTS].sort())
  })
})

describe('what is in a file', () => {
  // Without PortA only MillS → PortB → … is left: 30 of 110 t arrive (the flow of the harbour world).
  it('what-if: what arrives before and after as amounts, the loss as a share, per market too, and the words that belong to it', async () => {
    const { of } = await files('whatif', GROUP, '--remove=site:x/port-a')
    expect(of('answer')).toMatchObject([{ answer_removed: 'PortA', answer_unit: 't', answer_before_low: '110', answer_after_low: '30', answer_loss_after_rerouting_low_percent: '72.7272727273' }])
    expect(of('answer')[0]!['answer_dependence']).toMatch(/^Estimates of commercial dependence/)
    expect(of('answer')[0]!['answer_lawful_means']).toMatch(/^Lawful means only/)
    expect(of('item').map(({ market, before_low, after_low }) => [market, before_low, after_low])).toHaveLength(3)
    expect(of('flows').length).toBeGreaterThan(0)
  })

  it('choke points: the losses of each market, the flows in their unit, the cuts of two sites', async () => {
    const { of } = await files('choke', GROUP)
    expect(of('answer')).toMatchObject([{ answer_flow_low: '110', answer_unit: 't' }])
    const [first] = of('item')
    expect(of('by_market').filter(({ item }) => item === first!['item']).every((row) => row['by_market_loss_low_percent'] !== '')).toBe(true)
    expect(of('flows').find((row) => row['flows_from_id'] === 'site:x/port-a' && row['flows_to_id'] === 'site:x/dc-1')).toMatchObject({ flows_volume_low: '80', flows_capacity_high: '80' })
    expect(of('pairs').filter((row) => row['pairs_loss'] === '1')).toHaveLength(6)
  })

  it('twins: the statements behind every shared controller, not those of an old tie alone', async () => {
    const { of } = await files('twins', CITY1)
    expect(of('adversaries').map((row) => [row['item'], row['adversaries_organisation_id']])).toEqual([['1', GROUP]])
    expect(new Set(of('statement').map((row) => row['statement_type']))).toEqual(new Set(['TWINNED_WITH', 'OPERATES', 'LOCATED_IN', 'OWNS']))
    expect(of('item')).toMatchObject([{ history_since: '1985-01-01', history_since_precision: 'YEAR' }])
  })

  it('matching: the pairs, the sum, and what choosing the best pair first gives', async () => {
    const { of } = await files('matching', CITY1, CITY2, '--languages')
    expect(of('item').map((row) => [row['here_id'], row['twin_place_id']])).toEqual([[CITY1, CITY2]])
    expect(of('best_first_pairs').map((row) => [row['best_first_pairs_here_id'], row['best_first_pairs_twin_place_id']])).toEqual([[CITY1, CITY2]])
    expect(of('answer')).toMatchObject([{ answer_best_total: of('item')[0]!['twin_score'], answer_best_unmatched: '' }])
  })

  it('mirror points: who runs both sites and where they are', async () => {
    const { of } = await files('mirror', GROUP, CITY1, CITY2)
    expect(of('statement').map((row) => row['statement_type']).sort()).toEqual(['LOCATED_IN', 'LOCATED_IN', 'OPERATES', 'OPERATES'])
    expect(of('answer')[0]!['answer_unmatched_here']).toContain('MillN')
  })

  it('why not: what our matcher made up from names is left out, and the file says so', async () => {
    const { of, rows, head } = await files('whynot', 'org:zz/ghost-bv', CITY1, CITY2)
    expect(of('item').map((row) => row['code'])).toEqual(['NO_SITE_ON_RECORD'])
    expect(rows.filter((row) => row['grade'] === 'INFERRED' || row['statement_from_id'] === 'org:zz/ghost-bv')).toEqual([])
    expect(head).toContain('# Left out as not stated by any source: 1 item and 1 statement found by comparing names.')
  })

  it('a date has no more digits than its source gave', async () => {
    const { of, json } = await files('ownership', GROUP)
    expect(of('statement').map((row) => [row['statement_valid_from'], row['statement_as_of']])).toEqual([['2012-07', '2024']])
    expect(json.statements[0]).toMatchObject({ statement_valid_from: '2012-07', statement_as_of: '2024' })
  })

  it('shared: what is held of each domain in numbers, beside the sentence', async () => {
    const { of } = await files('shared', CITY1, CITY2)
    const [first] = of('here_by_domain').filter((row) => row['here_by_domain_domain'] === 'PORT')
    expect(first).toMatchObject({ item: '1', here_by_domain_amount: '2', here_by_domain_total: '2', here_by_domain_low: '1', here_by_domain_unit: 'port terminals' })
    expect(of('item')[0]!['here_by_domain']).toContain(first!['here_by_domain_sentence'])
  })

  it('ownership: what each of two sources that disagree says alone', async () => {
    const { of } = await files('ownership', 'org:zz/contested-bv')
    expect(of('conflicts').map((row) => row['conflicts_code'])).toEqual(['DISJOINT_FIGURES'])
    expect(of('conflicts_by_source').map((row) => [row['conflicts_by_source_source'], row['source_title'], row['conflicts_by_source_interval_low_percent']]).sort()).toEqual([['One report', 'One report', '20'], ['Other report', 'Other report', '30']])
  })

  it('money: every amount is a number, a negative one too', async () => {
    const { of } = await files('ownmoney', CITY1, payments)
    expect(of('amounts').map((row) => [row['amounts_currency'], Number(row['amounts_amount'])])).toEqual([['EUR', 799.5]])
  })
})
