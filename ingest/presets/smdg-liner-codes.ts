import type { Preset, RawRecord, Reading } from '../preset.ts'
import { cell, isDay, read, rejected, row } from './cells.ts'
import { organisationId } from '../resolve/organisation-id.ts'
import { placeholderReason } from '../people.ts'

const COLUMNS = [
  { name: 'linerSMDGCode', required: true, doc: 'Code of the carrier.' },
  { name: 'linerName', required: true, doc: 'Name of the carrier.' },
  { name: 'parentCompany', required: false, doc: 'Code or name of the parent; its own code or name means none.' },
  { name: 'validTo', required: false, doc: 'Day until which the code is valid.' },
  { name: 'isActive', required: false, doc: 'false when the code is no longer in use.' },
  { name: 'codeStatus', required: false, doc: 'Active, Expired or MarkedForDeletion.' },
  { name: 'website', required: false, doc: 'Website of the carrier; kept when it is an http or https address.' },
] as const

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim()
const website = (text: string): string | undefined => (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) ? text.replace(/^https?/i, (scheme) => scheme.toLowerCase()) : undefined)

/** Codes and names of the whole list, collected first: a parent may come after its child. */
class Liners {
  readonly nameOf = new Map<string, string>()
  readonly codeOf = new Map<string, string>()

  add(record: RawRecord): void {
    const [code, name] = [cell(record, 'linerSMDGCode'), cell(record, 'linerName')]
    this.nameOf.set(code, name)
    this.codeOf.set(plain(name), code)
  }

  /** The parent as id and name; undefined when none is named or the carrier names itself. */
  parentOf(code: string, name: string, stated: string): { readonly id: string; readonly name: string } | undefined {
    if (stated === '' || placeholderReason(stated) !== undefined || stated === code || plain(stated) === plain(name)) return undefined
    const known = this.nameOf.has(stated) ? stated : this.codeOf.get(plain(stated))
    return known === undefined ? { id: organisationId(stated), name: stated } : { id: linerId(known), name: this.nameOf.get(known) ?? known }
  }
}
const linerId = (code: string): string => `smdg-liner:${code}`

function liner(record: RawRecord, liners: Liners): Reading {
  const [code, name] = [cell(record, 'linerSMDGCode'), cell(record, 'linerName')]
  if (!/^[A-Z0-9]{3}$/.test(code)) return rejected('linerSMDGCode', 'NOT_A_CODE', 'Write three letters or digits.', code)
  if (name === '') return rejected('linerName', 'REQUIRED', 'Give the name of the carrier.')
  const to = cell(record, 'validTo')
  const over = isDay(to) || record['isActive'] === false || cell(record, 'codeStatus') === 'MarkedForDeletion'
  const organisation = row('organisations', {
    id: linerId(code), name, kind: 'shipping line', status: over ? 'code no longer in use' : undefined, website: website(cell(record, 'website')),
  })
  const parent = liners.parentOf(code, name, cell(record, 'parentCompany'))
  if (parent === undefined) return read([organisation])
  return read([organisation, row('ownership', {
    owner: parent.name, owner_id: parent.id, owner_kind: 'shipping line', owned: name, owned_id: linerId(code), owned_kind: 'shipping line',
    // validFrom is the day of the code, not of the purchase: a line bought in 2016 may have a code of 2003.
    interest: 'consolidation', status: over ? 'ended' : 'in force', valid_to: isDay(to) ? to : undefined,
    note: `The list names ${cell(record, 'parentCompany')} as parent company.`,
  })])
}

/** SMDG liner codes: carriers and the parent each names. Addresses, contacts and change logs are not read. */
export const smdgLinerCodes: Preset = {
  id: 'smdg-liner-codes',
  label: 'SMDG liner codes',
  doc: 'Shipping lines with the parent company they name (JSON).',
  format: 'json',
  columns: COLUMNS,
  source: {
    title: 'SMDG liner codes', publisher: 'SMDG', kind: 'standard body',
    url: 'https://github.com/smdg-org/code-lists', licence: 'Apache-2.0',
  },
  begin: () => {
    const liners = new Liners()
    return {
      collect: (record) => liners.add(record),
      read: (record) => liner(record, liners),
    }
  },
}
