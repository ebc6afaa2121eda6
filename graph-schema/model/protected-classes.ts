import { codesIn } from './industry-codes.ts'

/** Classes of sites on which people depend for life and safety: listed as owned assets, never located, mirrored or scored. */
export const PROTECTED_CLASSES = ['water', 'electricity grid', 'gas', 'hospital', 'emergency service', 'nuclear', 'defence', 'dam', 'prison'] as const
export type ProtectedClass = (typeof PROTECTED_CLASSES)[number]

const CLASS_OF_KIND: Readonly<Record<string, ProtectedClass>> = {
  'water works': 'water', 'electricity grid': 'electricity grid', 'gas network': 'gas', hospital: 'hospital', 'emergency service': 'emergency service',
  'nuclear site': 'nuclear', 'defence site': 'defence', dam: 'dam', prison: 'prison',
}

interface Table {
  /** Beginnings of codes, dots left out; "=" stands for the whole code. */
  readonly rows: readonly (readonly [codes: string, of: ProtectedClass])[]
  /** What a power plant may state without being taken for the grid: generation, and codes that do not tell the two apart. */
  readonly generation: RegExp
}

/**
 * ISIC Rev. 4 and NACE Rev. 2 and 2.1, and the classifications of countries made from them. A code that only names a
 * division or section with protected classes in it counts as one of them: a coarse code hides nothing.
 */
const CODES: Table = { generation: /^(?:D|35|351|3510|3511)$/, rows: [
  ['36 37 =E', 'water'],
  ['351 =35 =D', 'electricity grid'],
  ['352 495 =4930', 'gas'],
  ['861 =86 =Q', 'hospital'],
  ['8422 253 254 =252 =2520 304', 'defence'], // 25.3 are weapons in NACE Rev. 2.1, and reactors among boilers in Rev. 2
  ['8423', 'prison'],
  ['842 8692 =84 =O', 'emergency service'],
  ['0721 2446', 'nuclear'],
  ['4291', 'dam'],
] }
/** Classifications whose numbers mean other things, read from texts that name them. */
const NAICS: Table = { generation: /^22(?:1(?:1(?:1\d?)?)?)?$/, rows: [
  ['2213 =22', 'water'],
  ['2211 =221', 'electricity grid'],
  ['2212 4862', 'gas'],
  ['622 =62', 'hospital'],
  ['9281', 'defence'],
  ['92214', 'prison'],
  ['92212 92216 62191 =92 =922 =9221', 'emergency service'],
  ['212291', 'nuclear'],
] }
/** United States, 1987. */
const SIC: Table = { generation: /^49(?:1|11)?$/, rows: [
  ['4941 4952 4971 =494 =495', 'water'],
  ['4911 493 =491 =49', 'electricity grid'],
  ['492', 'gas'],
  ['806', 'hospital'],
  ['9711 348 3761 3795', 'defence'],
  ['9223', 'prison'],
  ['9221 9224 =922 =92', 'emergency service'],
  ['1094', 'nuclear'],
] }
/** Australia and New Zealand, 2006. */
const ANZSIC: Table = { generation: /^(?:D|26|261\d?)$/, rows: [
  ['28', 'water'],
  ['26 =D', 'electricity grid'],
  ['27 5021', 'gas'],
  ['840 =84 =Q', 'hospital'],
  ['76', 'defence'],
  ['7714', 'prison'],
  ['7711 7713 8591 =77 =771 =O', 'emergency service'],
] }
/** Of listed companies. */
const GICS: Table = { generation: /^(?:55|5510)$/, rows: [
  ['551040 =55 =5510', 'water'],
  ['551010 551030', 'electricity grid'],
  ['551020', 'gas'],
  ['35102020', 'hospital'],
  ['201010', 'defence'],
] }
/** ISIC Rev. 3, NACE Rev. 1 and the British SIC of 1992 and 2003; what they share with later ones is read there. */
const BEFORE_2008: Table = { generation: /^(?:40|401|401[01])$/, rows: [
  ['41 90', 'water'],
  ['401 =40', 'electricity grid'],
  ['402 603', 'gas'],
  ['8511 =851 =85', 'hospital'],
  ['7522 296 2927', 'defence'],
  ['7523 7524 7525 =752 =75', 'emergency service'],
  ['12 233', 'nuclear'],
] }
/** The first that a text names is read; texts that name none may be NAICS where a code has its six digits. */
const NAMED: readonly (readonly [name: RegExp, tables: readonly Table[]])[] = [
  [/NAICS|SCIAN/i, [NAICS]],
  [/ANZSIC/i, [ANZSIC]],
  [/GICS/i, [GICS]],
  [/REV(?:ISION)?\.?\s*[13](?:\.1)?(?![\d.])|SIC\D{0,3}(?:92|03|1992|2003)(?!\d)/i, [CODES, BEFORE_2008]],
  [/(?<!\p{L})(?:US[\s-]?)?SIC(?!\p{L}|\W{0,3}(?:20)?07(?!\d))/iu, [CODES, SIC]], // the British SIC of 2007 follows NACE and has the same name
]

