import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { chromiumPath } from '../test-tools.ts'

const root = join(import.meta.dirname, '..', '..')
/** The day of asking, so that a picture or a sentence does not change overnight. */
const TODAY = '2026-11-24'
const READY_MS = 180_000

export interface RunningAtlas { readonly url: string; readonly browser: Browser; readonly stop: () => Promise<void> }

/** The real server with the built-in data in a folder of its own, and a browser. Waits for the line that says where it is. */
export async function startAtlas(dataDir?: string): Promise<RunningAtlas> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'mirrorpoint-browser-'))
  const server = spawn(process.execPath, ['--import', 'tsx', 'api/commands/start.ts'], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, MIRRORPOINT_TODAY: TODAY, MIRRORPOINT_ANSWER_MS: '15000', MIRRORPOINT_LOG: 'error' },
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server said nothing after ${READY_MS / 1000} s:\n${output.slice(-2000)}`)), READY_MS)
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /Mirrorpoint is at (http:\/\/\S+)/.exec(output)?.[1]
      if (found) { clearTimeout(late); resolve(found) }
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', (code) => { clearTimeout(late); reject(new Error(`The server ended with ${code}:\n${output.slice(-2000)}`)) })
  })
  const browser = await launchBrowser()
  const stop = async (): Promise<void> => {
    await Promise.race([browser.close(), new Promise((resolve) => { setTimeout(resolve, 10_000).unref() })])
    server.removeAllListeners('exit')
    const gone = new Promise((resolve) => { server.once('exit', resolve) })
    server.kill('SIGTERM')
    if (server.exitCode === null) await Promise.race([gone, new Promise((resolve) => { setTimeout(resolve, 10_000).unref() })])
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { url, browser, stop }
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('No Chromium.') // the suites are skipped by name before they come here
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
