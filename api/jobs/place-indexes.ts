import { Worker } from 'node:worker_threads'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { PlaceIndex } from '#analytics/places/place-index.ts'
import { hasPlaceIndex, rememberPlaceIndex } from '#analytics/places/place-index.ts'
import type { PlaceIndexTask } from './place-index-worker.ts'
import { portableView } from './portable-view.ts'

/** Indexes of all places, made in threads of their own, one at a time, so that nobody else waits for them. */
export interface PlaceIndexes {
  /** True once the view has its index; false when the jobs were stopped before. One job per view, however often it is asked for. */
  readonly prepare: (view: OwnershipView) => Promise<boolean>
  /** Asks running jobs to stop and starts no others. */
  readonly stop: () => void
}

export function placeIndexes(): PlaceIndexes {
  const jobs = new WeakMap<OwnershipView, Promise<boolean>>()
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  let last: Promise<unknown> = Promise.resolve()
  const begin = (view: OwnershipView): Promise<boolean> => {
    const job = last.then(async () => {
      const index = isStopped(stop) ? undefined : await inWorker({ view: portableView(view), stop })
      if (index !== undefined) rememberPlaceIndex(view, index)
      return index !== undefined
    })
    last = job.catch(() => undefined) // the next one waits for the end, not for the outcome
    return job
  }
  return {
    prepare: (view) => {
      if (hasPlaceIndex(view)) return Promise.resolve(true)
      const job = jobs.get(view) ?? begin(view)
      jobs.set(view, job)
      return job
    },
    stop: () => { Atomics.store(new Int32Array(stop), 0, 1) },
  }
}

const isStopped = (stop: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(stop), 0) !== 0

/** Undefined when it was asked to stop. @throws what the worker throws: a bug */
function inWorker(task: PlaceIndexTask): Promise<PlaceIndex | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./place-index-thread.mjs', import.meta.url), { workerData: task, execArgv: [] })
    worker.unref() // a process that is done does not wait for it
    worker.once('message', ({ index }: { readonly index: PlaceIndex | undefined }) => resolve(index))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread that makes the index of all places ended with code ${code}.`))) // after a message this changes nothing
  })
}
