import { foldedName } from './resolve/name-key.ts'

/** Why a column is never read. */
export type ForbiddenReason = 'home address' | 'birth date' | 'telephone' | 'e-mail' | 'national id' | 'person' | 'security'

/** Words of headers, folded, in the languages files come in. A column is dropped when they stand in its name as whole words. */
const WORDS: Readonly<Record<ForbiddenReason, string>> = {
  'home address': `home address|residential address|private address|personal address|address of residence|correspondence address|wohnadresse|privatadresse|wohnanschrift|privatanschrift|wohnsitz|wohnort|adresse personnelle|adresse privee|
    domicile|adresse du domicile|domicilio particular|direccion particular|domicilio|direccion personal|residenza|indirizzo di residenza|indirizzo privato|domicilio fiscale|morada|endereco residencial|residencia|woonadres|
    prive adres|thuisadres|bostadsadress|hemadress|bopael|bopaelsadresse|privatadresse|hjemmeadresse|bostedsadresse|kotiosoite|adres zamieszkania|adres domowy|adresa bydliste|bydliste|trvaly pobyt|lakcim|adresa domiciliu|
    domiciliu|адрес проживания|домашний адрес|место жительства|домашня адреса|адреса проживання|адрес по местоживеене|διευθυνση κατοικιας|ev adresi|ikametgah|ikamet adresi|عنوان السكن|عنوان المنزل|כתובת מגורים|घर का पता|
    निवास पता|家庭住址|家庭地址|住址|自宅住所|자택주소|거주지|alamat rumah|dia chi nha rieng|anwani ya nyumbani`,
  'birth date': `birth date|date of birth|dob|birthdate|birthday|birth|born|year of birth|month of birth|place of birth|geburtsdatum|geburtstag|geburtsjahr|geboren|date de naissance|naissance|fecha de nacimiento|nacimiento|
    data di nascita|nascita|data de nascimento|nascimento|geboortedatum|geboorte|fodelsedatum|fodelsedag|fodselsdato|fodselsdag|foedselsdato|syntymaaika|syntymapaiva|data urodzenia|urodzenia|datum narozeni|narozeni|
    szuletesi datum|szuletesi ido|szuletes|data nasterii|nasterii|дата рождения|рождения|дата народження|народження|дата на раждане|ημερομηνια γεννησης|γεννηση|dogum tarihi|dogum|تاريخ الميلاد|الميلاد|תאריך לידה|
    जन्म तिथि|जन्मतिथि|जन्म|出生日期|出生|生年月日|생년월일|출생|tanggal lahir|tgl lahir|ngay sinh|tarehe ya kuzaliwa|datum rodenja|age`,
  telephone: `phone|telephone|phone number|tel|mobile|mobile phone|cell|cellphone|cell phone|fax|whatsapp|telefon|telefonnummer|handy|handynummer|mobiltelefon|mobilnummer|rufnummer|telephone portable|numero de telephone|portable|
    telefono|movil|celular|numero de telefono|cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|gsm|mobil|puhelin|puhelinnumero|telefonu|komorka|telefonszam|телефон|телефону|телефона|мобильный|номер телефона|мобільний|τηλεφωνο|κινητο|
    cep telefonu|هاتف|الهاتف|جوال|الجوال|طلفون|טלפון|נייד|फोन|मोबाइल|दूरभाष|电话|電話|手机|電話番号|携帯|전화|휴대폰|telepon|nomor telepon|hp|dien thoai|simu`,
  'e-mail': `email|e mail|mail address|email address|mailadresse|e mailadresse|courriel|adresse mail|adresse electronique|correo|correo electronico|posta elettronica|indirizzo email|endereco eletronico|correio eletronico|
    e mailadres|e post|epost|e postadresse|sahkoposti|poczta elektroniczna|adres email|elektronicka posta|drotposta|posta electronica|эл почта|электронная почта|почта|пошта|имейл|ηλεκτρονικο ταχυδρομειο|e posta|eposta|
    البريد الالكتروني|بريد|אימייל|דואר אלקטרוני|ईमेल|电子邮件|邮箱|電子郵件|メール|メールアドレス|이메일|전자우편|surel|thu dien tu|barua pepe|twitter|facebook|instagram|linkedin|social media`,
  'national id': `national id|national identity number|identity card|id card|identity number|personal id|passport|passport number|passport no|ssn|social security|social security number|nino|national insurance number|tax id of person|
    driving licence|driver license|personalausweis|ausweisnummer|reisepass|sozialversicherungsnummer|steuer id|carte d identite|numero de securite sociale|passeport|nir|dni|nie|cedula|documento de identidad|pasaporte|curp|rut|
    codice fiscale|carta d identita|passaporto|cpf|rg|cartao de cidadao|bilhete de identidade|nif|bsn|burgerservicenummer|paspoort|personnummer|fodselsnummer|cpr|cpr nummer|henkilotunnus|hetu|pesel|dowod osobisty|rodne cislo|
    szemelyi szam|szemelyi igazolvany|cnp|cod numeric personal|паспорт|инн физического лица|снилс|рнокпп|паспортні дані|егн|αφμ|αδτ|ταυτοτητα|tc kimlik|tc kimlik no|kimlik no|رقم الهوية|جواز السفر|تعודת זהות|תעודת זהות|
    aadhaar|aadhar|pan card|आधार|身份证|身份证号|護照|护照|マイナンバー|パスポート|주민등록번호|여권|nik|ktp|so cmnd|cccd|kitambulisho|jmbg|oib`,
  person: `first name|last name|given name|surname|maiden name|middle name|vorname|nachname|prenom|nom de famille|nombre de pila|apellido|apellidos|nome proprio|cognome|sobrenome|apelido|voornaam|achternaam|fornamn|efternamn|fornavn|
    etternavn|etunimi|sukunimi|imie|nazwisko|jmeno|prijmeni|keresztnev|vezeteknev|prenume|имя|фамилия|отчество|ім я|прізвище|gender|sex|marital status|spouse|nationality of person|religion|ethnicity|photo|photograph|
    tenant|tenants|tenant name|mieter|locataire|inquilino|huurder|resident name|licence plate|license plate|number plate|vehicle`,
  security: `guard|guards|security|security guards|security staff|cctv|camera|cameras|surveillance|alarm|alarms|alarm system|alarm code|feeder|feeders|power feed|power feeds|cable route|cable routes|fibre route|fiber route|substation|
    floorplan|floor plan|floorplans|floor plans|blueprint|blueprints|building plan|site plan|entrance|entrances|access code|access codes|access control|door code|gate code|badge|patrol|patrols|shift change|shift pattern|shift times|
    response time|failover|redundancy|spare capacity|backup generator|generators|hazardous stock|explosives|dangerous goods|keys|lock|locks|perimeter|fence|intrusion|wachschutz|wachdienst|wachpersonal|uberwachung|videouberwachung|
    kamera|kameras|alarmanlage|grundriss|zugangscode|bewachung|gardiennage|videosurveillance|vigiles|plan d etage|code d acces|vigilancia|vigilantes|guardias|camaras|alarma|plano de planta|planos|videovigilancia|sorveglianza|
    guardie|telecamere|planimetria|seguranca|vigilante|planta baixa|bewaking|beveiliging|camerabewaking|plattegrond|bevakning|larm|planritning|ochrona|monitoring|охрана|камеры|сигнализация|план этажа|видеонаблюдение|
    guvenlik|حراسة|كاميرات|保安|监控|警備|監視カメラ|경비|감시`,
}

