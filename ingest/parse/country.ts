import { foldedName } from '../resolve/name-key.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

/** ISO 3166-1 alpha-2, with XK (Kosovo) as registers and gazetteers use it. */
const CODES = ('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO '
  + 'CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID '
  + 'IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT '
  + 'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN '
  + 'SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW').split(' ')

/** English names and abbreviations in use beside those of CLDR. */
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB', 'great britain': 'GB', usa: 'US', 'united states of america': 'US', uae: 'AE', 'south korea': 'KR', 'korea republic of': 'KR', 'republic of korea': 'KR',
  'north korea': 'KP', 'russian federation': 'RU', 'czech republic': 'CZ', 'viet nam': 'VN', 'ivory coast': 'CI', 'cape verde': 'CV', burma: 'MM', myanmar: 'MM',
  'hong kong': 'HK', macau: 'MO', macao: 'MO', turkey: 'TR', 'the netherlands': 'NL', holland: 'NL', palestine: 'PS', 'democratic republic of the congo': 'CD',
  'republic of the congo': 'CG', 'east timor': 'TL', swaziland: 'SZ', macedonia: 'MK', 'bosnia and herzegovina': 'BA', 'trinidad and tobago': 'TT', taiwan: 'TW',
  'syrian arab republic': 'SY', 'tanzania united republic of': 'TZ', bahamas: 'BS', gambia: 'GM', 'iran islamic republic of': 'IR', laos: 'LA',
}

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
export const isCountryCode = (code: string): boolean => CODES.includes(code)
/** English name of a country, "Netherlands"; undefined when the code is none. */
export const countryName = (code: string): string | undefined => (isCountryCode(code) ? names.of(code) : undefined)

let byName: ReadonlyMap<string, string> | undefined
const codeByName = (): ReadonlyMap<string, string> =>
  (byName ??= new Map([...CODES.map((code): [string, string] => [foldedName(names.of(code) ?? code), code]), ...Object.entries(ALSO)]))

/** A country by its two letters or its English name; anything else is a problem. */
export function countryCell(text: string, column: string): Cell<string> {
  const upper = text.toUpperCase()
  if (isCountryCode(upper)) return good(upper)
  const code = codeByName().get(foldedName(text))
  return code ? good(code) : bad(column, 'NOT_A_COUNTRY', 'Write the two letters of ISO 3166-1, such as NL.', text)
}
