/**
 * What the atlas never holds, with the names such a field or column would have. Private life of people, and
 * what would help to harm a site. In English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish,
 * Russian, Arabic and Chinese; written without case and accents, words separated by blanks.
 */
export const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'birth date': [
    'birth date', 'date of birth', 'birthday', 'birth', 'birthplace', 'dob', 'born', 'geburtsdatum', 'geburtstag', 'geboren', 'date de naissance', 'naissance', 'fecha de nacimiento', 'nacimiento',
    'data de nascimento', 'nascimento', 'data di nascita', 'nascita', 'geboortedatum', 'geboorte', 'data urodzenia', 'urodzenia', 'dogum tarihi', 'дата рождения', 'рождения', 'تاريخ الميلاد', 'الميلاد', '出生日期', '生日', '出生',
  ],
  'home address': [
    'home address', 'residential address', 'private address', 'correspondence address', 'usual residence', 'country of residence', 'domicile', 'wohnanschrift', 'wohnadresse', 'privatanschrift', 'privatadresse', 'wohnsitz',
    'adresse personnelle', 'adresse du domicile', 'adresse privee', 'domicilio', 'direccion particular', 'direccion personal', 'endereco residencial', 'endereco pessoal', 'indirizzo di residenza', 'residenza', 'indirizzo privato',
    'woonadres', 'prive adres', 'huisadres', 'adres zamieszkania', 'adres domowy', 'ev adresi', 'ikamet adresi', 'домашний адрес', 'адрес проживания', 'место жительства', 'عنوان المنزل', 'محل الاقامة', '家庭住址', '住址', '居住地址',
  ],
  'phone number': [
    'phone', 'telephone', 'mobile', 'cell phone', 'cellphone', 'fax', 'whatsapp', 'telefon', 'telefonnummer', 'handy', 'handynummer', 'rufnummer', 'portable', 'numero de telephone', 'telefono', 'movil', 'celular', 'telefone', 'telemovel',
    'cellulare', 'telefoon', 'telefoonnummer', 'mobiel', 'numer telefonu', 'komorka', 'cep telefonu', 'telefon numarasi', 'телефон', 'мобильный', 'هاتف', 'رقم الهاتف', 'جوال', '电话', '手机', '电话号码',
  ],
  'e-mail address': ['email', 'e mail', 'mail address', 'email address', 'mailadresse', 'courriel', 'adresse electronique', 'correo electronico', 'correo', 'posta elettronica', 'e posta', 'eposta', 'poczta elektroniczna', 'электронная почта', 'почта', 'البريد الالكتروني', 'بريد الكتروني', '电子邮件', '邮箱', '电邮'],
  'personal identifier': [
    'national id', 'passport', 'passport number', 'social security', 'social security number', 'ssn', 'identity card', 'id card', 'driving licence', 'personalausweis', 'reisepass', 'sozialversicherungsnummer', 'carte d identite', 'passeport', 'numero de securite sociale',
    'dni', 'nif personal', 'pasaporte', 'seguridad social', 'cpf', 'passaporte', 'codice fiscale', 'passaporto', 'carta d identita', 'bsn', 'burgerservicenummer', 'paspoort', 'pesel', 'paszport', 'dowod osobisty', 'tc kimlik', 'kimlik no', 'pasaport', 'паспорт', 'снилс', 'رقم الهوية', 'جواز السفر', '身份证', '护照', '身份证号',
  ],
  person: [
    'person', 'persons', 'officer', 'officers', 'director', 'directors', 'first name', 'last name', 'surname', 'forename', 'given name', 'family name', 'middle name', 'contact person', 'vorname', 'nachname', 'geschaftsfuhrer', 'ansprechpartner', 'prenom', 'nom de famille', 'dirigeant',
    'apellido', 'apellidos', 'primer nombre', 'sobrenome', 'primeiro nome', 'cognome', 'nome di battesimo', 'amministratore', 'voornaam', 'achternaam', 'bestuurder', 'imie', 'nazwisko', 'soyadi', 'soyad', 'фамилия', 'отчество', 'директор', 'اسم العائلة', 'الاسم الاول', '姓氏', '法定代表人',
  ],
  'private life': [
    'photo', 'photograph', 'face', 'portrait', 'gender', 'sex', 'nationality', 'religion', 'ethnicity', 'marital status', 'spouse', 'family', 'children names', 'staatsangehorigkeit', 'geschlecht', 'familienstand', 'nationalite', 'situation familiale', 'nacionalidad', 'estado civil', 'nacionalidade', 'nazionalita', 'stato civile',
    'nationaliteit', 'burgerlijke staat', 'obywatelstwo', 'narodowosc', 'uyruk', 'medeni hal', 'гражданство', 'семейное положение', 'الجنسية', 'الحالة الاجتماعية', '国籍', '婚姻状况', '照片',
  ],
  'social media or vehicle': ['twitter', 'facebook', 'instagram', 'linkedin', 'tiktok', 'telegram', 'social media', 'handle', 'vehicle', 'licence plate', 'license plate', 'number plate', 'kennzeichen', 'plaque d immatriculation', 'matricula', 'placa do carro', 'targa', 'kenteken', 'numer rejestracyjny', 'plaka', 'автомобиль', 'госномер', 'لوحة السيارة', '车牌'],
  'tenant or home inside a building': [
    'tenant', 'tenants', 'tenant name', 'resident', 'residents', 'arrears', 'eviction', 'evictions', 'rent debt', 'unit number', 'flat number', 'apartment number', 'door number', 'repair case', 'keys', 'mieter', 'mieterin', 'mietruckstand', 'wohnungsnummer', 'locataire', 'locataires', 'impayes', 'numero d appartement', 'inquilino', 'inquilinos',
    'morosidad', 'numero de piso', 'locatario', 'inadimplencia', 'inquilini', 'morosita', 'interno appartamento', 'huurder', 'huurders', 'huurachterstand', 'huisnummer toevoeging', 'najemca', 'lokator', 'zaleglosci', 'numer mieszkania', 'kiraci', 'daire no', 'арендатор', 'жилец', 'номер квартиры', 'مستاجر', 'رقم الشقة', '租户', '租客', '房号',
  ],
  'security of a site': [
    'guard', 'guards', 'security guards', 'security', 'security level', 'camera', 'cameras', 'cctv', 'alarm', 'alarms', 'access control', 'access code', 'patrol', 'response time', 'wachdienst', 'wachpersonal', 'kamera', 'kameras', 'alarmanlage', 'zugangskontrolle', 'gardien', 'gardiens', 'videosurveillance', 'alarme', 'controle d acces',
    'vigilante', 'vigilantes', 'camaras', 'videovigilancia', 'control de acceso', 'seguranca', 'vigilancia', 'cameras de seguranca', 'controle de acesso', 'guardie', 'telecamere', 'videosorveglianza', 'allarme', 'controllo accessi', 'bewaking', 'bewakers', 'toegangscontrole', 'ochrona', 'ochroniarze', 'kamery', 'monitoring wizyjny', 'kontrola dostepu',
    'guvenlik', 'bekci', 'kameralar', 'guvenlik kamerasi', 'охрана', 'охранник', 'камеры', 'сигнализация', 'видеонаблюдение', 'حراس', 'حارس', 'كاميرات', 'انذار', '保安', '摄像头', '监控', '警报', '门禁',
  ],
  'inside of a site': [
    'floor plan', 'floorplan', 'floor plans', 'blueprint', 'entrance', 'entrances', 'emergency exit', 'exits', 'grundriss', 'grundrisse', 'eingang', 'eingange', 'plan d etage', 'plans d etage', 'entree', 'entrees', 'plano de planta', 'planos', 'entrada', 'entradas', 'planta baixa', 'planimetria', 'ingresso', 'ingressi', 'plattegrond', 'ingang', 'ingangen',
    'plan pietra', 'rzut pietra', 'wejscie', 'wejscia', 'kat plani', 'giris', 'план этажа', 'вход', 'входы', 'مخطط الطابق', 'مدخل', '平面图', '入口',
  ],
  'what a site cannot do without': [
    'feeder', 'feeders', 'cable route', 'cable routes', 'substation feed', 'redundancy', 'failover', 'failover capacity', 'spare capacity', 'backup power', 'single point of failure', 'vulnerability', 'vulnerabilities', 'dangerous goods stock', 'hazardous stock', 'einspeisung', 'kabeltrasse', 'redundanz', 'schwachstelle', 'notstrom', 'gefahrstofflager',
    'chemin de cables', 'redondance', 'vulnerabilite', 'alimentador', 'ruta de cables', 'redundancia', 'vulnerabilidad', 'rota de cabos', 'vulnerabilidade', 'percorso cavi', 'ridondanza', 'vulnerabilita', 'kabeltrace', 'redundantie', 'kwetsbaarheid', 'trasa kablowa', 'redundancja', 'podatnosc', 'kablo guzergahi', 'yedeklilik', 'guvenlik acigi',
    'фидер', 'кабельная трасса', 'резервирование', 'уязвимость', 'مسار الكابلات', 'ثغرة', '馈线', '电缆路径', '冗余', '漏洞',
  ],
  'staff on duty': [
    'shift', 'shifts', 'shift plan', 'shift gap', 'roster', 'staff roster', 'duty roster', 'schichtplan', 'dienstplan', 'schicht', 'planning des equipes', 'horaires du personnel', 'turnos', 'cuadrante', 'escala de servico', 'turni', 'turni di lavoro', 'dienstrooster', 'ploegendienst', 'grafik zmian', 'grafik dyzurow', 'vardiya', 'vardiya plani',
    'смена', 'график смен', 'مناوبة', 'جدول المناوبات', '轮班', '排班', '值班表',
  ],
  'live position': ['live position', 'realtime position', 'real time position', 'gps track', 'ais position', 'echtzeitposition', 'position en temps reel', 'posicion en tiempo real', 'posicao em tempo real', 'posizione in tempo reale', 'realtime positie', 'pozycja na zywo', 'anlik konum', 'координаты в реальном времени', 'الموقع المباشر', '实时位置'],
}

/** Name of a field or column as separate words: `homeAddress`, `HOME_ADDRESS`, "Home address" → "home address". */
function words(name: string): string {
  return name.slice(0, 300).replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Scripts without blanks between words: found anywhere in the name. */
const UNSPACED = /\p{Script=Han}/u
const PHRASES = Object.entries(FORBIDDEN).flatMap(([concept, names]) => names.map((name) => ({ concept, phrase: words(name), unspaced: UNSPACED.test(name) })))

/**
 * What a name would stand for that the atlas never holds; undefined for every other name. Whole words only:
 * `unit`, `stores` and `personalStatement` pass, `tenantName` and `geburtsdatum` do not. Joined words count: `birthdate`.
 */
export function forbiddenName(name: string): string | undefined {
  const spaced = words(name)
  const padded = ` ${spaced} `
  const joined = spaced.replaceAll(' ', '')
  return PHRASES.find(({ phrase, unspaced }) => (unspaced ? joined.includes(phrase.replaceAll(' ', '')) : padded.includes(` ${phrase} `) || joined === phrase.replaceAll(' ', '')))?.concept
}
