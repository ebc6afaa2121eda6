import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askArguments } from '#api/commands/ask-arguments.ts'
import { webIsStale } from '#api/commands/build-web.ts'
import { loadDocument } from '#api/commands/load-document.ts'
import { announceHolder } from '#store/holder.ts'
import { openStore } from '#store/open-store.ts'
import { SMALL_WORLD, startSmallWorld } from './small-world.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-commands-'))
beforeAll(async () => {
  const store = await openStore({ dataDir })
  await store.write({ nodes: SMALL_WORLD.nodes, statements: SMALL_WORLD.statements }, 'imp:small-world')
  await store.durable()
  await store.close()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Ran { readonly code: number | null; readonly stdout: string; readonly stderr: string }
/** A command as people run it, over the small world. */
const run = (command: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> => new Promise((resolve) => {
  const child = spawn(process.execPath, ['--import', 'tsx', `api/commands/${command}.ts`, ...args], { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_TODAY: '2026-11-23', ...environment } })
  const [stdout, stderr]: string[][] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout!.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => stderr!.push(chunk.toString()))
  child.on('close', (code) => resolve({ code, stdout: stdout!.join(''), stderr: stderr!.join('') }))
})

describe('ask', () => {
  it('answers as JSON with the value of the one field', async () => {
    const { code, stdout } = await run('ask', ['shared', 'unlocode:NLRTM', 'unlocode:USLAX', '--domain', 'port', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ __typename: 'SharedAdversaries', totalCount: 1, items: [{ organisation: { name: 'Harbour Group' } }], basis: { asOf: '2026-11-23' } })
  })

  it('answers in words with every source', async () => {
    const { code, stdout } = await run('ask', ['ownership', 'org:nl/terminal', 'up', '--as-of', '2025-06-30'])
    expect(code).toBe(0)
    expect(stdout).toContain('Who holds Terminal NL B.V.: 2 of 2')
    expect(stdout).toContain('A.P. Møller Holding A/S (org:dk/holding), ultimate, control group\n    By the statements on record, A.P. Møller Holding A/S holds 60 % of Terminal NL B.V. over all chains.\n    integrated 60 %, direct –')
    expect(stdout).toContain('Harbour Group is registered as holding 60 % of Terminal NL B.V., Companies House, 2024-03-01. — Register of companies, read 2026-06-01, https://example.org/register')
    expect(stdout).toContain('held by nobody on record: 40 %')
    expect(stdout).toMatch(/Basis: .* as of 2025-06-30/)
  })

  it('tells what one has had in another over time, and what changed between two days', async () => {
    const { code, stdout } = await run('ask', ['timeline', 'org:dk/holding', 'smdg:USLAX/P1'])
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'A.P. Møller Holding A/S in Pier 1: 1 period'])
    expect(stdout).toContain('From 2025: no share in Pier 1 is on record for A.P. Møller Holding A/S; A.P. Møller Holding A/S controls it together with the companies it controls; A.P. Møller Holding A/S runs it')
    const changes = await run('ask', ['changes', '2024-01-01', '2024-12-31', '--organisation', 'org:nl/terminal'])
    expect([changes.code, changes.stdout.split('\n').slice(0, 2)]).toEqual([0, ['1 of 1 changes', '  Begins 2024-03-01: Harbour Group is registered as holding 60 % of Terminal NL B.V., Companies House, 2024-03-01. — Register of companies, read 2026-06-01, https://example.org/register']])
    const late = await run('ask', ['changes', '2024-12-31', '2024-01-01'])
    expect([late.code, late.stderr]).toEqual([1, 'to cannot be used: 2024-01-01 is before 2024-12-31. Give the earlier day as from and the later one as to.\n'])
  })

  it('writes a table with --csv, for answers that rest on statements', async () => {
    const { code, stdout } = await run('ask', ['ownership', 'org:nl/terminal', '--csv'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\uFEFF"?# Mirrorpoint, ownership: of org:nl\/terminal, direction UP/)
    expect(stdout).toContain('\r\nstatement,')
    const none = await run('ask', ['about', '--csv'])
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('--csv is for shared, mirror, ownership, paths')])
    expect((await run('ask', ['ownership', 'org:nl/terminal', '--csv', '--grades', 'inferred'])).code).toBe(1)
  })

  it('has exit code 1 and the reason when there is no answer', async () => {
    const unknown = await run('ask', ['paths', 'org:nl/nobody', 'smdg:USLAX/P1', '--json'])
    expect(unknown.code).toBe(1)
    expect(JSON.parse(unknown.stdout)).toMatchObject({ __typename: 'NotFound' })
    expect(unknown.stderr).toContain('org:nl/nobody')
    const place = await run('ask', ['place', 'unlocode:ZZZZZ'])
    expect([place.code, place.stdout, place.stderr]).toEqual([1, '', 'Nothing on record has that id.\n'])
  })

  it('asks the server when it holds the store', async () => {
    const server = await startSmallWorld()
    try {
      announceHolder(dataDir, server.url)
      const held = await openStore({ dataDir, holderUrl: server.url })
      try {
        const { code, stdout } = await run('ask', ['search', 'quay'])
        expect([code, stdout]).toEqual([0, '1 of 1\n  smdg:NLRTM/QW                      Quay West (port terminal)\n'])
      } finally {
        await held.close()
      }
    } finally {
      await server.stop()
    }
  })

  it('says so when the process that holds the store answers nowhere', async () => {
    const held = await openStore({ dataDir })
    try {
      const { code, stderr } = await run('ask', ['about'])
      expect(code).toBe(1)
      expect(stderr).toMatch(/is held by process \d+\. .*\(STORE_LOCKED\)/)
    } finally {
      await held.close()
    }
  })
})

