import { isIP } from 'node:net'
import { KnownError } from '#model/known-error.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { nearest } from './nearest.ts'

/** One environment variable: what it does, what it is when left out, and how its text is read. */
export interface Setting<T> {
  readonly name: string
  readonly doc: string
  readonly standard: string
  /** @throws Error that says what would be right */
  readonly read: (text: string) => T
}

const say = (what: string): never => { throw new Error(what) }
const text = (value: string): string => (/[\0-\x1f\x7f]/.test(value) || value.trim() === '' ? say('a text without control characters') : value)
const port = (value: string): number => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : say('a port from 0 (any free one) to 65535'))
const flag = (value: string): boolean => (value === '1' ? true : value === '0' || value === '' ? false : say('1 or 0'))
const milliseconds = (value: string): number => (/^\d{3,5}$/.test(value) ? Number(value) : say('milliseconds from 100 to 99999'))
const day = (value: string): string => (parseImpreciseDate(value)?.precision === 'day' ? value.trim() : say('a day such as 2026-11-23'))
const names = (value: string): readonly string[] =>
  value === 'none'
    ? []
    : value.split(',').map((name) => (/^[a-z0-9-]{1,60}$/.test(name.trim()) ? name.trim() : say('names of data sets separated by commas, or none')))
const hosts = (value: string): readonly string[] =>
  value
    .split(',')
    .map((name) =>
      /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i.test(name.trim())
        ? name.trim().toLowerCase()
        : say('host names separated by commas, such as atlas.example.org'),
    )
const level = (value: string): string => (['debug', 'info', 'warn', 'error', 'silent'].includes(value) ? value : say('debug, info, warn, error or silent'))
const count = (value: string): number => (/^\d{1,6}$/.test(value) ? Number(value) : say('a number from 0 (no limit) to 999999'))
const addresses = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => (isRange(part.trim()) ? part.trim() : say('addresses or ranges separated by commas, such as 10.0.0.1,10.1.0.0/16,::1')))
const uri = (value: string): string => (/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+$/.test(value) ? value : say('an address such as neo4j://localhost:7687'))

/** An address, or an address and how many bits of it count. */
function isRange(text: string): boolean {
  const [, address = '', bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
  const family = isIP(address)
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128))
}

const setting = <T>(name: string, standard: string, doc: string, read: (value: string) => T): Setting<T> => ({ name, standard, doc, read })
/** A setting that may be left out altogether. */
const optional = <T>(name: string, doc: string, read: (value: string) => T): Setting<T | undefined> => ({ name, standard: '', doc, read })

/** Every setting there is. */
export const SETTINGS = {
  port: setting('PORT', '4000', 'Port of the app and the API; 0 takes a free one.', port),
  host: setting('HOST', '127.0.0.1', 'Address to listen on. Anything but the loopback interface makes the atlas reachable for others.', text),
  dataDir: setting('DATA_DIR', '.data', 'Folder of the embedded store.', text),
  neo4jUri: optional('NEO4J_URI', 'Neo4j server to use instead of the embedded store, neo4j:// or bolt://.', uri),
  neo4jUser: setting('NEO4J_USER', 'neo4j', 'User on the Neo4j server.', text),
  neo4jPassword: optional('NEO4J_PASSWORD', 'Password on the Neo4j server.', text),
  neo4jDatabase: optional('NEO4J_DATABASE', 'Database on the Neo4j server; its default when left out.', text),
  datasets: optional('MIRRORPOINT_DATASETS', 'Built-in data sets to load, by name, separated by commas; none loads none. All when left out.', names),
  today: optional('MIRRORPOINT_TODAY', 'The day answers are for unless asked otherwise; today in UTC when left out.', day),
  web: setting('MIRRORPOINT_WEB', '1', '0 serves the API alone: no pages are built or served.', flag),
  hosts: optional('MIRRORPOINT_HOSTS', 'Host names this server answers to beside its own address, when a proxy stands in front.', hosts),
  proxies: optional(
    'MIRRORPOINT_PROXIES',
    'Addresses of proxies in front, or ranges: what they write in X-Forwarded-For is believed, so that their readers are told apart.',
    addresses,
  ),
  questionsPerMinute: setting(
    'MIRRORPOINT_QUESTIONS_PER_MINUTE',
    '60',
    'Questions one network may ask in a minute; 0: no limit. Programs and pages on this machine are never counted.',
    count,
  ),
  exportsPerHour: setting(
    'MIRRORPOINT_EXPORTS_PER_HOUR',
    '6',
    'Files one network may fetch from /export/ in an hour; 0: no limit. Not counted on this machine.',
    count,
  ),
  answerMs: setting('MIRRORPOINT_ANSWER_MS', '1000', 'Milliseconds an answer may take before it is refused; more on a slow machine.', milliseconds),
  logLevel: setting('MIRRORPOINT_LOG', 'info', 'What is logged: debug, info, warn, error or silent.', level),
  dev: setting('MIRRORPOINT_DEV', '0', '1 while developing: the schema can be read through the API. Refused on an address others can reach.', flag),
  sources: optional(
    'MIRRORPOINT_SOURCES',
    'Folder of source files; read by tests and by the scripts that make the built-in data sets, never by the server.',
    text,
  ),
} as const

export type Settings = { readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never }
const PREFIX = 'MIRRORPOINT_'

/**
 * Reads the settings from the environment. An empty variable counts as left out.
 * @throws KnownError UNKNOWN_SETTING for a MIRRORPOINT_ variable that means nothing, BAD_SETTING for a value or combination that cannot be used
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const known = Object.values(SETTINGS).map(({ name }) => name as string)
  for (const name of Object.keys(environment)) {
    if (!name.startsWith(PREFIX) || known.includes(name)) continue
    const near = nearest(name, known)
    throw new KnownError(
      'UNKNOWN_SETTING',
      `${name} is no setting.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''} All settings are listed in api/SETTINGS.md.`,
      { name, near },
    )
  }
  const settings = Object.fromEntries(
    Object.entries<Setting<unknown>>(SETTINGS).map(([key, one]) => [key, valueOf(one, environment[one.name])]),
  ) as unknown as Settings // one value per setting, read by its own reader
  if (settings.dev && !isLoopback(settings.host)) {
    throw new KnownError('BAD_SETTING', 'MIRRORPOINT_DEV=1 is for this machine alone: leave HOST at 127.0.0.1, or leave MIRRORPOINT_DEV out.', {
      name: 'MIRRORPOINT_DEV',
      host: settings.host,
    })
  }
  return settings
}

function valueOf<T>({ name, standard, read }: Setting<T>, given: string | undefined): T | undefined {
  const value = given === undefined || given === '' ? standard : given
  if (value === '') return undefined
  try {
    return read(value)
  } catch (error) {
    const shown = name.endsWith('PASSWORD') ? 'what was given' : `“${value.slice(0, 60)}”`
    throw new KnownError('BAD_SETTING', `${name} must be ${error instanceof Error ? error.message : 'something else'}, not ${shown}.`, { name })
  }
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** The settings as a table for readers, written to api/SETTINGS.md. */
export const settingsTable = (): string => [
  '# Settings', '',
  'Read from environment variables. A variable that begins with `MIRRORPOINT_` and is not listed here is refused, so that a misspelt one cannot go unnoticed.', '',
  '| variable | when left out | what it does |', '|---|---|---|',
  ...Object.values(SETTINGS).map(({ name, standard, doc }) => `| \`${name}\` | ${standard === '' ? '–' : `\`${standard}\``} | ${doc} |`), '',
].join('\n')
