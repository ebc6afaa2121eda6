import { join } from 'node:path'
import { MODEL } from '#model/model.ts'
import type { Atlas } from './atlas.ts'
import type { Counters } from './http/graphql-endpoint.ts'
import { clientNetwork } from './http/client-network.ts'
import { graphqlEndpoint } from './http/graphql-endpoint.ts'
import { rateLimit } from './http/rate-limit.ts'
import { serve } from './http/serve.ts'
import { NO_FILES, readStaticFiles } from './http/static-files.ts'
import type { Log } from './log.ts'
import { buildSchema } from './schema/build-schema.ts'
import type { Settings } from './settings.ts'

export const WEB_FOLDER = join(import.meta.dirname, '..', 'web', 'dist')
const STORE_ANSWERS_WITHIN_MS = 2_000

export interface ServerOptions {
  readonly settings: Settings
  /** Undefined while the data are being read; then questions answer STARTING. */
  readonly atlas: () => Atlas | undefined
  readonly log: Log
  /** Folder of the built web application. */
  readonly webFolder?: string
}
export interface RunningServer { readonly url: string; readonly counters: Counters; readonly close: () => Promise<void> }

/**
 * App and API on one port. Safe as it comes: loopback only, no schema to read, no foreign origins.
 * @throws KnownError BAD_SETTING when it cannot listen
 */
export async function startServer({ settings, atlas, log, webFolder = WEB_FOLDER }: ServerOptions): Promise<RunningServer> {
  const graphql = graphqlEndpoint({ schema: buildSchema(MODEL), atlas, dev: settings.dev, answerMs: settings.answerMs, report: log.bug })
  const serving = await serve({
    host: settings.host, port: settings.port, hosts: settings.hosts, graphql, log,
    networkOf: clientNetwork(settings.proxies),
    questions: rateLimit({ count: settings.questionsPerMinute, periodMs: 60_000 }), exports: rateLimit({ count: settings.exportsPerHour, periodMs: 3_600_000 }),
    files: settings.web ? readStaticFiles(webFolder) : NO_FILES,
    ready: async () => { const current = atlas(); return current !== undefined && answers(current) },
  })
  return { url: serving.url, counters: graphql.counters, close: serving.close }
}

/** Whether the store answers a question without an answer, soon. */
function answers({ store }: Atlas): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => { setTimeout(() => resolve(false), STORE_ANSWERS_WITHIN_MS).unref() })
  return Promise.race([store.nodes(['unlocode:ZZZZZ']).then(() => true, () => false), late]) // a store that fails is not ready: that is the answer
}
