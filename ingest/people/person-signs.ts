/** Forms of one-person business: the owner is a natural person, whatever the trade name. Folded; anywhere between words. */
export const SOLE_TRADER_FORMS: readonly string[] = [
  'eingetragener kaufmann', 'eingetragene kauffrau', 'einzelunternehmen', 'einzelunternehmer', 'einzelfirma', 'inh', 'inhaber', 'inhaberin',
  'eenmanszaak', 'zzper', 'sole trader', 'sole proprietor', 'sole proprietorship', 'trading as', 'self employed',
  'entreprise individuelle', 'entrepreneur individuel', 'auto entrepreneur', 'autoentrepreneur', 'micro entrepreneur', 'microentrepreneur',
  'trabajador autonomo', 'trabajadora autonoma', 'empresario individual', 'empresa individual', 'persona fisica', 'persona natural con negocio',
  'ditta individuale', 'impresa individuale', 'libero professionista', 'empresario em nome individual', 'microempreendedor individual',
  'enskild firma', 'enskild naringsidkare', 'enkeltpersonforetak', 'enkeltmandsvirksomhed', 'toiminimi', 'yksityinen elinkeinonharjoittaja',
  'jdg', 'ceidg', 'jednoosobowa dzialalnosc gospodarcza', 'dzialalnosc gospodarcza', 'osvc', 'zivnostnik', 'fyzicka osoba', 'szco', 'egyeni vallalkozo',
  'persoana fizica autorizata', 'intreprindere individuala', 'samostojni podjetnik', 'preduzetnik', 'едноличен търговец',
  'индивидуальный предприниматель', 'фізична особа підприємець', 'ατομικη επιχειρηση', 'sahis sirketi', 'sahis firmasi',
  'fysisk person', 'individual entrepreneur', 'private individual', 'individual owner', 'natural person', 'natural persons',
]
/** The same as abbreviations, which count at the end of a name only. */
export const SOLE_TRADER_ENDINGS: readonly string[] = ['autonomo', 'autonoma', 'ek', 'e k', 'ekfm', 'ekfr', 'ei', 'mei', 'enk', 'tmi', 'obrt', 'pfa', 'zzp', 'enkmd']
/** And at the beginning. */
export const SOLE_TRADER_BEGINNINGS: readonly string[] = ['ип', 'фоп', 'ет', 'tmi', 'obrt']
/** The same in scripts without blanks. */
export const SOLE_TRADER_PARTS = /个体工商户|個體工商戶|个体户|個人事業主|個人事業|개인사업자|مؤسسة فردية|تاجر فرد|עוסק מורשה|עוסק פטור|एकल स्वामित्व/

/** Forms of address, folded, that stand before a name. Ambiguous ones need a dot in the text ("M. Dupont", "Dr. Weber"). */
export const COURTESY_TITLES: ReadonlySet<string> = new Set((
  'mr mrs ms miss mister madam sir lady dame lord herr frau hr fr monsieur madame mademoiselle mme mlle mmes senor senora senorita sr sra srta don dona signor signora signorina sig sigra dott dottssa dhr mevr mw '
  + 'de-heer mevrouw pan pani panna pane shri smt kumari sheikh shaikh haji hajj prof professor rev reverend dra dr ing mag dipl captain capt col gen hon judge senator baron baroness count countess graf grafin '
  + 'fru froken rouva bay bayan sayin khun bapak ibu tuan puan encik г-н г-жа господин госпожа κυριος κυρια السيد السيدة الشيخ الدكتور דר מר גברת श्री श्रीमती').split(' '))

/** Words before or after a name that say that people hold something. */
export const PEOPLE_WORDS = /\b(estate of|heirs? of|heirs?|descendants|family of|familie|famille|familia|famiglia|et ux|et al|et vir|husband|wife|widow|widower|deceased|spouse|jtwros|jt ten|ten com|life estate|trustee for|c o|erbengemeinschaft|eheleute|erben|epoux|veuve|indivision|herederos|hermanos y otros|coniugi|eredi|arvingar|dodsbo|spadkobiercy|malzonkowie)\b/

/** Kinds a row may state for its owner that mean people. */
export const PERSON_KINDS: ReadonlySet<string> = new Set(['person', 'natural person', 'natural persons', 'individual', 'individuals', 'private person', 'private individual', 'people', 'family', 'human', 'beneficial owner', 'ubo', 'sole trader', 'sole proprietor'])
