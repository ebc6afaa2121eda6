import { ORGANISATION_KINDS, SITE_KINDS, codeOf } from '#model/code-lists.ts'
import type { Interest } from '#model/code-lists.ts'
import type { ShareInterval } from '#model/values/share-interval.ts'
import { bad } from '../../parse/cell.ts'
import type { ReferenceCells } from '../../parse/template-reader.ts'
import type { Claim } from '../claim.ts'
import { statementOf } from '../made.ts'
import { hasLabel, holder, organisation } from '../party.ts'
import { brand, brandOf, chain } from './brand.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, propertiesOf, reference } from './row-context.ts'

const isChain = ({ kind }: ReferenceCells): boolean => kind !== undefined && codeOf(ORGANISATION_KINDS, kind) === 'retail chain'

/**
 * A row of the template "ownership". What is owned decides: a site and an organisation are owned (OWNS), a brand is a
 * brand of its owner (BRAND_OF), a retail chain is both an organisation and a brand.
 */
export function ownershipRow(context: RowContext): void {
  const { loading, row } = context
  const claim = claimOf(context, 'OWNS')
  if (!claim) return
  const owned = reference(context, 'owned')
  const isBrand = row.extra['brand_interest'] === 'true'
  const label = loading.ownedLabel(owned)
  if (label === 'Brand') brandRow(owned, claim, context)
  else if (label === 'Site') siteRow(owned, claim, context)
  else if (isBrand && !isChain(owned)) successionRow(owned, claim, context)
  else organisationRow(owned, claim, context, isBrand)
}

function brandRow(owned: ReferenceCells, claim: Claim, context: RowContext): void {
  const id = brand(owned, 'owned', context, 'brand')
  if (id === undefined) return
  const { interest } = propertiesOf(context, 'OWNS')
  const note = interest === undefined ? claim.note : [`Stated interest: ${String(interest)}.`, claim.note ?? ''].join(' ').trim().slice(0, 500)
  brandOf(id, reference(context, 'owner'), 'owner', note === undefined ? claim : { ...claim, note }, context)
}

function organisationRow(owned: ReferenceCells, claim: Claim, context: RowContext, isBrand: boolean): void {
  const { loading, made } = context
  const held = organisation(owned, 'owned', loading, made)
  if (!held) return
  const brandId = isChain(owned) ? chain(held.id, owned, 'owned', claim, context) : undefined
  if (isBrand && brandId !== undefined) brandOf(brandId, reference(context, 'owner'), 'owner', claim, context)
  else own(held.id, claim, context)
}

function siteRow(owned: ReferenceCells, claim: Claim, context: RowContext): void {
  const { loading, made } = context
  const { id, name, country } = owned
  if (id !== undefined && loading.labelOf(id) !== 'Site' && !loading.sites.isDeclared(id))
    return void made.problem(bad('owned_id', 'UNKNOWN_SITE', 'Load the site first with the template of sites.', id).problem)
  const known = id !== undefined || (name !== undefined && loading.sites.has(name))
  if (!known) return void made.problem(bad('owned', 'UNKNOWN_SITE', 'Load the site first with the template of sites, or give its owned_id.').problem)
  const resolved = loading.sites.resolve({ name: name ?? '', id, country }, 'owned')
  if (!resolved.ok) return void made.problem(resolved.problem)
  if (!hasLabel(resolved.id, 'Site', 'owned', loading, made)) return
  if (loading.labelOf(resolved.id) === undefined) {
    const kind = (owned.kind && codeOf(SITE_KINDS, owned.kind)) || 'other'
    made.node({ label: 'Site', id: resolved.id, values: {}, defaults: { name: loading.sites.nameOf(resolved.id), kind, precision: 'place only' } })
  }
  own(resolved.id, claim, context)
}

/** "Brand" of a company is a story of names, not a stake: kept for review as a doubtful pair. */
function successionRow(owned: ReferenceCells, claim: Claim, context: RowContext): void {
  const { loading, made } = context
  const held = organisation(owned, 'owned', loading, made)
  const owner = held && holder(reference(context, 'owner'), 'owner', held.id, loading, made)
  if (!held || !owner) return
  made.notes.push('“brand” of a company was kept as a remark on succession, not as ownership')
  if (!owner.isOpaque && owner.id !== held.id)
    made.state('SAME_AS', held.id, owner.id, claim, { judgement: 'unsure', basis: 'called a brand or successor of the other by the source' })
}

/** The interest of the owner in `ownedId`. A share of votes stands under votes, without a word about capital. */
export function own(ownedId: string, claim: Claim, context: RowContext, column = 'owner', properties = propertiesOf(context, 'OWNS')): void {
  const { loading, made } = context
  const cells = reference(context, column)
  const party = holder(cells, column, ownedId, loading, made)
  if (!party) return
  const statement = statementOf('OWNS', party.id, ownedId, claim, interestOf(properties)) as Extract<ReturnType<typeof statementOf>, { type: 'OWNS' }>
  if (party.holder !== undefined) made.stakes.push({ holder: party.holder, statement })
  else made.statements.push(statement)
  if (!party.isOpaque && isChain(cells)) chain(party.id, cells, column, claim, context)
  if (party.id === ownedId) made.notes.push('an organisation is stated to own a share of itself')
}

function interestOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { share, votes, ...others } = properties as { share?: ShareInterval; votes?: ShareInterval; interest?: Interest }
  const interest = others.interest ?? (votes !== undefined && share === undefined ? 'voting' : 'shareholding')
  const isVoting = interest === 'voting' && votes === undefined
  return { ...others, interest, ...(share && !isVoting ? { share } : {}), ...(votes ?? (isVoting ? share : undefined) ? { votes: votes ?? share } : {}) }
}

