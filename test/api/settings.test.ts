import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KnownError } from '#model/known-error.ts'
import { SETTINGS, readSettings, settingsTable } from '#api/settings.ts'

const refusal = (environment: Record<string, string>): { code: string; message: string } => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof KnownError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('It was accepted.')
}

describe('settings', () => {
  it('are safe when nothing is set: this machine only, no schema to read', () => {
    expect(readSettings({})).toEqual({
      port: 4000, host: '127.0.0.1', dataDir: '.data', neo4jUri: undefined, neo4jUser: 'neo4j', neo4jPassword: undefined, neo4jDatabase: undefined, datasets: undefined, today: undefined,
      hosts: undefined, proxies: undefined, questionsPerMinute: 60, exportsPerHour: 6, answerMs: 1000, logLevel: 'info', dev: false, web: true, sources: undefined,
    })
  })

  it('an empty variable counts as left out, others of the environment are none of ours', () => {
    expect(readSettings({ PORT: '', NEO4J_URI: '', HOME: '/home/x', MIRROR: '1' }).port).toBe(4000)
  })

  it('reads what is set', () => {
    expect(readSettings({ PORT: '0', MIRRORPOINT_DATASETS: 'ports, places', MIRRORPOINT_TODAY: '2026-11-23', MIRRORPOINT_HOSTS: 'Atlas.example.org,b.example:8080', NEO4J_URI: 'neo4j+s://db.example:7687' })).toMatchObject({
      port: 0, datasets: ['ports', 'places'], today: '2026-11-23', hosts: ['atlas.example.org', 'b.example:8080'], neo4jUri: 'neo4j+s://db.example:7687',
    })
    expect(readSettings({ MIRRORPOINT_PROXIES: '10.0.0.1, 10.1.0.0/16,2001:db8::/32', MIRRORPOINT_QUESTIONS_PER_MINUTE: '0' })).toMatchObject({ proxies: ['10.0.0.1', '10.1.0.0/16', '2001:db8::/32'], questionsPerMinute: 0 })
    expect(readSettings({ MIRRORPOINT_DATASETS: 'none' }).datasets).toEqual([])
  })

  it('refuses a misspelt one and names its neighbours', () => {
    expect(refusal({ MIRRORPOINT_DATASET: 'ports' })).toEqual({ code: 'UNKNOWN_SETTING', message: 'MIRRORPOINT_DATASET is no setting. Did you mean MIRRORPOINT_DATASETS? All settings are listed in api/SETTINGS.md.' })
    expect(refusal({ MIRRORPOINT_: '1' }).code).toBe('UNKNOWN_SETTING')
  })

  it.each([
    ['PORT', '70000', 'PORT must be a port from 0 (any free one) to 65535, not “70000”.'], ['PORT', '80a', 'not “80a”'], ['PORT', '-1', 'not “-1”'],
    ['MIRRORPOINT_TODAY', '2026-02-30', 'a day such as'], ['MIRRORPOINT_TODAY', '2026', 'a day such as'], ['MIRRORPOINT_DEV', 'yes', '1 or 0'], ['MIRRORPOINT_LOG', 'loud', 'debug, info'],
    ['NEO4J_URI', 'http://localhost', 'neo4j://'], ['MIRRORPOINT_DATASETS', '../x', 'names of data sets'], ['DATA_DIR', ' ', 'a text'],
    ['MIRRORPOINT_QUESTIONS_PER_MINUTE', '-1', 'a number from 0'], ['MIRRORPOINT_EXPORTS_PER_HOUR', 'many', 'a number from 0'], ['MIRRORPOINT_PROXIES', 'proxy.example', 'addresses or ranges'], ['MIRRORPOINT_PROXIES', '10.0.0.0/33', 'addresses or ranges'], ['MIRRORPOINT_PROXIES', '10.0.0.1,', 'addresses or ranges'],
  ])('refuses %s=%s', (name, value, message) => {
    const { code, message: said } = refusal({ [name]: value })
    expect(code).toBe('BAD_SETTING')
    expect(said).toContain(message)
  })

  it('never repeats a password', () => expect(refusal({ NEO4J_PASSWORD: 'hunter2\n' }).message).not.toContain('hunter2'))
  it('refuses the development mode on an address others can reach', () => expect(refusal({ MIRRORPOINT_DEV: '1', HOST: '0.0.0.0' }).code).toBe('BAD_SETTING'))

  it('are all in the table for readers', () => {
    const table = readFileSync(join(import.meta.dirname, '../../api/SETTINGS.md'), 'utf8')
    expect(table).toBe(settingsTable())
    for (const { name } of Object.values(SETTINGS)) expect(table).toContain(`| \`${name}\` |`)
  })
})