interface Rule { readonly reason: ForbiddenReason; readonly phrases: readonly string[] }
const RULES: readonly Rule[] = Object.entries(WORDS).map(([reason, list]) =>
  ({ reason: reason as ForbiddenReason, phrases: [...new Set(list.split('|').map((phrase) => foldedName(phrase)).filter((phrase) => phrase !== ''))] }))
/** Words that also stand in harmless headers: they count only as the whole header. */
const ONLY_ALONE = new Set(['age', 'born', 'birth', 'cell', 'mobile', 'portable', 'mobil', 'mobiel', 'hp', 'rg', 'rut', 'nie', 'nik', 'nir', 'gsm', 'security', 'key', 'keys', 'lock', 'locks', 'badge', 'fence', 'monitoring', 'planos', 'domicilio', 'residencia',
  'morada', 'residenza', 'imie', 'имя', 'sex', 'vehicle', 'resident name', 'person', 'tenant', 'generators', 'entrance', 'redundancy', 'mail address', 'mieter', 'seguranca', 'birthday', 'photo', 'wohnort', 'domicile', 'ochrona', 'camera', 'alarm', 'guard', 'tel'])
const NO_BLANKS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u

/** camelCase and snake_case taken apart: "OwnerBirthDate" → "owner birth date". */
const wordsOf = (header: string): string => foldedName(header.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll(/[_-]/g, ' '))

/** Why a column may not be read, or undefined. "Telephone 2", "ownerEmail" and "Geburtsdatum" are caught, "Stores" is not. */
export function forbiddenReason(header: string): ForbiddenReason | undefined {
  const words = wordsOf(header)
  const plain = words.replace(/ \d+$/, '')
  const joined = words.replaceAll(' ', '')
  return RULES.find(({ phrases }) => phrases.some((phrase) => {
    if (plain === phrase || joined === phrase.replaceAll(' ', '')) return true
    if (ONLY_ALONE.has(phrase)) return plain.endsWith(` ${phrase}`) && plain.split(' ').length === 2
    return NO_BLANKS.test(phrase) ? words.includes(phrase) : ` ${words} `.includes(` ${phrase} `)
  }))?.reason
}
