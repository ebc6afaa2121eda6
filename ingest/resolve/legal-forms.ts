/**
 * Legal forms as they end a folded name (lower case, no accents, no punctuation), longest first, with one spelling each.
 * Only forms that name nobody by themselves; forms of sole traders are people and stand in `people/`.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  ltd: ['limited', 'ltd'],
  'co ltd': ['company limited', 'co limited', 'co ltd', 'company ltd'],
  inc: ['incorporated', 'inc'],
  corp: ['corporation', 'corp'],
  co: ['company', 'co'],
  llc: ['limited liability company', 'llc', 'l l c'],
  llp: ['limited liability partnership', 'llp'],
  lp: ['limited partnership', 'lp', 'l p'],
  plc: ['public limited company', 'plc'],
  'pte ltd': ['pte limited', 'pte ltd', 'private limited', 'pvt limited', 'pvt ltd', 'private ltd'],
  'pty ltd': ['pty limited', 'pty ltd', 'proprietary limited', 'pty'],
  'sdn bhd': ['sdn bhd', 'sendirian berhad'],
  bhd: ['berhad', 'bhd'],
  gmbh: ['gesellschaft mit beschrankter haftung', 'gmbh', 'g m b h'],
  'gmbh and co kg': ['gmbh and co kg', 'gmbh and cokg', 'gmbh co kg'],
  'ag and co kg': ['ag and co kg', 'ag co kg'],
  kgaa: ['kgaa', 'gmbh and co kgaa', 'ag and co kgaa', 'se and co kgaa'],
  ag: ['aktiengesellschaft', 'ag'],
  kg: ['kommanditgesellschaft', 'kg'],
  ohg: ['ohg'],
  eg: ['eg'],
  ev: ['ev', 'e v'],
  se: ['societas europaea', 'se'],
  sa: ['societe anonyme', 'sociedad anonima', 'sa', 's a'],
  sab: ['sab de cv', 'sab'],
  'sa de cv': ['sa de cv', 's a de c v', 'sadecv'],
  sas: ['sas', 's a s'],
  sarl: ['sarl', 's a r l'],
  snc: ['snc'],
  spa: ['spa', 's p a', 'societa per azioni'],
  srl: ['srl', 's r l'],
  sl: ['sl', 's l', 'sociedad limitada', 'slu'],
  ltda: ['ltda', 'limitada', 'lda'],
  bv: ['besloten vennootschap', 'bv', 'b v'],
  nv: ['naamloze vennootschap', 'nv', 'n v'],
  'cv': ['cv'],
  ab: ['aktiebolag', 'ab', 'publ ab', 'ab publ'],
  as: ['aktieselskab', 'aksjeselskap', 'as', 'a s'],
  asa: ['asa'],
  aps: ['aps', 'anpartsselskab'],
  oy: ['osakeyhtio', 'oy', 'oy ab'],
  oyj: ['oyj', 'oyj abp'],
  sro: ['sro', 's r o', 'spol sro', 'spol s r o'],
  zrt: ['zrt'],
  kft: ['kft'],
  nyrt: ['nyrt'],
  'sp zoo': ['sp zoo', 'sp z oo', 'sp z o o', 'spzoo'],
  doo: ['doo', 'd o o'],
  dd: ['dd', 'd d'],
  ad: ['ad', 'ead'],
  ood: ['ood', 'eood'],
  kk: ['kk', 'k k', 'kabushiki kaisha'],
  tbk: ['tbk', 'persero tbk'],
  ooo: ['ооо', 'ooo'],
  oao: ['оао', 'пао', 'ао', 'зао'],
  '有限公司': ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司'],
  '株式会社': ['株式会社'],
  '주식회사': ['주식회사'],
}

const SPELLINGS: readonly (readonly [spelling: string, form: string])[] = Object.entries(FORMS)
  .flatMap(([form, spellings]) => spellings.map((spelling) => [spelling, form] as const))
  .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))

/** Forms that also stand before the name: PT Pelabuhan, ООО Ромашка, 株式会社日立. */
const LEADING: readonly (readonly [spelling: string, form: string])[] = [
  ['pt', 'pt'], ['ооо', 'ooo'], ['ooo', 'ooo'], ['пао', 'oao'], ['оао', 'oao'], ['зао', 'oao'], ['ао', 'oao'], ['株式会社', '株式会社'], ['주식회사', '주식회사'],
]
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const LAST_WORDS = new Map<string, (readonly [string, string])[]>()
for (const entry of SPELLINGS) {
  const last = entry[0].slice(entry[0].lastIndexOf(' ') + 1)
  LAST_WORDS.set(last, [...(LAST_WORDS.get(last) ?? []), entry])
}

const trailingForm = (folded: string): readonly [string, string] | undefined => {
  const known = CJK.test(folded) ? SPELLINGS.filter(([spelling]) => CJK.test(spelling)) : LAST_WORDS.get(folded.slice(folded.lastIndexOf(' ') + 1)) ?? []
  return known.find(([spelling]) => folded.endsWith(CJK.test(spelling) ? spelling : ` ${spelling}`) && folded.length > spelling.length)
}
const leadingForm = (folded: string): readonly [string, string] | undefined =>
  LEADING.find(([spelling]) => folded.startsWith(CJK.test(spelling) ? spelling : `${spelling} `) && folded.length > spelling.length + 1)

/**
 * Splits a folded name into the name proper and its legal form, "" when it has none.
 * A name that is nothing but a form ("Co") stays a name.
 */
export function splitLegalForm(folded: string): { readonly stem: string; readonly form: string } {
  const leading = leadingForm(folded)
  let stem = leading ? folded.slice(leading[0].length).trim() : folded
  let form = leading?.[1] ?? ''
  for (let found = trailingForm(stem); found && stem !== ''; found = trailingForm(stem)) {
    stem = stem.slice(0, stem.length - found[0].length).replace(/ (and )?$/, '').trim()
    form = form === '' ? found[1] : `${found[1]} ${form}`
  }
  return stem === '' ? { stem: folded, form: '' } : { stem, form }
}