/**
 * Protected class of a site by its kind and by the industry code its source states, never by its name; undefined for
 * every other site. Either is enough: a harmless kind does not lift the protection of a code, nor the other way round.
 */
export function protectedClassOf({ kind, industryCode }: { readonly kind?: string; readonly industryCode?: string }): ProtectedClass | undefined {
  const byKind = kind === undefined || !Object.hasOwn(CLASS_OF_KIND, kind) ? undefined : CLASS_OF_KIND[kind]
  if (byKind !== undefined || industryCode === undefined) return byKind
  const named = NAMED.find(([name]) => name.test(industryCode))?.[1] ?? [CODES]
  for (const code of codesIn(industryCode)) {
    const tables = named[0] === CODES && code.length === 6 ? [...named, NAICS] : named
    for (const table of tables) {
      if (kind === 'power plant' && table.generation.test(code)) continue
      const found = classIn(table, code)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** A sector that names a classification, or is nothing but codes: everything in it is read. */
const CODED_SECTOR =
  /(?<!\p{L})(?:ISIC|CIIU|CITI|NACE|NACEBEL|NAF|APE|WZ|SBI|SNI|SKD|NKD|PKD|NOGA|ATECO|CAE|CAEN|CNAE|EMTAK|TE[AÁ]OR|O?KVED|ОКВЭД|КВЕД|NIC|[SK]?SIC|NAICS|SCIAN|ANZSIC|GICS|CPA)(?!\p{L})|^\s*(?:[A-U]?[\p{Nd}.,;/ ]+|[A-U])\s*$/iu
/** Codes among words: four digits or more, or two and a point; "Fund 84" and "terminal 36" are words. */
const CODE_AMONG_WORDS = /(?<![\p{L}\p{Nd}.])[A-U]?\s?(\p{Nd}{2}\.\p{Nd}{1,2}(?:\.\p{Nd}{1,3})?|\p{Nd}{4,8})[A-Z]?(?![\p{L}\p{Nd}])/giu

/** The same for an organisation by its sector, which may be a code, words, or words with a code: "Hospital activities (ISIC 8610)". */
export function protectedClassOfSector(sector: string): ProtectedClass | undefined {
  const plain = sector.normalize('NFKC')
  if (CODED_SECTOR.test(plain)) return protectedClassOf({ industryCode: plain })
  const codes = [...plain.matchAll(CODE_AMONG_WORDS)].map((match) => match[1]!) // the group always matches
  return codes.length === 0 ? undefined : protectedClassOf({ industryCode: codes.join('; ') })
}

function classIn({ rows }: Table, code: string): ProtectedClass | undefined {
  const [, division] = /^(\d\d)0+$/.exec(code) ?? [] // "8400" and "860000" are divisions
  return rows.find(([list]) => list.split(' ').some((wanted) => (wanted.startsWith('=') ? wanted.slice(1) === code || wanted.slice(1) === division : code.startsWith(wanted))))?.[1]
}
