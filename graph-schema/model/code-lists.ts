/** One permitted value of a code list, as stored and as written in CSV files. */
export interface Code {
  readonly code: string
  readonly doc: string
  /** Other spellings accepted on reading. */
  readonly also?: readonly string[]
}
export interface CodeList {
  readonly name: string
  readonly doc: string
  readonly codes: readonly Code[]
}

const list = <const C extends readonly Code[]>(name: string, doc: string, codes: C): { readonly name: string; readonly doc: string; readonly codes: C } => ({ name, doc, codes })
/** Union of the code texts of a list. */
export type CodeOf<L extends CodeList> = L['codes'][number]['code']

/** Ordered from strongest to weakest; a path is as good as its weakest statement. */
export const GRADES = list('Grade', 'How well a statement is supported.', [
  { code: 'register', doc: 'Official register or court record.' },
  { code: 'document', doc: 'Company report, stock-exchange notice, standard body, permit or contract.' },
  { code: 'reported', doc: 'Named news, data set, encyclopedia or report of a non-governmental organisation.' },
  { code: 'claimed', doc: 'Signed statement of a member organisation, or a source its compiler calls weak.' },
  { code: 'inferred', doc: 'Made by our own name matcher; never a default answer.' },
])
export type Grade = CodeOf<typeof GRADES>

export const STATUSES = list('ClaimStatus', 'Whether what a statement says holds.', [
  { code: 'in force', doc: 'Stated to hold.' },
  { code: 'ended', doc: 'Stated to have ended.' },
  { code: 'agreed', doc: 'Signed or cleared, completion not seen; not counted.' },
  { code: 'announced', doc: 'Plan or memorandum; not counted.', also: ['planned'] },
  { code: 'disputed', doc: 'Sources disagree and this is the odd one out; not counted.', also: ['contested'] },
])
export type Status = CodeOf<typeof STATUSES>

/** What each stated interest means for share and control: see the analytics that read it. */
export const INTERESTS = list('Interest', 'Kind of interest one organisation has in another or in a site.', [
  { code: 'shareholding', doc: 'Share of the capital; votes follow unless stated apart.' },
  { code: 'voting', doc: 'Share of the votes; says nothing about capital.' },
  {
    code: 'consolidation',
    doc: 'Subsidiary, unit, parent or state-owned: included in the holder’s accounts, so controlled (IFRS 10, GLEIF direct parent).',
    also: ['consolidation: direct', 'direct consolidation'],
  },
  {
    code: 'ultimate consolidation',
    doc: 'Controlled through others (GLEIF ultimate parent); confirms a chain and never adds to it.',
    also: ['consolidation: ultimate'],
  },
  { code: 'joint control', doc: 'Party to a venture or consortium; nobody controls alone.' },
  { code: 'operator group', doc: 'Runs under the name of, is managed, advised or licensed by; weaker than ownership.' },
  { code: 'trust', doc: 'Held as trustee.' },
  { code: 'nominee', doc: 'Held in name for somebody else; control passes to the nominator.' },
  { code: 'nominator', doc: 'The owned organisation holds for this one: what it holds as nominee counts as held by its nominator.' },
])
export type Interest = CodeOf<typeof INTERESTS>

export const DIRECTNESS = list('Directness', 'Whether a source states a direct or an indirect interest.', [
  { code: 'direct', doc: 'Held without companies in between.' },
  { code: 'indirect', doc: 'Held through others; shown, never added to direct stakes.' },
])

export const SOURCE_KINDS = list('SourceKind', 'Kind of a source; it decides the grade.', [
  { code: 'register', doc: 'Official register.', also: ['company register', 'land register'] },
  { code: 'court', doc: 'Court record or decision.' },
  { code: 'company report', doc: 'Publication of the company itself.', also: ['annual report', 'company website'] },
  { code: 'stock-exchange notice', doc: 'Notice to a stock exchange.', also: ['stock exchange notice', 'filing'] },
  { code: 'standard body', doc: 'Code list of a standard body.' },
  { code: 'permit', doc: 'Permit or planning case.', also: ['authority page'] },
  { code: 'contract', doc: 'Contract or tender record.', also: ['tender'] },
  { code: 'news', doc: 'Named news medium.' },
  { code: 'dataset', doc: 'Compiled data set.', also: ['data set'] },
  { code: 'ngo report', doc: 'Report of a non-governmental organisation with its method.', also: ['ngo', 'university page'] },
  { code: 'encyclopedia', doc: 'Encyclopedia or wiki.' },
  { code: 'member statement', doc: 'Signed statement of a union, tenants’ or member organisation.' },
  { code: 'observation', doc: 'Shelf or sign seen by two members.' },
  { code: 'alias list', doc: 'Reviewed list of names with a stated basis.' },
])
export type SourceKind = CodeOf<typeof SOURCE_KINDS>

