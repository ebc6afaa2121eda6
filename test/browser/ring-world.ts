import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeValue, Statement } from '#model/model.ts'
import { createLog } from '#api/log.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { startServer } from '#api/server.ts'
import { readSettings } from '#api/settings.ts'
import { openStore } from '#store/open-store.ts'

const organisation = (id: string, name: string): NodeValue => ({ label: 'Organisation', id, name, nameKey: name.toLowerCase(), kind: 'company' })
const owns = (from: string, to: string): Statement => ({ type: 'OWNS', from, to, interest: 'shareholding', share: { min: 1, max: 1 }, sourceId: 'src:ring', grade: 'register', status: 'in force', retrievedOn: '2026-06-01' })

/** Circle A ──100 %──▶ Circle B ──100 %──▶ Circle A, behind the pages that were built last. */
export async function startRing(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-ring-'))
  const store = await openStore({ dataDir })
  await store.write({
    nodes: [{ label: 'Source', id: 'src:ring', name: 'Register of circles', kind: 'register', retrievedOn: '2026-06-01' }, organisation('org:zz/circle-a', 'Circle A'), organisation('org:zz/circle-b', 'Circle B')],
    statements: [owns('org:zz/circle-a', 'org:zz/circle-b'), owns('org:zz/circle-b', 'org:zz/circle-a')],
  }, 'imp:ring')
  const atlas = await readAtlas(store, () => '2026-11-24')
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_TODAY: '2026-11-24', MIRRORPOINT_ANSWER_MS: '5000' })
  const server = await startServer({ settings, atlas: () => atlas, log: createLog('error'), webFolder: join(import.meta.dirname, '..', '..', 'web', 'dist') })
  return {
    url: server.url,
    async stop() {
      await server.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
