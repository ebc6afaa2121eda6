import { DOMAINS } from '#model/code-lists.ts'
import type { DomainExposure, Exposure, SiteHolding } from '../questions/answers.ts'
import { open } from './ask.ts'
import { pageSize } from './bad-input.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

/** How much of a place one actor holds: by domain, and site by site with the paths that lead there. */
export function defineExposure(api: Api) {
  const { builder, refs, enums } = api
  const domain = enums.of(DOMAINS)
  const byDomain = builder.objectRef<DomainExposure>('DomainExposure').implement({
    description: 'How much of one domain of a place is held, as a fraction of what is counted.',
    fields: (t) => ({
      domain: t.expose('domain', { type: domain }),
      low: t.exposeFloat('low'),
      high: t.exposeFloat('high'),
      measure: t.exposeString('measure', { description: 'What is counted: sites, capacity, homes, …' }),
      unit: t.exposeString('unit'),
      amount: t.exposeFloat('amount', { nullable: true, description: 'Held, in the unit.' }),
      total: t.exposeFloat('total', { nullable: true, description: 'All of it, in the unit.' }),
      totalIsMapped: t.exposeBoolean('totalIsMapped', { description: 'True when the total is what is on record, false when it is official.' }),
      mapped: t.exposeFloat('mapped', { description: 'What is on record of it, in the unit; sites of unknown operators included.' }),
      totalStatement: t.field({
        type: refs.statement,
        nullable: true,
        description:
          'Statement of the official total for exactly this place, with its definition; not used where it is smaller than what is on record.',
        resolve: ({ totalStatement }, _args, { load }) => (totalStatement === undefined ? undefined : load.statement(totalStatement)),
      }),
      sentence: t.exposeString('sentence'),
    }),
  })
  const holding = builder.objectRef<SiteHolding>('SiteHolding').implement({
    description: 'One site, or the presence of a brand, and how the actor reaches it.',
    fields: (t) => ({
      site: t.field({
        type: kindRef(api, 'Site'),
        nullable: true,
        description: 'None for a brand, which has a presence.',
        resolve: ({ site }, _args, { load }) => (site === undefined ? undefined : load.node(site)),
      }),
      presence: t.field({
        type: refs.statement,
        nullable: true,
        description: 'The statement that a brand is sold here.',
        resolve: ({ presence }, _args, { load }) => (presence === undefined ? undefined : load.statement(presence)),
      }),
      relation: t.expose('relation', { type: enums.relation }),
      controlledBy: t.expose('controlledBy', {
        type: enums.controlKind,
        description: 'The strongest kind. In the list of controllers it is certain only where low is above 0; else it is what the maxima allow.',
      }),
      low: t.exposeFloat('low'),
      high: t.exposeFloat('high'),
      assumption: t.exposeString('assumption', {
        nullable: true,
        description: 'What `high` supposes about holders on no record, where it is an estimate; null where every part is stated.',
      }),
      paths: t.field({
        type: [refs.path],
        description: 'How the actor reaches it, strongest first.',
        resolve: ({ paths }, _args, context) => [...open(context, paths)],
      }),
    }),
  })
  return builder.objectRef<Exposure>('Exposure').implement({
    description: 'How much of a place one actor holds, as a fraction over the domains with data.',
    fields: (t) => ({
      low: t.exposeFloat('low'), high: t.exposeFloat('high'),
      strongestDomain: t.expose('strongestDomain', { type: domain, nullable: true }),
      byDomain: t.field({ type: [byDomain], resolve: (exposure) => [...exposure.byDomain] }),
      siteCount: t.exposeInt('siteCount'),
      sites: t.field({ type: [holding], args: { first: t.arg.int({ defaultValue: 50 }) }, resolve: ({ sites }, { first }) => sites.slice(0, pageSize(first)) }),
    }),
  })
}
