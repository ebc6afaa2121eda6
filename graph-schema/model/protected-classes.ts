/** Classes of sites on which people depend for life and safety: listed as owned assets, never located, mirrored or scored. */
export const PROTECTED_CLASSES = ['water', 'electricity grid', 'gas', 'hospital', 'emergency service', 'nuclear', 'defence', 'dam', 'prison'] as const
export type ProtectedClass = (typeof PROTECTED_CLASSES)[number]

const CLASS_OF_KIND: Readonly<Record<string, ProtectedClass>> = {
  'water works': 'water', 'electricity grid': 'electricity grid', 'gas network': 'gas', hospital: 'hospital', 'emergency service': 'emergency service',
  'nuclear site': 'nuclear', 'defence site': 'defence', dam: 'dam', prison: 'prison',
}

/**
 * Beginnings of codes in ISIC Rev. 4 and NACE Rev. 2 and 2.1, dots left out; "=" stands for the whole code. A code that
 * only names a division or section with protected classes in it counts as one of them: a coarse code hides nothing.
 */
const CLASS_OF_CODE: readonly (readonly [codes: string, of: ProtectedClass])[] = [
  ['36 37 =E', 'water'],
  ['351 =35 =D', 'electricity grid'],
  ['352 495 =4930', 'gas'],
  ['861 =86 =Q', 'hospital'],
  ['8422 254 304 =2520', 'defence'],
  ['8423', 'prison'],
  ['842 8692 =84 =O', 'emergency service'],
  ['0721 2446', 'nuclear'],
  ['4291', 'dam'],
]
/** The same for NAICS, in texts that name it: its numbers mean other things. */
const CLASS_OF_NAICS: typeof CLASS_OF_CODE = [
  ['2213 =22', 'water'],
  ['2211 =221', 'electricity grid'],
  ['2212 4862', 'gas'],
  ['622 =62', 'hospital'],
  ['9281', 'defence'],
  ['92214', 'prison'],
  ['92212 92216 62191 =92 =922 =9221', 'emergency service'],
  ['212291', 'nuclear'],
]
/** What a power plant may state without being taken for the grid: generation, and codes that do not tell the two apart. */
const GENERATION = /^(?:D|35|351|3510|3511)$/
const GENERATION_IN_NAICS = /^22(?:1(?:1(?:1\d?)?)?)?$/

/**
 * Protected class of a site by its kind and by the industry code its source states, never by its name; undefined for
 * every other site. Either is enough: a harmless kind does not lift the protection of a code, nor the other way round.
 */
export function protectedClassOf({ kind, industryCode }: { readonly kind?: string; readonly industryCode?: string }): ProtectedClass | undefined {
  const byKind = kind === undefined || !Object.hasOwn(CLASS_OF_KIND, kind) ? undefined : CLASS_OF_KIND[kind]
  if (byKind !== undefined || industryCode === undefined) return byKind
  const [classes, generation] = /NAICS/i.test(industryCode) ? [CLASS_OF_NAICS, GENERATION_IN_NAICS] : [CLASS_OF_CODE, GENERATION]
  const codes = codesIn(industryCode).filter((code) => kind !== 'power plant' || !generation.test(code))
  return classes.find(([list]) => list.split(' ').some((wanted) => codes.some((code) => (wanted.startsWith('=') ? code === wanted.slice(1) : code.startsWith(wanted)))))?.[1]
}

/** "E36.00", "ISIC Rev. 4: 3600; 5222", "8610Z" (a national letter behind four digits) and "36.0" as digits; a section alone as its letter. Words with digits in them are no codes. */
function codesIn(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/\p{Nd}/gu, asciiDigit).toUpperCase().replaceAll(/REV(?:ISION)?\.?\s*\d(?:\.\d)?/g, ' ')
  const digits = [...plain.matchAll(/(?<![\p{L}\d.])[A-U]?\s?(\d{2}\.?\d{2}(?=[A-Z](?![\d\p{L}]))|\d{2}(?:\.?\d{1,2}(?:\.?\d{1,3})?)?(?![\d\p{L}]))/gu)].map((match) => match[1]!.replaceAll('.', ''))
  return digits.length > 0 ? digits : [...plain.matchAll(/(?<![\p{L}\d])([A-U])(?![\p{L}\d])/gu)].map((match) => match[1]!)
}

/** Digits of any script as 0–9: in Unicode the ten digits of a script follow each other. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)! // the pattern matched one character
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
