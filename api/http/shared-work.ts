/** Work on the way, and how many wait for it. */
interface Job<T> { readers: number; readonly stop: AbortController; readonly result: Promise<T> }

export type SharedWork<T> = (key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>

/**
 * Whoever asks for what is being worked out already waits for that, instead of having it worked out again. The work is
 * told to stop when the last one who waited has left. For reading only: what changes something is never the same twice.
 */
export function sharedWork<T>(): SharedWork<T> {
  const jobs = new Map<string, Job<T>>()
  return (key, signal, work) => {
    const job = jobs.get(key) ?? begin(key, work)
    job.readers++
    signal.addEventListener('abort', () => leave(key, job), { once: true })
    if (signal.aborted) leave(key, job)
    return job.result
  }

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Job<T> {
    const stop = new AbortController()
    const job: Job<T> = { readers: 0, stop, result: work(stop.signal).finally(() => forget(key, job)) }
    jobs.set(key, job)
    return job
  }

  function leave(key: string, job: Job<T>): void {
    if (--job.readers > 0) return
    forget(key, job)
    job.stop.abort()
  }

  function forget(key: string, job: Job<T>): void {
    if (jobs.get(key) === job) jobs.delete(key)
  }
}