/** The grade a statement gets from the kind of its source when the row states none. */
export const GRADE_OF_SOURCE: Readonly<Record<SourceKind, Grade>> = {
  register: 'register', court: 'register',
  'company report': 'document', 'stock-exchange notice': 'document', 'standard body': 'document', permit: 'document', contract: 'document',
  news: 'reported', dataset: 'reported', 'ngo report': 'reported', encyclopedia: 'reported', 'alias list': 'reported', observation: 'reported',
  'member statement': 'claimed',
}

export const ORGANISATION_KINDS = list('OrganisationKind', 'What an organisation is.', [
  { code: 'company', doc: 'Company of any legal form.', also: ['terminal'] },
  { code: 'terminal operator', doc: 'Operates container terminals.' },
  { code: 'shipping line', doc: 'Carrier.' },
  { code: 'port authority', doc: 'Public or private port authority.' },
  { code: 'data-centre operator', doc: 'Operates data centres.', also: ['data centre operator'] },
  { code: 'landlord', doc: 'Lets homes.' },
  { code: 'retail chain', doc: 'Chain of shops; also a brand of that name.' },
  { code: 'asset manager', doc: 'Manages assets of others.' },
  { code: 'fund', doc: 'Investment fund.' },
  { code: 'public fund', doc: 'Sovereign or public pension fund.' },
  { code: 'pension fund', doc: 'Pension fund.' },
  { code: 'bank', doc: 'Bank or insurer.' },
  { code: 'custodian', doc: 'Custodian or nominee company; never listed as an adversary.' },
  { code: 'state', doc: 'State or public body.' },
  { code: 'state-owned group', doc: 'Group owned by a state.' },
  { code: 'municipality', doc: 'City, county or region.' },
  { code: 'cooperative', doc: 'Cooperative.' },
  { code: 'foundation', doc: 'Foundation.' },
  { code: 'trust', doc: 'Trust.' },
  { code: 'consortium', doc: 'Named group of holders.' },
  { code: 'trade union', doc: 'Trade union.' },
  { code: 'opaque owner', doc: 'Stands for natural persons or an unknown holder, with the reason; never joined by name.', also: ['shareholders', 'employees'] },
])
export type OrganisationKind = CodeOf<typeof ORGANISATION_KINDS>

export const OPAQUE_REASONS = list('OpaqueReason', 'Why a holder is not named (after BODS unspecifiedReason).', [
  { code: 'natural persons', doc: 'One or more natural persons; we keep no names.' },
  { code: 'not named', doc: 'The source names nobody.' },
  { code: 'several holders', doc: 'Several holders are given together.' },
  { code: 'unknown', doc: 'The source says that the holder is unknown.' },
])
export type OpaqueReason = CodeOf<typeof OPAQUE_REASONS>

export const BRAND_KINDS = list('BrandKind', 'What a brand is.', [
  { code: 'brand', doc: 'Consumer brand.' },
  { code: 'retail chain', doc: 'Banner over shops.' },
])

