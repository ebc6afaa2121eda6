import { performance } from 'node:perf_hooks'

export interface TurnstileOptions {
  /** Questions answered at once: what one waits for in the store, others use. */
  readonly atOnce: number
  /** Questions that may wait for their turn; more are turned away at the door. */
  readonly waiting: number
  /** Milliseconds after which one that still waits is turned away: too little of its time is left. */
  readonly waitMs: number
}

export interface Turnstile {
  /** Waits for a turn. Resolves to what ends it, or to undefined when there is none soon. */
  readonly enter: () => Promise<(() => void) | undefined>
  /** Whether the next one would be turned away at once; known before a body is read. */
  readonly isFull: () => boolean
}

/** 1,000 connections a second, and what they bring, are let in. */
const MS_PER_ROUND = 1
const MOST_ROUNDS = 1_000

interface Waiting { readonly since: number; readonly called: (leave: (() => void) | undefined) => void }

/**
 * Where questions wait for their turn, first come, first served. A question computes in one go, so turns begin one at a
 * time, and between two of them the server reads, answers health checks and sends what is finished. Under more load than
 * it can carry it turns away early and answers the rest, instead of answering all of them too late.
 */
export function turnstile({ atOnce, waiting, waitMs }: TurnstileOptions): Turnstile {
  const queue: Waiting[] = []
  let inside = 0
  let isCalling = false
  /** Rounds of the event loop to let pass before the next turn. */
  let rounds = 0

  function callNext(): void {
    if (isCalling || queue.length === 0) return
    isCalling = true
    setImmediate(() => { // after what has arrived in the meantime was read
      isCalling = false
      if (rounds > 0) rounds--
      else callFirst()
      if (inside < atOnce) callNext()
    })
  }

  function callFirst(): void {
    turnAwayLate()
    const next = queue.shift()
    if (next === undefined) return
    inside++
    const begun = performance.now()
    next.called(once(() => leave(performance.now() - begun)))
  }

  function turnAwayLate(): void {
    const earliest = performance.now() - waitMs
    while (queue.length > 0 && queue[0]!.since < earliest) queue.shift()!.called(undefined)
  }

  /** In each round of its loop the runtime accepts one connection: after a long turn there are as many to accept as came meanwhile. */
  function leave(tookMs: number): void {
    inside--
    rounds = Math.min(MOST_ROUNDS, Math.ceil(tookMs / MS_PER_ROUND))
    callNext()
  }

  return {
    isFull: () => queue.length >= waiting,
    enter: () => new Promise((resolve) => {
      if (queue.length >= waiting) {
        resolve(undefined)
        return
      }
      queue.push({ since: performance.now(), called: resolve })
      if (inside < atOnce) callNext()
      else setTimeout(turnAwayLate, waitMs + 1).unref() // nobody may leave until then
    }),
  }
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
