import type { Preset, RawRecord, Reading } from '../preset.ts'
import { rejected, skipped } from './cells.ts'
import { Directory } from './curated/directory.ts'
import { Aliases, aliasRow, doubtfulRow, organisationRow } from './curated/names.ts'
import { ownershipRow } from './curated/ownership.ts'
import { facilityRow, presenceRow, siteRow } from './curated/sites.ts'

const COLUMNS = [
  { name: 'owner', required: false, doc: 'ports, datacentres, landlords, brands: holder of the interest.' },
  { name: 'owned', required: false, doc: 'What is held.' },
  { name: 'interest', required: false, doc: 'shareholding, voting, joint control, consolidation, operator group, brand.' },
  { name: 'status', required: false, doc: 'in force, ended, agreed, announced, contested; planned for sites.' },
  { name: 'alias', required: false, doc: '…-aliases: spelling in another list.' },
  { name: 'group', required: false, doc: 'Canonical name it leads to.' },
  { name: 'basis', required: false, doc: 'Why.' },
  { name: 'smdg_id', required: false, doc: 'facility-aliases: the terminal.' },
  { name: 'organisation', required: false, doc: 'The company that is this terminal.' },
  { name: 'other_names', required: false, doc: 'organisations: other names, separated by a bar.' },
  { name: 'brand', required: false, doc: 'brands-presence: the chain.' },
  { name: 'why_same', required: false, doc: 'doubtful-pairs: what speaks for one organisation.' },
  { name: 'capacity', required: false, doc: 'sites: figure of the site.' },
] as const

interface Known { readonly directory: Directory; readonly aliases: Aliases }
type Reader = (record: RawRecord, known: Known) => Reading
/** The tables of the collection, each known by columns no other has. */
const TABLES: readonly { readonly columns: readonly string[]; readonly read: Reader }[] = [
  { columns: ['owner', 'owned', 'interest'], read: (record, { directory }) => ownershipRow(record, directory) },
  { columns: ['name', 'other_names'], read: (record, { directory }) => organisationRow(record, directory) },
  { columns: ['alias', 'group', 'basis'], read: (record, { directory, aliases }) => aliasRow(record, directory, aliases) },
  { columns: ['smdg_id', 'organisation'], read: (record, { directory }) => facilityRow(record, directory) },
  { columns: ['capacity', 'capacity_unit', 'place'], read: (record, { directory }) => siteRow(record, directory) },
  { columns: ['brand', 'country'], read: (record, { directory }) => presenceRow(record, directory) },
  { columns: ['why_same', 'why_not'], read: (record, { directory }) => doubtfulRow(record, directory) },
  { columns: ['owned', 'year', 'sum'], read: () => skipped('sum over several rows: computed here, not a statement of a source') },
]
const has = (record: RawRecord, columns: readonly string[]): boolean => columns.every((column) => column in record)

/** The curated ownership tables: every file of the collection, recognised by its header; read organisations.csv with them. */
export const curatedOwnership: Preset = {
  id: 'curated-ownership',
  label: 'Curated ownership tables',
  doc: 'Ownership, sites, brands and reviewed names compiled by hand; give organisations.csv together with the other files.',
  format: 'table',
  columns: COLUMNS,
  source: { title: 'Curated ownership: reviewed names', publisher: 'Mirrorpoint contributors', kind: 'alias list', licence: 'Single facts, each row cites its page' },
  begin: () => {
    const known: Known = { directory: new Directory(), aliases: new Aliases() }
    return {
      collect: (record) => {
        if (has(record, ['name', 'other_names'])) known.directory.add(record)
        if (has(record, ['alias', 'group', 'basis'])) known.aliases.add(record)
      },
      read: (record) => {
        const table = TABLES.find(({ columns }) => has(record, columns))
        return table?.read(record, known) ?? rejected(undefined, 'NOT_IN_SCOPE', 'The header is none of this collection.')
      },
    }
  },
}