describe('backup and restore', () => {
  it('bring the same facts to another folder, and refuse a store that is not empty or a file with one byte changed', async () => {
    const file = join(dataDir, 'atlas.ndjson.gz')
    const elsewhere = { DATA_DIR: join(dataDir, 'elsewhere') }
    const written = await run('backup', [file])
    const restored = await run('restore', [file], elsewhere)
    const facts = ({ stdout }: Ran): string | undefined => /: (\d+ nodes, \d+ statements, checksum [0-9a-f]{64})\n$/.exec(stdout)?.[1]
    expect([written.code, restored.code]).toEqual([0, 0])
    expect(facts(restored)).toBe(facts(written))
    expect(facts(written)).toMatch(/^\d+ nodes, 14 statements/)
    const again = await run('restore', [file], elsewhere)
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('(STORE_NOT_EMPTY)')])
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    const damaged = await run('restore', [file], { DATA_DIR: join(dataDir, 'third') })
    expect([damaged.code, damaged.stderr]).toEqual([1, expect.stringMatching(/\((BACKUP_DAMAGED|FILE_UNREADABLE)\)/)])
  })

  it('say where a backup cannot be written', async () => {
    const { code, stderr } = await run('backup', [join(dataDir, 'no', 'such', 'folder.ndjson.gz')])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cannot be written to .*Name a file in a folder that exists.*\(FILE_UNREADABLE\)\n$/)])
    expect(stderr).not.toContain('.ts:')
  })

  it('take one file', async () => expect((await run('backup', [])).stderr).toContain('takes the name of one file'))
})

describe('ingest', () => {
  it('reads a file into the store, asks nothing twice, and says with its exit code what was rejected', async () => {
    const file = join(dataDir, 'ownership.csv')
    writeFileSync(file, 'owner,owned,share,source_title,source_publisher,source_kind,retrieved_on,grade\nHarbour Group,New Quay Ltd,40,Register,Registrar,register,2026-06-01,register\nHarbour Group,Old Quay Ltd,140,Register,Registrar,register,2026-06-01,register\n')
    const first = await run('ingest', ['ownership', file, '--json'])
    expect(first.code).toBe(2)
    expect(JSON.parse(first.stdout)).toMatchObject({ read: 2, loaded: 1, rejected: 1, skipped: 0 })
    const { stdout } = await run('ask', ['search', 'new quay', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ totalCount: 1, edges: [{ node: { name: 'New Quay Ltd' } }] })
    expect((await run('ingest', ['nothing', file])).code).toBe(1)
    expect((await run('ingest', ['presets'])).stdout).toContain('smdg-terminals')
  })
})

