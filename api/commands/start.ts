import './production.ts'
import { performance } from 'node:perf_hooks'
import type { GraphStore } from '#store/graph-store.ts'
import { announceHolder } from '#store/holder.ts'
import type { Atlas } from '../atlas.ts'
import { LIMITS } from '../limits/limits.ts'
import { createLog } from '../log.ts'
import type { Log } from '../log.ts'
import { readAtlas } from '../read-atlas.ts'
import type { RunningServer } from '../server.ts'
import { startServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import { isLoopback, readSettings } from '../settings.ts'
import { buildWeb, webIsStale } from './build-web.ts'
import { warmUp } from '../warm-up.ts'
import { openFilledStore, todayOf } from './open-atlas.ts'
import { refuseArguments, runCommand } from './run-command.ts'

/** How often a server shared with other processes is asked whether the data changed. */
const LOOK_AGAIN_MS = 30_000

/** One line per step for whoever waits at the terminal. */
const say = (line: string): void => { process.stdout.write(`${line}\n`) }

/** App and API until a signal ends them: then what is being answered is finished, the store is closed, exit code 0. */
async function start(): Promise<number> {
  const settings = readSettings()
  const log = createLog(settings.logLevel)
  const stopped = untilSignal()
  if (settings.web && webIsStale()) {
    say('Building the web application: about half a minute, only after a change.')
    await buildWeb()
  }
  let atlas: Atlas | undefined
  const server = await startServer({ settings, atlas: () => atlas, log })
  let store: GraphStore | undefined
  try {
    say(`Opening the store ${settings.neo4jUri === undefined ? `in ${settings.dataDir}` : `at ${settings.neo4jUri}`}.`)
    store = await openFilledStore(settings, say)
    say('Reading the atlas.')
    const started = performance.now()
    atlas = await readAtlas(store, todayOf(settings))
    warmUp(atlas)
    if (settings.neo4jUri === undefined) announceHolder(settings.dataDir, server.url)
    selfCheck(settings, log, atlas)
    const { nodes, statements } = atlas.counts
    say(`${sum(nodes)} records and ${sum(statements)} statements, read in ${Math.round(performance.now() - started)} ms.`)
    say(`Mirrorpoint is at ${server.url}`)
    const timer = settings.neo4jUri === undefined ? undefined : lookAgain(store, settings, log, (next) => { atlas?.stopJobs(); atlas = next })
    const signal = await stopped
    clearInterval(timer)
    say(`${signal}: finishing what is being answered.`)
  } finally {
    atlas?.stopJobs()
    await stop(server, store)
  }
  return 0
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0)

async function stop(server: RunningServer, store: GraphStore | undefined): Promise<void> {
  await server.close()
  await store?.close()
}

function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })
}

/** Says which limits hold and what makes the server reachable for others. */
function selfCheck(settings: Settings, log: Log, { store, dataVersion }: Atlas): void {
  log.event('limits', Object.fromEntries(LIMITS.map(({ name, value }) => [`max_${name}`, value])))
  log.event('started', {
    engine: store.engine,
    dataVersion,
    loopback: isLoopback(settings.host),
    dev: settings.dev,
    answerMs: settings.answerMs,
    questionsPerMinute: settings.questionsPerMinute,
    exportsPerHour: settings.exportsPerHour,
  })
  if (settings.hosts !== undefined && settings.proxies === undefined)
    say('MIRRORPOINT_HOSTS names a proxy, but MIRRORPOINT_PROXIES not its address: all its readers share one limit of questions.')
  if (isLoopback(settings.host)) return
  say(
    `Others can reach this server on ${settings.host}. Put a proxy with TLS in front and name it in MIRRORPOINT_HOSTS${settings.hosts === undefined ? ' (not set: any name is answered)' : ''}.`,
  )
}

/** A Neo4j server is written to by other processes, too: when its revision changes, the atlas is read anew. */
function lookAgain(store: GraphStore, settings: Settings, log: Log, onChange: (atlas: Atlas) => void): NodeJS.Timeout {
  let known: number | undefined
  let busy = false
  const look = async (): Promise<void> => {
    const revision = await store.revision()
    if (known !== undefined && revision !== known) onChange(await readAtlas(store, todayOf(settings)))
    known = revision
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    look().catch((error: unknown) => log.bug(error)).finally(() => { busy = false }) // the last version stays readable
  }, LOOK_AGAIN_MS)
  timer.unref()
  return timer
}

await runCommand((args) => {
  refuseArguments('start', args, 'Settings are environment variables: api/SETTINGS.md lists them.')
  return start()
})
