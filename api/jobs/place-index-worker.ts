import { parentPort, workerData } from 'node:worker_threads'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { receivedView } from './portable-view.ts'

/** What a worker is given, and what it sends once. It never opens the store: the embedded engine must not live in a thread that can be ended. */
export interface PlaceIndexTask { readonly view: object; readonly stop: SharedArrayBuffer }

const { view, stop } = workerData as PlaceIndexTask // given by place-indexes.ts
try {
  parentPort?.postMessage({ index: buildPlaceIndex(receivedView(view), new Cancellation({ flag: stop })) })
} catch (error) {
  if (!(error instanceof Cancelled)) throw error
  parentPort?.postMessage({ index: undefined })
}
