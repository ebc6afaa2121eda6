import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askArguments } from '#api/commands/ask-arguments.ts'
import { CITY3, GROUP, HARBOUR_TABLES } from '../worlds/flow-world.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-flow-commands-'))
interface Ran { readonly code: number | null; readonly stdout: string; readonly stderr: string }
const run = (command: string, ...args: readonly string[]): Promise<Ran> => new Promise((resolve) => {
  const child = spawn(process.execPath, ['--import', 'tsx', `api/commands/${command}.ts`, ...args], { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_TODAY: '2026-11-24' } })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk.toString()))
  child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
})

beforeAll(async () => {
  for (const [preset, ...lines] of HARBOUR_TABLES) {
    writeFileSync(join(dataDir, `${preset}.csv`), `${lines.join('\n')}\n`)
    const { code, stderr } = await run('ingest', preset, join(dataDir, `${preset}.csv`), '--source-title', 'Trade statistics', '--source-kind', 'dataset', '--retrieved-on', '2026-11-01')
    expect([code, stderr]).toEqual([0, expect.any(String)])
  }
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('ask choke and ask whatif', () => {
  it('tell in words what a group depends on, with sources and what the numbers are not', async () => {
    const { code, stdout } = await run('ask', 'choke', GROUP, 'grain')
    expect(code).toBe(0)
    expect(stdout).toContain('110 t a year of grain can reach the markets of Grain Group NV. Most is lost without DC1, PortA: 72.7 % after re-routing.')
    expect(stdout).toContain('  1 PortA: lost after re-routing 72.7 %, share of the stated flow 72.7 %, 1 way around it')
    expect(stdout).toContain('Trade statistics reports that MillN supplies grain to PortA, 2025. — Trade statistics, read 2026-11-01')
    expect(stdout).toContain('Estimates of commercial dependence, for lawful bargaining and public debate. Not a statement about safety or security.')
    expect(stdout).toMatch(/Basis: Loss of maximum flow after re-routing/)
  })

  it('tell what still arrives in a place without named sites', async () => {
    const { code, stdout } = await run('ask', 'whatif', CITY3, '--remove', 'site:x/port-b, site:x/dc-1')
    expect([code, stdout]).toEqual([1, '']) // DC1 is on no way to it
    const answer = await run('ask', 'whatif', CITY3, '--remove', 'site:x/port-b', '--json')
    expect(answer.code).toBe(0)
    expect(JSON.parse(answer.stdout)).toMatchObject({ __typename: 'WhatIf', place: { id: CITY3 }, lossAfterRerouting: { low: 1, high: 1 }, cutOffMarkets: [{ id: CITY3 }] })
    expect((await run('ask', 'whatif', CITY3)).stderr).toContain('Name the sites that would stand still')
  })
})

describe('arguments of choke and whatif', () => {
  it('tell an organisation from a place by its id', () => {
    expect(askArguments(['choke', 'unlocode:NLRTM', 'grain', '--first', '3'])).toMatchObject({ question: 'choke', field: 'chokePoints', variables: { place: 'unlocode:NLRTM', commodity: 'grain', first: 3 } })
    expect(askArguments(['choke', 'lei:5493001KJTIIGC8Y1R12']).variables).toEqual({ organisation: 'lei:5493001KJTIIGC8Y1R12' })
    expect(askArguments(['whatif', 'org:nl/x', '--remove', 'a:1,b:2']).variables).toEqual({ organisation: 'org:nl/x', remove: ['a:1', 'b:2'] })
    expect(() => askArguments(['choke'])).toThrow('choke takes SUBJECT [COMMODITY].')
  })
})
