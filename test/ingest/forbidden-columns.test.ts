import { describe, expect, it } from 'vitest'
import { csvColumns } from '#derive/csv-columns.ts'
import { forbiddenReason } from '#ingest/forbidden-columns.ts'
import { ALL_PRESETS } from '#ingest/registry.ts'
import { MODEL } from '#model/model.ts'
import { TEMPLATES } from '#model/templates.ts'

/** Home address, birth date, telephone, e-mail, national id, per language. */
const HEADERS: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  en: ['Home Address', 'date_of_birth', 'ownerPhone', 'E-mail', 'SSN'],
  de: ['Wohnadresse', 'Geburtsdatum', 'Telefonnummer', 'E-Mail-Adresse', 'Personalausweis'],
  fr: ['Adresse personnelle', 'Date de naissance', 'Numéro de téléphone', 'Courriel', 'Numéro de sécurité sociale'],
  es: ['Domicilio particular', 'Fecha de nacimiento', 'Teléfono', 'Correo electrónico', 'DNI'],
  it: ['Indirizzo di residenza', 'Data di nascita', 'Cellulare', 'Posta elettronica', 'Codice fiscale'],
  pt: ['Endereço residencial', 'Data de nascimento', 'Telemóvel', 'Correio eletrónico', 'CPF'],
  nl: ['Woonadres', 'Geboortedatum', 'Telefoonnummer', 'E-mailadres', 'BSN'],
  sv: ['Bostadsadress', 'Födelsedatum', 'Telefonnummer', 'E-post', 'Personnummer'],
  da: ['Bopæl', 'Fødselsdato', 'Mobilnummer', 'E-mail', 'CPR-nummer'],
  fi: ['Kotiosoite', 'Syntymäaika', 'Puhelinnumero', 'Sähköposti', 'Henkilötunnus'],
  pl: ['Adres zamieszkania', 'Data urodzenia', 'Telefon', 'Adres email', 'PESEL'],
  cs: ['Bydliště', 'Datum narození', 'Telefon', 'E-mail', 'Rodné číslo'],
  hu: ['Lakcím', 'Születési dátum', 'Telefonszám', 'E-mail', 'Személyi szám'],
  ro: ['Domiciliu', 'Data nașterii', 'Telefon', 'E-mail', 'CNP'],
  ru: ['Место жительства', 'Дата рождения', 'Телефон', 'Электронная почта', 'Паспорт'],
  uk: ['Адреса проживання', 'Дата народження', 'Номер телефону', 'Пошта', 'РНОКПП'],
  bg: ['Адрес по местоживеене', 'Дата на раждане', 'Телефон', 'Имейл', 'ЕГН'],
  el: ['Διεύθυνση κατοικίας', 'Ημερομηνία γέννησης', 'Τηλέφωνο', 'Ηλεκτρονικό ταχυδρομείο', 'ΑΦΜ'],
  tr: ['Ev adresi', 'Doğum tarihi', 'Telefon', 'E-posta', 'TC Kimlik No'],
  ar: ['عنوان السكن', 'تاريخ الميلاد', 'الهاتف', 'البريد الالكتروني', 'رقم الهوية'],
  he: ['כתובת מגורים', 'תאריך לידה', 'טלפון', 'דואר אלקטרוני', 'תעודת זהות'],
  hi: ['घर का पता', 'जन्म तिथि', 'फोन', 'ईमेल', 'आधार'],
  zh: ['家庭住址', '出生日期', '电话', '电子邮件', '身份证号'],
  ja: ['自宅住所', '生年月日', '電話番号', 'メールアドレス', 'マイナンバー'],
  ko: ['자택주소', '생년월일', '전화', '이메일', '주민등록번호'],
  vi: ['Địa chỉ nhà riêng', 'Ngày sinh', 'Điện thoại', 'Thư điện tử', 'CCCD'],
  id: ['Alamat rumah', 'Tanggal lahir', 'Nomor telepon', 'Surel', 'KTP'],
}
const REASONS = ['home address', 'birth date', 'telephone', 'e-mail', 'national id'] as const

describe('columns that are never read', () => {
  it('covers 24 languages', () => { expect(Object.keys(HEADERS).length).toBeGreaterThanOrEqual(24) })

  it.each(Object.entries(HEADERS))('are recognised in %s', (_language, headers) => {
    expect(headers.map((header) => forbiddenReason(header) ?? `not caught: ${header}`)).toEqual([...REASONS])
  })

  it.each(['guards', 'CCTV', 'feeder', 'floorplan', 'floor_plan', 'alarm', 'alarmCode', 'Security staff', 'access_code', 'Videoüberwachung', 'Grundriss', 'vigilancia', 'охрана', '监控', 'response time', 'backup generator'])('include security: %s', (header) => {
    expect(forbiddenReason(header)).toBe('security')
  })

  it.each(['first_name', 'Nachname', 'Apellidos', 'Tenant name', 'gender'])('include names of people: %s', (header) => {
    expect(forbiddenReason(header)).toBe('person')
  })

  it('leave every column of our templates and presets alone', () => {
    const own = [...TEMPLATES.flatMap((template) => csvColumns(MODEL, template)), ...ALL_PRESETS.flatMap(({ columns }) => columns)].map(({ name }) => name)
    expect(own.length).toBeGreaterThan(100)
    expect([...new Set(own)].filter((name) => forbiddenReason(name) !== undefined)).toEqual([])
  })

  it('leave harmless columns alone', () => {
    for (const header of ['Stores', 'Terminal Address', 'Street', 'postcode', 'Guarantor', 'Teltow', 'storage capacity', 'mileage', 'Main Port Name', 'Security type of bond', 'tenure', 'title number', 'lender', 'parent_company', 'sector', 'Keystone', 'Emailand']) {
      expect([header, forbiddenReason(header)]).toEqual([header, undefined])
    }
  })
})
