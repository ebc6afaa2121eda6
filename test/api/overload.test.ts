import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedWork } from '#api/http/shared-work.ts'
import { turnstile } from '#api/http/turnstile.ts'
import { MAX } from '#api/limits/limits.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

describe('questions take turns', () => {
  it('begins one turn in each round of the event loop, first come, first served', async () => {
    const { enter } = turnstile({ atOnce: 10, waiting: 10, waitMs: 10_000 })
    const begun: number[] = []
    for (let at = 0; at < 3; at++) void enter().then((leave) => { begun.push(at); leave?.() })
    expect(begun).toEqual([])
    await nextRound()
    expect(begun).toEqual([0])
    for (let round = 0; round < 20; round++) await nextRound()
    expect(begun).toEqual([0, 1, 2])
  })

  it('turns away at the door when as many wait as may', async () => {
    const { enter, isFull } = turnstile({ atOnce: 1, waiting: 2, waitMs: 10_000 })
    const leave = await enter()
    const [second, third] = [enter(), enter()]
    expect(isFull()).toBe(true)
    expect(await enter()).toBeUndefined()
    leave?.()
    leave?.() // a turn ends once
    const leaveSecond = await second
    expect([leaveSecond, isFull()]).toEqual([expect.any(Function), false])
    leaveSecond?.()
    expect(await third).toBeInstanceOf(Function)
  })

  it('turns away who has waited too long, also while nobody leaves', async () => {
    const { enter } = turnstile({ atOnce: 1, waiting: 10, waitMs: 20 })
    await enter()
    expect(await enter()).toBeUndefined()
  })

  it('after a turn that held the loop, lets what came meanwhile in first', async () => {
    const { enter } = turnstile({ atOnce: 10, waiting: 10, waitMs: 10_000 })
    const [first, second] = [enter(), enter()]
    const leave = await first
    const until = performance.now() + 30
    while (performance.now() < until) { /* computes */ }
    leave?.()
    let rounds = 0
    let isIn = false
    void second.then(() => { isIn = true })
    for (; !isIn; rounds++) await nextRound()
    expect(rounds).toBeGreaterThanOrEqual(25)
  })
})

describe('one piece of work for all who ask the same', () => {
  it('is done once, and again when asked after it was done', async () => {
    const share = sharedWork<number>()
    let done = 0
    const work = async (): Promise<number> => { await wait(5); return ++done }
    const { signal } = new AbortController()
    expect(await Promise.all([share('a', signal, work), share('a', signal, work), share('b', signal, work)])).toEqual([1, 1, 2])
    expect(await share('a', signal, work)).toBe(3)
  })

  it('goes on while one still waits, and stops when the last has left', async () => {
    const share = sharedWork<string>()
    const [one, two] = [new AbortController(), new AbortController()]
    let stopped = false
    const work = (signal: AbortSignal): Promise<string> => new Promise((resolve) => { signal.addEventListener('abort', () => { stopped = true; resolve('stopped') }) })
    const results = [share('a', one.signal, work), share('a', two.signal, work)]
    one.abort()
    expect(stopped).toBe(false)
    two.abort()
    expect(await Promise.all(results)).toEqual(['stopped', 'stopped'])
    expect(await share('a', new AbortController().signal, async () => 'asked anew')).toBe('asked anew')
  })

  it('a failure reaches all who waited, and is not kept', async () => {
    const share = sharedWork<string>()
    const { signal } = new AbortController()
    const fails = (): Promise<string> => Promise.reject(new Error('no store'))
    expect(await Promise.allSettled([share('a', signal, fails), share('a', signal, fails)])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(await share('a', signal, async () => 'works again')).toBe('works again')
  })
})

describe('a server that is asked more than it can answer', () => {
  let server: TestServer
  const agent = new Agent({ keepAlive: true, maxSockets: 400 })
  beforeAll(async () => { server = await startSmallWorld() })
  afterAll(async () => {
    agent.destroy()
    await server.stop()
  })

  interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
  const send = (method: string, path: string, body?: string): Promise<Got> => new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const outgoing = request({ hostname, port, path, method, agent, headers: body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString() })).on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
  const question = (word: string) => JSON.stringify({ query: 'query ($text: String!) { search(text: $text) { totalCount } }', variables: { text: word } })

  it('answers as many as wait and tells the rest at once to come back; then it answers again', async () => {
    const senders = Array.from({ length: 3 * MAX.waiting }, (_, at) => at)
    await Promise.all(senders.map(() => send('GET', '/healthz'))) // connections are open
    const got = await Promise.all(senders.map((at) => send('POST', '/graphql', question(`word ${at}`))))
    const turnedAway = got.filter(({ status }) => status === 503)
    expect(new Set(got.map(({ status }) => status))).toEqual(new Set([200, 503]))
    expect(got.length - turnedAway.length).toBeGreaterThanOrEqual(MAX.waiting / 2)
    expect(turnedAway[0]?.headers['retry-after']).toBe('2')
    expect(JSON.parse(turnedAway[0]?.text ?? '')).toEqual({ errors: [{ message: 'More is asked than can be answered now. Try again in a few seconds.', extensions: { code: 'OVERLOADED' } }] })
    expect((await send('POST', '/graphql', question('after'))).status).toBe(200)
  })

  it('works out once what many ask at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => send('GET', '/healthz')))
    const before = server.counters.executed
    const got = await Promise.all(Array.from({ length: 50 }, () => send('POST', '/graphql', question('the same'))))
    expect(got.map(({ status }) => status)).toEqual(got.map(() => 200))
    expect(server.counters.executed - before).toBeLessThan(10)
  })

  it('who leaves before the answer leaves others theirs', async () => {
    const kept = send('POST', '/graphql', question('kept'))
    const { hostname, port } = new URL(server.url)
    const left = request({ hostname, port, path: '/graphql', method: 'POST', agent: false, headers: { 'content-type': 'application/json' } })
    left.on('error', () => undefined)
    left.end(question('kept'))
    setTimeout(() => left.destroy(), 1)
    expect(JSON.parse((await kept).text)).toEqual({ data: { search: { totalCount: 0 } } })
  })
})