export const SITE_KINDS = list('SiteKind', 'What a site is.', [
  { code: 'port terminal', doc: 'Terminal in a port.', also: ['container terminal', 'terminal'] },
  { code: 'port', doc: 'Port as a whole.' },
  { code: 'data centre', doc: 'Data centre or campus.', also: ['data center', 'datacenter', 'datacentre'] },
  { code: 'residential building', doc: 'Multi-unit residential building.' },
  { code: 'residential portfolio', doc: 'Homes of one owner in one place.' },
  { code: 'office', doc: 'Office.' },
  { code: 'store', doc: 'Shop.', also: ['shop'] },
  { code: 'warehouse', doc: 'Warehouse or distribution centre.', also: ['distribution centre', 'distribution center'] },
  { code: 'factory', doc: 'Factory.' },
  { code: 'mill', doc: 'Mill.' },
  { code: 'mine', doc: 'Mine.' },
  { code: 'power plant', doc: 'Power plant.' },
  { code: 'hospital', doc: 'Hospital; protected class.' },
  { code: 'water works', doc: 'Water supply; protected class.', also: ['waterworks', 'water treatment plant', 'reservoir'] },
  { code: 'electricity grid', doc: 'Transmission or distribution of electricity; protected class.', also: ['substation', 'power line', 'power grid'] },
  { code: 'gas network', doc: 'Pipelines, storage and terminals of gas; protected class.', also: ['gas pipeline', 'gas storage', 'lng terminal'] },
  { code: 'emergency service', doc: 'Fire, police, ambulance; protected class.', also: ['fire station', 'police station', 'ambulance station'] },
  { code: 'nuclear site', doc: 'Nuclear power, fuel or waste; protected class.', also: ['nuclear plant', 'nuclear power plant'] },
  { code: 'defence site', doc: 'Armed forces and arms; protected class.', also: ['defense site', 'military base', 'military site'] },
  { code: 'dam', doc: 'Dam; protected class.' },
  { code: 'prison', doc: 'Prison; protected class.', also: ['jail', 'detention centre', 'detention center'] },
  { code: 'other', doc: 'Anything else.' },
])
export type SiteKind = CodeOf<typeof SITE_KINDS>

export const DOMAINS = list('Domain', 'Field of life a site or brand belongs to.', [
  { code: 'port', doc: 'Ports and terminals.' },
  { code: 'data centre', doc: 'Data centres.' },
  { code: 'housing', doc: 'Homes.' },
  { code: 'brand', doc: 'Shops and brands.' },
  { code: 'industry', doc: 'Factories, mills, mines, warehouses, offices.' },
  { code: 'energy', doc: 'Power plants.' },
  { code: 'other', doc: 'Everything else.' },
])
export type Domain = CodeOf<typeof DOMAINS>

export const DOMAIN_OF_SITE: Readonly<Record<SiteKind, Domain>> = {
  'port terminal': 'port', port: 'port', 'data centre': 'data centre',
  'residential building': 'housing', 'residential portfolio': 'housing', store: 'brand',
  factory: 'industry', mill: 'industry', mine: 'industry', warehouse: 'industry', office: 'industry',
  'power plant': 'energy', 'electricity grid': 'energy', 'gas network': 'energy', 'nuclear site': 'energy',
  hospital: 'other', 'water works': 'other', 'emergency service': 'other', 'defence site': 'other', dam: 'other', prison: 'other', other: 'other',
}

export const PLACE_KINDS = list('PlaceKind', 'What a place is.', [
  { code: 'country', doc: 'Country or territory of ISO 3166-1.' },
  { code: 'region', doc: 'Subdivision of ISO 3166-2 or a region of several.', also: ['state', 'province'] },
  { code: 'county', doc: 'County or equivalent.' },
  { code: 'city', doc: 'City, town or port; they share one place.', also: ['town', 'port'] },
  { code: 'district', doc: 'Part of a city.' },
  { code: 'market area', doc: 'Area a company reports by; wider than its city.' },
])
export type PlaceKind = CodeOf<typeof PLACE_KINDS>

export const PRECISIONS = list('CoordinatePrecision', 'How exactly a site is located.', [
  { code: 'exact', doc: 'The point of the site, rounded.' },
  { code: 'approximate', doc: 'Near the site.' },
  { code: 'place only', doc: 'Somewhere in its place.' },
])

/** Capacity, throughput and stock are different measures and never mixed. */
export const MEASURES = list('Measure', 'What a figure of a site counts.', [
  { code: 'capacity', doc: 'What the site can handle.' },
  { code: 'throughput', doc: 'What went through in a year.' },
  { code: 'homes', doc: 'Homes held.' },
  { code: 'area', doc: 'Floor area.' },
])
export type Measure = CodeOf<typeof MEASURES>

