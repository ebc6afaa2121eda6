import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIngest } from '#ingest/command.ts'
import { fileAt } from '#ingest/formats/input-file.ts'
import { openFile, scanFile } from '#ingest/formats/read-file.ts'
import { ALL_PRESETS } from '#ingest/registry.ts'
import { MOST_PROBLEMS } from '#ingest/report.ts'
import { openStore } from '#store/open-store.ts'
import { clock } from './atlas.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-command-')); mkdirSync(join(folder, 'data')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runIngest(args, { openStore: () => openStore({ dataDir: join(folder, 'data') }), stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, clock })
  return { code, out: out.join(''), err: err.join('') }
}
const file = (name: string, ...lines: string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

describe('npm run ingest', () => {
  it('answers 0 when every row was loaded, also the second time', async () => {
    const path = file('good.csv', 'owner,owned,share', 'Alpha NV,Beta BV,60 %', 'Gamma NV,Beta BV,40')
    const args = ['ownership', path, '--source-title', 'Register', '--source-kind', 'register', '--source-url', 'https://register.example/', '--retrieved-on', '2026-11-23']
    expect(await run(...args)).toMatchObject({ code: 0, err: '' })
    const again = await run(...args)
    expect([again.code, again.out.includes('0 new, 0 changed')]).toEqual([0, true])
  })

  it('answers 2 when some rows were rejected, and the report lists them and adds up', async () => {
    const path = file('some.csv', 'owner,owned,share,source_title,e-mail', 'Alpha NV,Beta BV,60 %,R,a@b.example', 'Gamma NV,Beta BV,many,R,', 'Delta NV,Beta BV,,,')
    const { code, out } = await run('ownership', path, '--report', join(folder, 'report.json'))
    expect(code).toBe(2)
    expect(out).toContain('some.csv row 3, share: NOT_A_PERCENT “many”')
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { read: number; loaded: number; rejected: number; skipped: number; problems: unknown[]; droppedColumns: unknown[] }
    expect(report).toMatchObject({ read: 3, loaded: 1, rejected: 2, skipped: 0, droppedColumns: [{ column: 'e-mail', because: 'e-mail: not kept' }] })
    expect(report.problems).toMatchObject([{ row: 3, code: 'NOT_A_PERCENT' }, { row: 4, code: 'NO_SOURCE' }])
  })

  it('answers 1 when nothing could be read or loaded, with the next step', async () => {
    expect(await run('ownership', join(folder, 'none.csv'))).toMatchObject({ code: 1, err: 'FILE_UNREADABLE: none.csv: there is no such file.\n' })
    expect(await run('ownership', file('wrong.csv', 'a,b', '1,2'))).toMatchObject({ code: 1, err: expect.stringContaining('needs the columns owner, owned; its first row is no header') as unknown })
    expect((await run('ownership', file('no-header.csv', 'Ottokar Pimpernell,Beta BV'))).err).not.toContain('Pimpernell')
    expect((await run('ownership', file('all-bad.csv', 'owner,owned,share', 'A NV,B BV,x'), '--source-title', 'T')).code).toBe(1)
    expect((await run('ownership', file('header-only.csv', 'owner,owned'))).code).toBe(1)
    expect(await run('nonsense', 'x.csv')).toMatchObject({ code: 1, err: expect.stringMatching(/^UNKNOWN_PRESET: .*ownership, sites, brand-presence/) as unknown })
    expect((await run('ownership')).err).toContain('BAD_SETTING: Name at least one file')
    expect((await run('ownership', 'x.csv', '--source-url', 'javascript:1')).err).toContain('--source-url')
    expect((await run('ownership', 'x.csv', '--colour', 'red')).err).toContain('BAD_SETTING')
  })

  it('lists every preset with its columns', async () => {
    const { code, out } = await run('presets')
    expect(code).toBe(0)
    for (const { id, columns } of ALL_PRESETS) {
      expect(out).toContain(`\n${id} (`.slice(id === ALL_PRESETS[0]!.id ? 1 : 0))
      for (const { name } of columns) expect(out).toContain(`    ${name}`)
    }
  })

  it('checks without writing', async () => {
    const { code, out } = await run('ownership', file('good.csv', 'owner,owned', 'Alpha NV,Beta BV'), '--source-title', 'T', '--dry-run')
    expect([code, out.includes('(nothing written)')]).toEqual([0, true])
    const store = await openStore({ dataDir: join(folder, 'data') })
    expect((await store.counts()).nodes['Organisation'] ?? 0).toBe(0)
    await store.close()
  })

  it('prints no escape sequence of a file', async () => {
    const { out } = await run('ownership', file('esc.csv', 'owner,owned,share,\u001b[31mred', 'A NV,B BV,\u001b[2Jx,'), '--source-title', 'T')
    expect(out).not.toContain('\u001b')
  })

  it.each([['one record', 5_000, 1], ['all records together', 1, 5_000]])('refuses a list with thousands of fields in %s: each would be looked up', async (_name, fields, records) => {
    const list = Array.from({ length: records }, (_, record) => Object.fromEntries(Array.from({ length: fields }, (_, at) => [`field ${record * fields + at}`, 1])))
    expect(await run('smdg-liner-codes', file('fields.json', JSON.stringify(list)))).toMatchObject({ code: 1, err: 'FILE_UNREADABLE: fields.json: its records have more than 4,096 different fields.\n' })
  })

  it('counts every wrong row and lists the first of them', async () => {
    const { code, out } = await run('ownership', file('wrong.csv', 'owner,owned,share', ...Array<string>(MOST_PROBLEMS + 10).fill('A NV,B BV,x')), '--source-title', 'T', '--dry-run', '--json')
    const report = JSON.parse(out) as { rejected: number; problems: unknown[]; notes: unknown[] }
    expect([code, report.rejected, report.problems.length]).toEqual([1, MOST_PROBLEMS + 10, MOST_PROBLEMS])
    expect(report.notes).toContainEqual({ text: 'more than 50,000 problems: further rejected rows are counted and not listed', count: 10, file: 'wrong.csv', row: MOST_PROBLEMS + 2 })
  })
})

describe('what is no file, or does not stay as it is', () => {
  it('pipes, devices and folders are refused at once', async () => {
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    symlinkSync('/dev/zero', join(folder, 'endless.csv'))
    expect(await run('ownership', pipe)).toMatchObject({ code: 1, err: 'FILE_UNREADABLE: pipe.csv: it is a pipe or a device; save what it gives as a file.\n' })
    expect(await run('ownership', join(folder, 'endless.csv'))).toMatchObject({ code: 1, err: 'FILE_UNREADABLE: endless.csv: it is a pipe or a device; save what it gives as a file.\n' })
    expect(await run('ownership', folder)).toMatchObject({ code: 1, err: expect.stringContaining('it is a folder') as unknown })
    expect(await run('ownership', join(file('good.csv', 'owner,owned'), 'inside.csv'))).toMatchObject({ code: 1, err: 'FILE_UNREADABLE: inside.csv: it cannot be read (ENOTDIR).\n' })
  })

  it.each([
    ['grows between two passes', false, (path: string) => appendFileSync(path, 'Late NV,Beta BV\n')], ['is cut between two passes', false, (path: string) => truncateSync(path, 400)],
    ['grows while it is read', true, (path: string) => appendFileSync(path, 'Late NV,Beta BV\n')], ['is cut while it is read', true, (path: string) => truncateSync(path, 400)],
  ])('a file that %s is refused', async (_name, isWithin, change) => {
    const path = file('moving.csv', 'owner,owned', ...Array<string>(60_000).fill('Alpha NV,Beta BV'))
    const scanned = await scanFile(fileAt(path))
    const rows = async (): Promise<number> => {
      let count = 0
      const opened = await openFile(scanned, 'table', ['owner'])
      for await (const _row of opened.rows) if (++count === 1 && isWithin) change(path)
      return count
    }
    if (!isWithin) change(path)
    await expect(rows()).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: 'moving.csv: it was changed while it was read; try again when it is complete.' })
  })
})
