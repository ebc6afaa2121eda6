import type { NodeLabel, StatementType } from './model.ts'

/** A node a template row names beside its subject: `operator` and `operator_id` in the template of sites. */
export interface Reference {
  /** Column with the name; `<column>_id` and the other listed fields follow. */
  readonly column: string
  readonly node: NodeLabel
  /** Other kinds the cell may name as well, by id or by name. */
  readonly also?: readonly NodeLabel[]
  /** Statement the row makes between subject and this node; absent when the node is an end of the row's own statement. */
  readonly statement?: StatementType
  readonly fields: readonly ('id' | 'kind' | 'country')[]
  readonly required?: 'name' | 'name or id'
  /** Properties of the statement that stand in columns of the row. */
  readonly properties?: readonly string[]
  readonly doc: string
}

/** A file anybody can fill in a spreadsheet. Columns follow from the model: a new property is a new column. */
export interface Template {
  readonly name: string
  readonly doc: string
  /** What one row is: a node, or a statement between two references. */
  readonly subject:
    | { readonly node: NodeLabel; readonly leaveOut?: readonly string[]; readonly required?: readonly string[] }
    | { readonly statement: StatementType; readonly required?: readonly string[] }
  readonly references: readonly Reference[]
  /** Columns without a property of their own. */
  readonly extra?: readonly { readonly name: string; readonly doc: string; readonly required?: boolean }[]
  /** False for plain lists of places: their rows name no source, the import does. */
  readonly sourced: boolean
}

const organisation = ['id', 'kind', 'country'] as const

