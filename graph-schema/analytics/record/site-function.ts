/** ISIC Rev. 4 class of each kind of site; a letter stands for a whole section. Kinds that say nothing are absent. */
const ISIC_OF_KIND: Readonly<Record<string, string>> = {
  'port terminal': '5222', port: '5222', 'data centre': '6311', 'residential building': '6810', 'residential portfolio': '6810',
  office: '8211', store: '4711', warehouse: '5210', factory: 'C', mill: 'C', mine: 'B', 'power plant': '3510',
}

/** First division (two digits) after the end of each section that kinds refer to. */
const SECTION_OF_DIVISION: readonly (readonly [string, number, number])[] = [['B', 5, 9], ['C', 10, 33]]

/** Classifications whose numbers mean other things. */
const OTHER_NUMBERS = /NAICS|SCIAN|ANZSIC|GICS/i
/** The edition of a classification, as in "ISIC Rev. 4: 5222". */
const EDITION = /rev(?:ision)?\.?\s*\d(?:\.\d(?!\d))?/gi

/** Function code of a site: ISIC or NACE as a source states it, else the class of its kind; undefined where neither says anything. */
export function functionCode(kind: string, statedCode: string): string | undefined {
  const digits = OTHER_NUMBERS.test(statedCode) ? undefined : /\d{2}[\d.]*/.exec(statedCode.replaceAll(EDITION, ''))?.[0].replaceAll('.', '')
  return digits ?? (/^[A-U]$/.test(statedCode) ? statedCode : ISIC_OF_KIND[kind])
}

const sectionOf = (code: string): string | undefined => {
  if (/^[A-U]$/.test(code)) return code
  const division = Number(code.slice(0, 2))
  return SECTION_OF_DIVISION.find(([, first, last]) => division >= first && division <= last)?.[0]
}

/**
 * How alike two function codes are, by their shared prefix: four digits 1, three .75, two .5, one digit or the section .25.
 * @see International Standard Industrial Classification, Rev. 4; NACE shares its first four digits' levels.
 */
export function functionSimilarity(here: string | undefined, there: string | undefined): number | undefined {
  if (here === undefined || there === undefined) return undefined
  let shared = 0
  while (shared < 4 && /\d/.test(here[shared] ?? '') && here[shared] === there[shared]) shared++
  if (shared === 0) return sectionOf(here) !== undefined && sectionOf(here) === sectionOf(there) ? 0.25 : 0
  return shared / 4
}
