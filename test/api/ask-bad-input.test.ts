import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerInTerminal } from '#api/commands/answer-in-terminal.ts'
import { QUESTIONS, USAGE } from '#api/commands/ask-arguments.ts'
import { askHere } from '#api/commands/put-question.ts'
import { exitCodeOf } from '#api/commands/run-command.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { MODEL } from '#model/model.ts'
import { openStore } from '#store/open-store.ts'
import { SMALL_WORLD } from './small-world.ts'

interface Said { readonly code: number; readonly out: string; readonly err: string }
let ask: (args: readonly string[]) => Promise<Said>
let close: () => Promise<void>
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-ask-'))
  const store = await openStore({ dataDir })
  await store.write({ nodes: SMALL_WORLD.nodes, statements: SMALL_WORLD.statements }, 'imp:small-world')
  const [schema, atlas] = [buildSchema(MODEL), await readAtlas(store, () => '2026-11-23')]
  ask = async (args) => {
    let [out, err] = ['', '']
    const toErr = (text: string): void => { err += text }
    const code = await exitCodeOf((given) => answerInTerminal(given, { put: (asked) => askHere(schema, atlas, asked), out: (text) => { out += text }, err: toErr }), args, toErr)
    return { code, out, err }
  }
  close = async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
afterAll(() => close())

