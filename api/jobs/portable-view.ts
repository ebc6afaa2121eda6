import type { OwnershipView } from '#analytics/record/ownership-view.ts'

const inMainThread = (): never => { throw new Error('Ids and keys stay in the thread that reads the store.') }

/**
 * A view as another thread can have it: plain data. Columns of the snapshot are in shared memory and are not copied;
 * names, ids and keys, which no method of analytics reads, stay here.
 */
export function portableView(view: OwnershipView): object {
  const { indexOf: _indexOf, keyOf: _keyOf, compareKeys: _compareKeys, ...snapshot } = view.snapshot
  return { ...view, judgements: new Map(), clusters: new Map(), disagreements: [], snapshot: { ...snapshot, nodes: { ...snapshot.nodes, ids: [], names: [] } } }
}

/** The same, on the other side. */
export function receivedView(data: object): OwnershipView {
  const view = data as OwnershipView // made by portableView
  return { ...view, snapshot: { ...view.snapshot, indexOf: inMainThread, keyOf: inMainThread, compareKeys: inMainThread } }
}