export const TEMPLATES: readonly Template[] = [
  {
    name: 'ownership',
    sourced: true,
    subject: { statement: 'OWNS' },
    doc: 'One row, one interest: who owns, what is owned, the share, the source.',
    references: [
      { column: 'owner', node: 'Organisation', fields: organisation, required: 'name', doc: 'Holder of the interest.' },
      {
        column: 'owned',
        node: 'Organisation',
        fields: organisation,
        required: 'name',
        doc: 'What is held: an organisation, a brand (owned_kind brand or retail chain) or a site (owned_id of a site).',
      },
    ],
  },
  {
    name: 'sites',
    sourced: true,
    subject: { node: 'Site', required: ['name', 'kind'], leaveOut: ['aliases'] },
    doc: 'One row, one site in a place with who operates and who owns it; a site may have several rows.',
    references: [
      {
        column: 'place',
        node: 'Place',
        statement: 'LOCATED_IN',
        fields: ['id'],
        required: 'name or id',
        properties: ['capacity'],
        doc: 'Place the site is in.',
      },
      { column: 'operator', node: 'Organisation', statement: 'OPERATES', fields: ['id'], properties: ['role'], doc: 'Who runs it.' },
      { column: 'owner', node: 'Organisation', statement: 'OWNS', fields: ['id'], properties: ['share'], doc: 'Who owns it.' },
    ],
    extra: [{ name: 'region', doc: 'Region of the place, to tell towns of one name apart.' }],
  },
  {
    name: 'brand-presence',
    sourced: true,
    subject: { statement: 'SOLD_IN' },
    doc: 'One row, one brand in one place.',
    references: [
      { column: 'brand', node: 'Brand', fields: ['id'], required: 'name', doc: 'Brand or banner.' },
      { column: 'place', node: 'Place', fields: ['id'], required: 'name or id', doc: 'Where it is; a country code alone means the country.' },
      { column: 'owner', node: 'Organisation', statement: 'BRAND_OF', fields: ['id'], doc: 'Organisation the brand belongs to.' },
    ],
    extra: [{ name: 'country', doc: 'ISO 3166-1 alpha-2 of the place.' }],
  },
  {
    name: 'flows',
    sourced: true,
    subject: { statement: 'SUPPLIES', required: ['commodity'] },
    doc: 'One row, one commercial flow of one commodity from one place of the chain to the next; per month at the finest.',
    references: [
      {
        column: 'from',
        node: 'Organisation',
        also: ['Site', 'Place'],
        fields: [],
        required: 'name',
        doc: 'Where it comes from: id or name of an organisation, a site or a place.',
      },
      {
        column: 'to',
        node: 'Organisation',
        also: ['Site', 'Place'],
        fields: [],
        required: 'name',
        doc: 'Where it goes to: id or name of an organisation, a site or a place.',
      },
    ],
  },
  {
    name: 'places',
    sourced: false,
    subject: { node: 'Place', required: ['id', 'name', 'kind'], leaveOut: ['aliases', 'identifiers'] },
    doc: 'One row, one place and the larger place it is part of.',
    references: [{ column: 'part_of', node: 'Place', statement: 'PART_OF', fields: [], doc: 'Id of the larger place.' }],
  },
  {
    name: 'organisations',
    sourced: false,
    subject: { node: 'Organisation', required: ['name'] },
    doc: 'One row, one organisation with its kind, country and other names.',
    references: [],
  },
  {
    name: 'twinnings',
    sourced: true,
    subject: { statement: 'TWINNED_WITH' },
    doc: 'One row, two places that are sisters, twins or partners; valid_from is the day or year it began.',
    references: [
      { column: 'place', node: 'Place', fields: ['id', 'country'], required: 'name or id', doc: 'One of the two places.' },
      { column: 'partner', node: 'Place', fields: ['id', 'country'], required: 'name or id', doc: 'The other one.' },
    ],
  },
  {
    name: 'payments',
    sourced: true,
    subject: { statement: 'FUNDS', required: ['amount', 'currency'] },
    doc: 'One row, one payment of a public body or one holding of its pension fund.',
    references: [
      { column: 'payer', node: 'Organisation', fields: organisation, required: 'name or id', doc: 'Public body or fund whose money it is.' },
      {
        column: 'payee',
        node: 'Organisation',
        fields: organisation,
        required: 'name or id',
        doc: 'Supplier, or organisation whose shares or bonds are held. Natural persons are left out.',
      },
      { column: 'place', node: 'Place', statement: 'BODY_OF', fields: ['id', 'country'], doc: 'Place the payer is a public body of.' },
    ],
  },
  {
    name: 'figures',
    sourced: true,
    subject: { statement: 'STATES_FIGURE', required: ['measure', 'amount'] },
    doc: 'One row, one figure a source publishes about a place or a site, or the part of its revenue an organisation earns through a site. The measure says which of the three the subject is.',
    references: [
      {
        column: 'subject',
        node: 'Organisation',
        also: ['Site', 'Place'],
        fields: ['id'],
        required: 'name or id',
        doc: 'What the figure is about: a place for totals, funds and costs; a site for jobs, homes, power and days; an organisation for a revenue share.',
      },
      {
        column: 'about',
        node: 'Organisation',
        also: ['Site'],
        fields: ['id'],
        doc: 'Only for a revenue share: the site, or the other organisation, it is earned through.',
      },
    ],
    extra: [{ name: 'country', doc: 'ISO 3166-1 alpha-2 of a place that is named without an id.' }],
  },
  {
    name: 'aliases',
    sourced: true,
    subject: { statement: 'SAME_AS' },
    doc: 'One row, one reviewed name: how another list writes the name of an organisation or of its group, and why we think so.',
    references: [
      { column: 'alias', node: 'Organisation', fields: ['id'], required: 'name', doc: 'Name as the other list writes it.' },
      { column: 'organisation', node: 'Organisation', fields: ['id'], required: 'name or id', doc: 'Organisation or group it leads to.' },
    ],
    extra: [
      {
        name: 'basis',
        doc: '“same name” and “label of the dataset” join the two; any other basis makes the organisation the operator group of the alias.',
        required: true,
      },
      { name: 'country', doc: 'Country of the organisation.' },
    ],
  },
]

/** Columns about the source; they override what is said of the file as a whole. */
export const SOURCE_COLUMNS = [
  { name: 'source_title', doc: 'Title of the page or document.' },
  { name: 'source_publisher', doc: 'Who published it.' },
  { name: 'source_url', doc: 'Address, http or https.' },
  { name: 'source_kind', doc: 'register, company report, news, …; decides the grade.' },
  { name: 'source_licence', doc: 'Licence of the data.' },
  { name: 'retrieved_on', doc: 'Day it was read, YYYY-MM-DD.' },
] as const