const [ROTTERDAM, LOS_ANGELES, HOLDING, PIER] = ['unlocode:NLRTM', 'unlocode:USLAX', 'org:dk/holding', 'smdg:USLAX/P1']
/** A way to ask each question that is answered. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  shared: [ROTTERDAM, LOS_ANGELES], mirror: [HOLDING, ROTTERDAM, LOS_ANGELES], ownership: ['org:nl/terminal'], paths: [HOLDING, PIER], choke: [HOLDING], whatif: [HOLDING, '--remove=smdg:NLRTM/QW'], coverage: [ROTTERDAM],
  timeline: [HOLDING, PIER], changes: ['2020-01-01', '2026-01-01'], twins: [ROTTERDAM], matching: [ROTTERDAM, LOS_ANGELES], whynot: [HOLDING, ROTTERDAM, LOS_ANGELES], ownmoney: [ROTTERDAM, 'src:register'], search: ['quay'], place: [ROTTERDAM], sources: [], about: [],
}
const NAMES = Object.keys(QUESTIONS)

type Case = readonly [args: readonly string[], says: string | RegExp]
const each = (names: readonly string[], options: readonly (readonly [option: string, says: string | RegExp])[]): Case[] => names.flatMap((name) => options.map(([option, says]): Case => [[name, ...GOOD[name]!, option], says]))
const A_DAY = 'is a day such as 2026-11-23; not'
const ROWS = '--first is a number of rows from 1 to 100; not'
const NUMBER = 'is a number such as 0.25; not'

const CASES: readonly Case[] = [
  [['everything'], '“everything” is no question.'], [['sharde', ROTTERDAM, LOS_ANGELES], 'Did you mean shared?'], [['__proto__'], 'is no question'], [['constructor'], 'is no question'], [['--json'], 'No question.'], [['\u0000'], 'is no question'],
  ...NAMES.filter((name) => QUESTIONS[name]!.needed > 0).flatMap((name): Case[] => [[[name], `${name} takes `], ...(QUESTIONS[name]!.isList ? [] : [[[name, ...GOOD[name]!.filter((one) => !one.startsWith('--')), ...Array<string>(4).fill('x')], `${name} takes `] as const])]),
  ...each(NAMES, [
    ['--first=0', ROWS], ['--first=101', ROWS], ['--first=1.5', ROWS], ['--first=99999999999999999999', ROWS], ['--first=-1', '--first is a number such as'], ['--first=', '--first is a number such as'], ['--first=1e3', '--first is a number such as'], ['--first=0x10', '--first is a number such as'], ['--first=٣', '--first is a number such as'],
    ['--colour=red', "Unknown option '--colour'"], ['--__proto__=1', "Unknown option '--__proto__'"], ['-x', "Unknown option '-x'"], ['--json=yes', 'does not take an argument'], ['--as-of', 'argument missing'],
  ]),
  ...each(NAMES.filter((name) => !['search', 'place', 'sources', 'about', 'changes'].includes(name)), [
    ['--as-of=2026-02-30', `--as-of ${A_DAY}`], ['--as-of=2023-02-29', `--as-of ${A_DAY}`], ['--as-of=0000-00-00', `--as-of ${A_DAY}`], ['--as-of=9999-99-99', `--as-of ${A_DAY}`], ['--as-of=', `--as-of ${A_DAY}`], ['--as-of=2026', `--as-of ${A_DAY}`], ['--as-of=yesterday', `--as-of ${A_DAY}`],
    ['--grades=', '--grades knows register, document'], ['--grades=gold', '--grades knows register'], ['--grades=register,', '--grades knows register'], ['--reading=middle', 'reading is earliest or latest; not “middle”'],
  ]),
  ...each(['shared', 'mirror', 'ownership', 'choke', 'twins', 'whynot'], [['--as-of=1850-01-01', 'asOf cannot be used: 1850-01-01 is out of range'], ['--as-of=9999-12-31', 'asOf cannot be used: 9999-12-31 is out of range']]),
  ...each(['place', 'sources', 'about', 'search'], [['--as-of=2024-01-01', 'takes no --as-of'], ['--grades=register', 'takes no --grades'], ['--reading=latest', 'takes no --reading']]),
  ...each(['shared'], [
    ['--beta=NaN', `--beta ${NUMBER}`], ['--beta=-0', `--beta ${NUMBER}`], ['--beta=2', 'beta cannot be used: 2 is outside 0–1'], ['--list=bank', 'list is controllers or financiers or suppliers'], ['--domain=bank', '--domain knows port'], ['--domain=', '--domain knows port'],
    ['--weights=', '--weights is written as'], ['--weights=port', '--weights is written as'], ['--weights=port=x', '--weights is written as'], ['--weights=port=1e3', '--weights is written as'], ['--weights=port=0', 'they add up to 0'], ['--weights=port=-1', 'the weight of port is -1'], ['--weights=port=1,port=2', 'port is given twice'], ['--weights=scale=1', '--weights knows port'],
    ['--collapse=maybe', 'collapse is true or false'], ['--threshold=0.5', 'shared takes no --threshold'], ['--remove=x', 'shared takes no --remove'], ['--languages', 'shared takes no --languages'], ['--method=gower', 'shared takes no --method'], ['--after=x', 'shared takes no --after'],
  ]),
  ...each(['mirror'], [['--threshold=2', 'threshold cannot be used'], ['--threshold=', `--threshold ${NUMBER}`], ['--method=magic', 'method is gower or role_sim'], ['--weights=beauty=1', '“beauty” is no feature'], ['--weights=scale=0', 'they add up to 0'], ['--organisation=nobody', 'mirror takes its organisation as an argument'], ['--place=x', 'mirror takes no --place']]),
  ...each(['ownership'], [['--min-share=7', 'minShare cannot be used'], ['--min-share=all', `--min-share ${NUMBER}`], ['--threshold=1.01', 'threshold cannot be used'], ['--source=nobody', 'no source with the id nobody'], ['--source=', /source/], ['--weights=port=1', 'ownership takes no --weights'], ['sideways', 'direction is up or down']]),
  ...each(['whatif'], [['--place=nobody', 'takes its place as an argument']]), [['whatif', HOLDING], 'remove cannot be used'], [['whatif', HOLDING, '--remove='], 'remove cannot be used'], [['whatif', HOLDING, '--remove=nobody'], 'nobody'], [['whatif', HOLDING, '--remove=org-site:hospital'], /withheld|not shown|essential|protected/i],
  [['whatif', HOLDING, `--remove=${Array.from({ length: 51 }, (_, at) => `s:${at}`).join(',')}`], 'remove cannot be used'],
  ...each(['choke'], [['--organisation=x', 'takes its organisation as an argument'], ['--source=x', 'takes its source as an argument']]),
  ...each(['changes'], [['--place=nobody', 'no place with the id nobody'], ['--organisation=nobody', 'no organisation'], ['--after=x', 'after cannot be used'], ['--as-of=2024-01-01', 'changes takes no --as-of']]),
  [['changes', '2026-01-01', '2020-01-01'], 'Give the earlier day as from'], [['changes', '1901-01-01', '1902-01-01'], 'to cannot be used'], [['changes', '2026', '2027-01-01'], `FROM ${A_DAY}`], [['changes', '2026-01-01', ''], `TO ${A_DAY}`], [['changes', '2026-01-01', '2026-13-01'], `TO ${A_DAY}`],
  ...each(['coverage'], [['--place=unlocode:USLAX', 'coverage takes its place as an argument']]), ...each(['twins'], [['--time-zones=moon', 'time-zones is overlap or relay'], ['--languages=1', 'does not take an argument'], ['--place=x', 'twins takes its place as an argument']]),
  [['matching', ROTTERDAM], 'matching takes PLACE PLACE …'], [['matching', ROTTERDAM, ROTTERDAM], 'Rotterdam is given twice'], [['matching', ROTTERDAM, 'iso3166:US'], 'places of different kinds'], [['matching', ...Array.from({ length: 31 }, () => ROTTERDAM)], 'Give 2 to 30 places'], [['matching', ROTTERDAM, ''], 'places cannot be used: empty'],
  [['shared', ROTTERDAM, ROTTERDAM], 'is both here and there'], [['shared', ROTTERDAM, 'iso3166:NL'], 'lies in'], [['shared', ROTTERDAM, 'org:dk/holding'], 'is an organisation'], [['timeline', HOLDING, ROTTERDAM], 'is a place'], [['ownership', 'src:register'], 'is a source'],
  [['search', ''], 'text is empty'], [['search', ' '], 'text is empty'], [['search', 'x'.repeat(201)], 'at most 200 characters'],
  ...each(['mirror', 'timeline', 'whatif', 'whynot', 'matching', 'about'], [['--first=5', 'takes no --first']]),
  [['shared', ROTTERDAM, LOS_ANGELES, '--first=20', '--first=30'], '--first is given twice'], [['shared', ROTTERDAM, LOS_ANGELES, '--grades=register', '--grades=news'], '--grades is given twice'], [['shared', ROTTERDAM, LOS_ANGELES, '--json', '--csv'], 'Give --json or --csv, not both'],
  ...['coverage', 'search', 'place', 'sources', 'about'].map((name): Case => [[name, ...GOOD[name]!, '--csv'], '--csv is for shared, mirror']), [['ownership', 'org:nl/terminal', '--csv', '--grades=inferred'], 'leave out the grade inferred'],
  // ids of nothing, in every position that takes an id
  ...NAMES.filter((name) => !['search', 'changes', 'sources', 'about'].includes(name)).flatMap((name) => ['nobody', '__proto__', ' ', `${ROTTERDAM}\n`, 'a\u0000b', '\ud800', '\u202eMTRLN', 'UNLOCODE:nlrtm', "'; MATCH (n) DETACH DELETE n //", '../../etc/passwd'].map((id): Case =>
    [[name, id, ...GOOD[name]!.slice(1)], /Nothing on record has that id|no (\w+ or )*\w+ with the id|cannot be used/])),
]

describe('what ask cannot answer it refuses: exit code 1, a sentence, nothing on standard output', () => {
  it('has a way to ask every question, which is answered', async () => {
    expect(NAMES.filter((name) => !(name in GOOD))).toEqual([])
    for (const name of NAMES.filter((one) => one !== 'ownmoney')) expect([name, (await ask([name, ...GOOD[name]!])).code]).toEqual([name, 0])
  })

  it.each(CASES)('%j', async (args, says) => {
    const { code, out, err } = await ask(args)
    expect([code, out]).toEqual([1, ''])
    if (typeof says === 'string') expect(err).toContain(says)
    else expect(err).toMatch(says)
    expect(err).not.toMatch(/\n\s+at |node_modules|GraphQLError|\[object|undefined/)
  })

  it('an unknown id is a typed answer in JSON, with exit code 1', async () => {
    const { code, out, err } = await ask(['ownership', 'org:nl/nobody', '--json'])
    expect([code, (JSON.parse(out) as { __typename: string }).__typename, err.length > 20]).toEqual([1, 'NotFound', true])
  })

  it('help is help, and nothing at all is help with exit code 1', async () => {
    expect(await ask(['shared', '--help'])).toEqual({ code: 0, out: USAGE, err: '' })
    expect(await ask([])).toEqual({ code: 1, out: USAGE, err: '' })
  })
})

describe('what a terminal is shown', () => {
  it('has no text that moves the cursor, changes colours or turns the direction of writing', async () => {
    const commodity = 'red \u001b[31m and \u202Eturned'
    expect((await ask(['choke', HOLDING, commodity])).out).toContain('No flow of red \ufffd[31m and \ufffdturned of A.P. Møller Holding A/S is on record')
  })
})
