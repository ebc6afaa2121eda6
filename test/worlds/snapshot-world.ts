import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import { statementKey } from '#model/statement-key.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import type { ImpreciseDate } from '#model/values/imprecise-date.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'

type Of<T extends Statement['type']> = Extract<Statement, { readonly type: T }>
type Fields<T extends Statement['type']> = Partial<Omit<Of<T>, 'type' | 'from' | 'to' | 'validFrom' | 'validTo' | 'asOf'>> & { readonly validFrom?: string; readonly validTo?: string; readonly asOf?: string }

const date = (text: string): ImpreciseDate => {
  const parsed = parseImpreciseDate(text)
  if (!parsed) throw new Error(`${text} is not a date`)
  return parsed
}

/** Day on which every source of a world was read, and the day of asking, unless a test says otherwise. */
export const READ_ON = '2026-11-01'
export const TODAY = '2026-11-24'

function statement<T extends Statement['type']>(type: T, from: string, to: string, { validFrom, validTo, asOf, ...fields }: Fields<T>): Statement {
  return {
    type, from, to, sourceId: 'src:one', grade: 'reported', status: 'in force', retrievedOn: READ_ON,
    ...(validFrom === undefined ? {} : { validFrom: date(validFrom) }), ...(validTo === undefined ? {} : { validTo: date(validTo) }), ...(asOf === undefined ? {} : { asOf: date(asOf) }),
    ...fields,
  } as unknown as Statement // the fields of one type, put together
}

type Share = number | readonly [number, number]
const bounds = (share: Share) => (typeof share === 'number' ? { min: share, max: share } : { min: share[0], max: share[1] })

/** `owns('a', 'b', 0.6)`, `owns('a', 'b', [0.4, 0.6])`, `owns('a', 'b', undefined, { interest: 'consolidation' })`. */
export const owns = (from: string, to: string, share?: Share, fields: Fields<'OWNS'> = {}): Statement =>
  statement('OWNS', from, to, { interest: 'shareholding', ...(share === undefined ? {} : { share: bounds(share) }), ...fields })
export const votes = (from: string, to: string, share: Share, fields: Fields<'OWNS'> = {}): Statement => statement('OWNS', from, to, { interest: 'voting', votes: bounds(share), ...fields })
export const operates = (from: string, to: string, fields: Fields<'OPERATES'> = {}): Statement => statement('OPERATES', from, to, fields)
export const manages = (from: string, to: string, fields: Fields<'MANAGES'> = {}): Statement => statement('MANAGES', from, to, fields)
export const brandOf = (from: string, to: string, fields: Fields<'BRAND_OF'> = {}): Statement => statement('BRAND_OF', from, to, fields)
export const soldIn = (from: string, to: string, fields: Fields<'SOLD_IN'> = {}): Statement => statement('SOLD_IN', from, to, fields)
export const supplies = (from: string, to: string, fields: Fields<'SUPPLIES'> = {}): Statement => statement('SUPPLIES', from, to, { commodity: 'parts', ...fields })
export const locatedIn = (from: string, to: string, fields: Fields<'LOCATED_IN'> = {}): Statement => statement('LOCATED_IN', from, to, fields)
export const partOf = (from: string, to: string, fields: Fields<'PART_OF'> = {}): Statement => statement('PART_OF', from, to, fields)
export const sameAs = (from: string, to: string, fields: Fields<'SAME_AS'> = {}): Statement => statement('SAME_AS', from, to, { judgement: 'same', basis: 'same name', ...fields })
export const twinnedWith = (from: string, to: string, fields: Fields<'TWINNED_WITH'> = {}): Statement => statement('TWINNED_WITH', from, to, fields)
export const bodyOf = (from: string, to: string, fields: Fields<'BODY_OF'> = {}): Statement => statement('BODY_OF', from, to, fields)
export const pays = (from: string, to: string, amount: number, fields: Fields<'FUNDS'> = {}): Statement => statement('FUNDS', from, to, { kind: 'payment', amount, currency: 'EUR', ...fields })
/** `publishes('src:office', 'town', 'total homes', 1_000, 'homes', { domain: 'housing' })`: what one source states, about a place or a site. */
export const publishes = (from: string, to: string, measure: Of<'STATES_FIGURE'>['measure'], amount: number, unit: string, fields: Fields<'STATES_FIGURE'> = {}): Statement => statement('STATES_FIGURE', from, to, { measure, amount, unit, sourceId: from, ...fields })
export const earnsThrough = (from: string, to: string, revenueShare: number, fields: Fields<'DEPENDS_ON'> = {}): Statement => statement('DEPENDS_ON', from, to, { revenueShare, ...fields })

type Extra = Readonly<Record<string, unknown>>
const node = (label: NodeValue['label'], id: string, kind: string, extra: Extra): NodeValue => ({ label, id, name: id, nameKey: id, kind, ...extra }) as unknown as NodeValue // a node of the label given
export const organisation = (id: string, extra: Extra = {}): NodeValue => node('Organisation', id, 'company', extra)
export const place = (id: string, extra: Extra = {}): NodeValue => node('Place', id, 'city', extra)
export const brand = (id: string, extra: Extra = {}): NodeValue => node('Brand', id, 'brand', extra)
export const site = (id: string, kind: string, extra: Extra = {}): NodeValue => node('Site', id, kind, { precision: 'exact', ...extra })
export const source = (id: string): NodeValue => ({ label: 'Source', id, name: id, kind: 'news', retrievedOn: READ_ON })

const stored = (one: Statement): StoredStatement => ({ ...one, key: statementKey(one), importIds: ['imp:test'] })

/** A small world in memory, read by the same code as a store. Organisations that only statements name are made on the way. */
export async function aWorld(nodes: readonly NodeValue[], statements: readonly Statement[]): Promise<Snapshot> {
  const known = new Map(nodes.map((one) => [one.id, one]))
  for (const { from, to, sourceId } of statements) {
    if (!known.has(sourceId)) known.set(sourceId, source(sourceId))
    for (const end of [from, to]) if (!known.has(end)) known.set(end, organisation(end))
  }
  return buildSnapshot({
    async *allNodes(label) { yield [...known.values()].filter((one) => one.label === label) },
    async *allStatements(type) { yield statements.filter((one) => one.type === type).map(stored) },
  })
}