/** What sources publish about a place, a site, or an organisation and a site; figure-rules.ts says in which unit and range. */
export const FIGURE_MEASURES = list('FigureMeasure', 'What a published figure states.', [
  { code: 'total homes', doc: 'All homes of a place.', also: ['housing units', 'dwellings'] },
  { code: 'total shops', doc: 'All shops of a place.', also: ['total stores'] },
  { code: 'total sites', doc: 'All sites of one domain in a place; not for brands.' },
  { code: 'total capacity', doc: 'Capacity of all sites of one domain in a place.' },
  { code: 'total throughput', doc: 'What went through all sites of one domain in a place in a year.' },
  { code: 'total area', doc: 'Floor area of all sites of one domain in a place.' },
  { code: 'total jobs', doc: 'All jobs of a place.' },
  { code: 'total power', doc: 'Electric power a place needs.' },
  { code: 'funds and pledges', doc: 'Money a place’s organisations have set aside or published as pledged for the planned days.' },
  { code: 'expected cost', doc: 'What the planned days are expected to cost the place.' },
  { code: 'jobs', doc: 'Jobs a site gives.', also: ['employees'] },
  { code: 'homes served', doc: 'Homes that live by a site.' },
  { code: 'power', doc: 'Electric power a site gives or takes.' },
  { code: 'time to survive', doc: 'Days its markets can be served while it stands still, as the company reports them (Simchi-Levi et al. 2014).' },
  { code: 'time to restore', doc: 'Days until it works again or is replaced, as the company reports them (Simchi-Levi et al. 2014).' },
  { code: 'revenue share', doc: 'Part of an organisation’s revenue that it earns through a site or with another organisation.' },
])
export type FigureMeasure = CodeOf<typeof FIGURE_MEASURES>

export const JUDGEMENTS = list('Judgement', 'Whether two records are one thing.', [
  { code: 'same', doc: 'One thing under two names.' },
  { code: 'different', doc: 'Two things; stronger than any chain of “same”.' },
  { code: 'unsure', doc: 'Doubtful; shown for review, not applied.' },
])

export const MONEY_KINDS = list('MoneyKind', 'How money of one organisation reaches another.', [
  { code: 'payment', doc: 'Paid for goods, services or as a grant; payments of several periods add up.', also: ['expenditure', 'invoice', 'grant'] },
  { code: 'holding', doc: 'Worth of shares or bonds held on a day; the latest day counts.', also: ['investment', 'shares', 'bonds', 'equity'] },
])
export type MoneyKind = CodeOf<typeof MONEY_KINDS>

/** What has to be known of the law of a country before people act there. */
export const LAWFUL_NOTE_KINDS = list('LawfulNoteKind', 'What a note on the law of a country is about.', [
  { code: 'strike law', doc: 'Where the right to strike rests, whose it is and for what.' },
  { code: 'notice', doc: 'Ballots, mediation and notice that come before.' },
  { code: 'secondary action', doc: 'Support for a dispute with another employer.' },
  { code: 'picketing', doc: 'Attending at a place of work.' },
  { code: 'essential services', doc: 'What goes on, and who is told first, where life, health, safety or supply depends on the work.' },
  { code: 'public boycott', doc: 'Whether public bodies may leave somebody out when they buy.' },
  { code: 'rent withholding', doc: 'When rent may be reduced or kept back.' },
  { code: 'assembly', doc: 'Telling the authorities of an assembly or procession.' },
])
export type LawfulNoteKind = CodeOf<typeof LAWFUL_NOTE_KINDS>

export const CODE_LISTS: readonly CodeList[] = [
  GRADES,
  STATUSES,
  INTERESTS,
  DIRECTNESS,
  SOURCE_KINDS,
  ORGANISATION_KINDS,
  OPAQUE_REASONS,
  BRAND_KINDS,
  SITE_KINDS,
  DOMAINS,
  PLACE_KINDS,
  PRECISIONS,
  MEASURES,
  FIGURE_MEASURES,
  JUDGEMENTS,
  MONEY_KINDS,
  LAWFUL_NOTE_KINDS,
]

/** Finds a code by its own or another accepted spelling; undefined when there is none. */
export function codeOf<L extends CodeList>(codes: L, text: string): CodeOf<L> | undefined {
  const wanted = text.trim().toLowerCase().replaceAll('_', ' ')
  const plain = (spelling: string) => spelling.toLowerCase()
  const found = codes.codes.find(({ code, also }) => plain(code) === wanted || also?.some((spelling) => plain(spelling) === wanted))
  return found?.code as CodeOf<L> | undefined // the list is the source of the union
}

/** "in force" → IN_FORCE, as enum values are written in the API. */
export const enumName = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')