describe('arguments of ask', () => {
  it('become variables of the stored question, left out ones absent', () => {
    expect(askArguments(['shared', 'a', 'b', '--list', 'financiers', '--grades', 'register,DOCUMENT', '--collapse', 'false', '--beta', '0.5', '--first', '5', '--as-of', '2024-01-01', '--json'])).toEqual({
      question: 'shared', field: 'sharedAdversaries', json: true,
      variables: { here: 'a', there: 'b', list: 'FINANCIERS', grades: ['REGISTER', 'DOCUMENT'], collapse: false, beta: 0.5, first: 5, asOf: '2024-01-01' },
    })
    expect(askArguments(['ownership', 'x']).variables).toEqual({ of: 'x', direction: 'UP' })
    expect(askArguments(['shared', 'a', 'b', '--weights', 'housing=2, Data Centre = 0.5', '--reading', 'latest']).variables).toMatchObject({ weights: [{ domain: 'HOUSING', weight: 2 }, { domain: 'DATA_CENTRE', weight: 0.5 }], reading: 'LATEST' })
    expect(askArguments(['mirror', 'a', 'b', 'c', '--weights=position=1,scale=-1', '--method', 'role-sim']).variables).toMatchObject({ weights: [{ feature: 'position', weight: 1 }, { feature: 'scale', weight: -1 }], method: 'ROLE_SIM' })
  })

  it.each([
    [['sharde', 'a', 'b'], 'UNKNOWN_QUESTION', 'Did you mean shared?'], [[], 'UNKNOWN_QUESTION', 'No question.'], [['__proto__'], 'UNKNOWN_QUESTION', '“__proto__” is no question.'], [['shared', 'a'], 'BAD_SETTING', 'shared takes HERE THERE.'],
    [['shared', 'a', 'b', '--grade', 'x'], 'BAD_SETTING', '--grade'], [['shared', 'a', 'b', '--grades', 'best'], 'BAD_SETTING', '--grades knows register'], [['shared', 'a', 'b', '--first', 'ten'], 'BAD_SETTING', '--first is a number'],
    [['ownership', 'x', 'sideways'], 'BAD_SETTING', 'direction is up or down'],
    [['shared', 'a', 'b', '--method', 'gower'], 'BAD_SETTING', 'shared takes no --method.'], [['mirror', 'a', 'b', 'c', '--min-share', '0.1'], 'BAD_SETTING', 'mirror takes no --min-share.'], [['about', '--languages'], 'BAD_SETTING', 'about takes no --languages or --time-zones.'],
  ])('%j are refused: %s', (args, code, message) => {
    expect(() => askArguments(args)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error)
  })

  it('stored questions bring the fragments they use and no others', () => {
    expect(loadDocument('about')).not.toContain('fragment')
    expect([...loadDocument('coverage').matchAll(/^fragment (\w+)/gm)].map(([, name]) => name).sort()).toEqual(['Covered', 'Facts', 'Large', 'Later', 'Name', 'Problem', 'Wrong'])
  })
})

describe('start', () => {
  it('prints its address, answers, and on SIGTERM finishes and ends with 0', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'api/commands/start.ts'], { cwd: ROOT, env: { ...process.env, PORT: '0', DATA_DIR: dataDir, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_WEB: '0' } })
    const output: string[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    const ended = new Promise<number | null>((resolve) => { child.on('close', resolve) })
    const address = async (): Promise<string> => {
      for (let i = 0; i < 300; i++) {
        const found = /Mirrorpoint is at (http:\S+)/.exec(output.join(''))?.[1]
        if (found !== undefined) return found
        await pause(100)
      }
      throw new Error(`It never said where it is: ${output.join('')}`)
    }
    const url = await address()
    expect(JSON.parse(readFileSync(join(dataDir, 'holder.json'), 'utf8'))).toEqual({ pid: child.pid, url })
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(join(dataDir, 'holder.json'))).toBe(false)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('refuses to start with a misspelt setting', async () => {
    const { code, stderr } = await run('start', [], { MIRRORPOINT_PORT: '4000' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^MIRRORPOINT_PORT is no setting\..*\(UNKNOWN_SETTING\)\n$/)
  })

  it('builds the web application when it is missing or older than its sources', () => {
    const root = mkdtempSync(join(tmpdir(), 'mirrorpoint-root-'))
    const write = (path: string, at: number): void => {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), '')
      utimesSync(join(root, path), at, at)
    }
    write('web/main.tsx', 1_000)
    expect(webIsStale(root)).toBe(true)
    write('web/dist/index.html', 2_000)
    expect(webIsStale(root)).toBe(false)
    write('web/map/layer.ts', 3_000)
    expect(webIsStale(root)).toBe(true)
    rmSync(root, { recursive: true })
  })
})
