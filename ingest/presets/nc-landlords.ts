import type { Preset, RawRecord, Reading, TemplateRow } from '../preset.ts'
import { cell, read, rejected, row } from './cells.ts'
import { organisationId } from '../resolve/organisation-id.ts'

const COLUMNS = [
  { name: 'owner', required: true, doc: 'Name of the landlord company as property records write it, misspelt at times.' },
  { name: 'investor_label_lvl2', required: true, doc: 'Group the compilers assign.' },
  { name: 'sos_name', required: true, doc: 'Name in the register of the Secretary of State of North Carolina; NA when none was found.' },
  { name: 'sos_id', required: true, doc: 'Number in that register; NA when none was found.' },
  { name: 'registry_url', required: false, doc: 'Page of the register.' },
] as const

const registered = (record: RawRecord): string | undefined => (/^\d+$/.test(cell(record, 'sos_id')) ? `us-nc-sos:${cell(record, 'sos_id')}` : undefined)
/** "same name" when the two spellings give one key, else the compilers' word that they are one company. */
const basisOf = (owner: string, name: string): string => (organisationId(owner) === organisationId(name) ? 'same name' : 'label of the dataset')

function aliasRow(owner: string, name: string, id: string, ambiguous: boolean): TemplateRow {
  return row('aliases', {
    alias: owner, alias_id: organisationId(owner), organisation: name, organisation_id: id,
    basis: ambiguous ? 'unsure: the file gives this spelling for several companies' : basisOf(owner, name),
  })
}

function groupRow(group: string, company: { readonly name: string; readonly id: string }, page: string, disputed: boolean): TemplateRow {
  return row('ownership', {
    owner: group, owner_id: organisationId(group), owner_kind: 'landlord', owned: company.name, owned_id: company.id, owned_kind: 'landlord', owned_country: 'US',
    interest: 'operator group', status: disputed ? 'disputed' : 'in force', note: `Group by the label of the data set.${page.startsWith('http') ? ` Register page: ${page}` : ''}`,
  })
}

/** What the file says in all its rows about one spelling and one company, so that a row can tell whether it stands alone. */
class Labels {
  private readonly companies = new Map<string, Set<string>>()
  private readonly groups = new Map<string, Map<string, number>>()

  add(record: RawRecord): void {
    const [owner, group, company] = [organisationId(cell(record, 'owner')), cell(record, 'investor_label_lvl2'), cell(record, 'sos_id')]
    this.companies.set(owner, (this.companies.get(owner) ?? new Set()).add(company))
    const counts = this.groups.get(company) ?? new Map<string, number>()
    this.groups.set(company, counts.set(group, (counts.get(group) ?? 0) + 1))
  }
  /** One spelling for several companies: it can identify none of them. */
  isAmbiguous = (owner: string): boolean => (this.companies.get(organisationId(owner))?.size ?? 0) > 1
  /** One company under several groups: only the group most rows give stands, if there is one. */
  isDisputed(company: string, group: string): boolean {
    const counts = this.groups.get(company) ?? new Map<string, number>()
    return [...counts].some(([other, count]) => other !== group && count >= (counts.get(group) ?? 0))
  }
}

function landlord(record: RawRecord, labels: Labels): Reading {
  const [owner, group, name] = [cell(record, 'owner'), cell(record, 'investor_label_lvl2'), cell(record, 'sos_name')]
  if (owner === '') return rejected('owner', 'REQUIRED', 'Give the name of the company.')
  if (group === '') return rejected('investor_label_lvl2', 'REQUIRED', 'Give the group.')
  const id = registered(record)
  // Without a company in the register nothing shows that the name is one; a legal form in the name does.
  if (id === undefined && !/\b(LLC|L\.?L\.?C|LP|L\.?P|LTD|INC|CORP|TRUST|COMPANY)\b/i.test(owner)) {
    return rejected('owner', 'MAYBE_PERSON', 'Neither a register number nor a legal form shows that this is a company.')
  }
  if (id === undefined) return read([groupRow(group, { name: owner, id: organisationId(owner) }, '', false)])
  const company = row('organisations', { id, name, kind: 'landlord', country: 'US', identifiers: id })
  const disputed = labels.isDisputed(cell(record, 'sos_id'), group)
  return read([company, groupRow(group, { name, id }, cell(record, 'registry_url'), disputed), aliasRow(owner, name, id, labels.isAmbiguous(owner))])
}

/** Corporate landlords of North Carolina: property-record spelling → registered company → group. */
export const ncLandlords: Preset = {
  id: 'nc-landlords',
  label: 'Corporate landlords of North Carolina',
  doc: 'Names of landlord companies in property records, the registered company each stands for, and its group.',
  format: 'table',
  columns: COLUMNS,
  source: {
    title: 'Security for Sale: corporate landlord lookup', publisher: 'The News & Observer / The Charlotte Observer', kind: 'dataset',
    url: 'https://github.com/mcclatchy-southeast/security_for_sale', licence: 'MIT; please cite The News & Observer / The Charlotte Observer',
  },
  begin: () => {
    const labels = new Labels()
    return { collect: (record) => labels.add(record), read: (record) => landlord(record, labels) }
  },
}
