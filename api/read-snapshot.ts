import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { NodeValue } from '#model/model.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import { roughestKinds } from '#snapshot/roughest-kinds.ts'
import { FactsChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { OtherRecords } from './public-node.ts'
import { publicNode } from './public-node.ts'
import { TYPES_WITH_FIGURES, publicStatement } from './public-statement.ts'

/** Everything on record, and what of it is kept from readers. */
export interface SnapshotForReaders extends OtherRecords {
  /** Its version is that of what readers may see: a hash of all of it could be tried with guessed figures and points. */
  readonly snapshot: Snapshot
  /** Whether an essential service depends on what has this id. */
  readonly isEssential: (id: string) => boolean
  /** Imports that brought figures which are withheld. */
  readonly withheldImports: ReadonlySet<string>
}

/** Time and space as {@link buildSnapshot}; where something is withheld, statements with figures and sites are read a second time. */
export async function readSnapshot(store: GraphStore): Promise<SnapshotForReaders> {
  const facts = new FactsChecksum()
  const read = await buildSnapshot(store, facts)
  const essential = essentialServices(read)
  const isEssential = (id: string): boolean => essential[read.indexOf(id) ?? -1] === 1
  const kinds = roughestKinds(read)
  const others: OtherRecords = {
    isProtected: (id) => (read.nodes.protectedClass[read.indexOf(id) ?? -1] ?? 0) !== 0,
    roughestKind: (id) => { const at = read.indexOf(id); return at === undefined ? undefined : kinds.of(at) },
  }
  if (kinds.size > 0 || read.nodes.protectedClass.some((one) => one !== 0)) await takeOutPoints(store, facts, others)
  const withheldImports = essential.includes(1) ? await takeOutFigures(store, facts, isEssential) : new Set<string>()
  return { snapshot: { ...read, version: facts.digest() }, isEssential, ...others, withheldImports }
}

async function takeOutPoints(store: GraphStore, facts: FactsChecksum, others: OtherRecords): Promise<void> {
  for await (const slice of store.allNodes('Site')) {
    for (const site of slice) {
      const shown = publicNode(site, others)
      if (pointOf(site) === pointOf(shown)) continue
      facts.removeNode(site)
      facts.addNode(shown)
    }
  }
}
const pointOf = (node: NodeValue): string => (node.label === 'Site' ? `${node.coordinates?.lat} ${node.coordinates?.lon}` : '')

/** @returns imports that brought them */
async function takeOutFigures(store: GraphStore, facts: FactsChecksum, isEssential: (id: string) => boolean): Promise<ReadonlySet<string>> {
  const importIds = new Set<string>()
  for (const type of TYPES_WITH_FIGURES) {
    for await (const slice of store.allStatements(type)) {
      for (const statement of slice) {
        const shown = publicStatement(statement, isEssential)
        if (shown === statement) continue
        facts.removeStatement(statement)
        facts.addStatement(shown)
        for (const id of statement.importIds) importIds.add(id)
      }
    }
  }
  return importIds
}
