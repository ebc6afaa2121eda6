import type { RawRecord, Reading } from '../../preset.ts'
import { cell, isDecimal, read, rejected, row } from '../cells.ts'
import type { Directory } from './directory.ts'
import { sourceCells } from './source-cells.ts'

/**
 * Stakes that stand in the tables beside the holding they run through: shown, never added to it.
 * Reviewed one by one; "through" in a note alone does not say that the step in between is in the tables.
 */
const BESIDE_THE_DIRECT_STAKE = new Set([
  'Evergreen Marine Corporation → Euromax Terminal Rotterdam',
  'China Merchants Port → Hambantota International Port Group (HIPG)',
  'City of Hamburg → Hapag-Lloyd',
  'State of Croatia → Luka Rijeka',
  'A.P. Møller - Mærsk A/S → Port of Tanjung Pelepas (PTP)',
  'COSCO Shipping Ports → Red Sea Gateway Terminal (RSGT)',
])

/**
 * Exact when both bounds are one figure; a single upper bound stays one: several holders have it together.
 * The tables write "a majority" as 50 to 100 and "a minority" as 0 to 50; the half itself is neither.
 */
function shareCells(record: RawRecord): Readonly<Record<string, string>> {
  const [min, max, note] = [cell(record, 'share_min'), cell(record, 'share_max'), cell(record, 'note')]
  if (min !== '' && min === max) return { share: min }
  if (min === '50' && max === '100' && /majority|main holder/i.test(note)) return { share_min: '>50', share_max: max }
  if (min === '0' && max === '50' && /minority/i.test(note)) return { share_min: min, share_max: '<50' }
  return { share_min: min, share_max: max }
}
/** A share of votes stands in the columns of votes, without a claim about capital. */
function figureCells(record: RawRecord): Readonly<Record<string, string | undefined>> {
  const figures = shareCells(record)
  if (cell(record, 'interest') !== 'voting') return figures
  return { votes: figures['share'], votes_min: figures['share_min'], votes_max: figures['share_max'] }
}

/** A row of ports.csv, datacentres.csv, landlords.csv or brands.csv. */
export function ownershipRow(record: RawRecord, directory: Directory): Reading {
  for (const column of ['owner', 'owned', 'interest']) if (cell(record, column) === '') return rejected(column, 'REQUIRED', `Fill ${column}.`)
  for (const column of ['share_min', 'share_max']) {
    const text = cell(record, column)
    if (text !== '' && !(isDecimal(text) && Number(text) >= 0 && Number(text) <= 100)) return rejected(column, 'NOT_A_PERCENT', 'Write a number from 0 to 100.', text)
  }
  const [ownerName, ownedName, interest] = [cell(record, 'owner'), cell(record, 'owned'), cell(record, 'interest')]
  const owned = directory.named(ownedName, { kind: cell(record, 'owned_kind'), country: cell(record, 'owned_country') })
  const owner = directory.holder(ownerName, { kind: cell(record, 'owner_kind'), country: cell(record, 'owner_country') })
  return read([row('ownership', {
    owner: owner.name, owner_id: owner.id, owner_kind: owner.kind, owner_country: owner.country,
    owned: owned.name, owned_id: owned.id, owned_kind: owned.kind, owned_country: owned.country,
    interest, ...figureCells(record),
    direct: BESIDE_THE_DIRECT_STAKE.has(`${ownerName} → ${ownedName}`) ? 'indirect' : undefined,
    ...sourceCells(record),
    status: cell(record, 'status') === 'contested' ? 'disputed' : cell(record, 'status'),
    valid_from: cell(record, 'valid_from'), valid_to: cell(record, 'valid_to'), as_of: cell(record, 'as_of'),
  })])
}
