import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportReport } from '#ingest/report.ts'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import type { StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'

export const CLOCK = () => new Date('2026-11-24T10:00:00Z')

/** An empty embedded store in a folder of its own, and how to leave nothing behind. */
export async function emptyStore(): Promise<{ readonly store: GraphStore; readonly remove: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-'))
  const store = await openStore({ dataDir })
  await store.migrate()
  return { store, remove: async () => { await store.close(); rmSync(dataDir, { recursive: true, force: true }) } }
}

/** Statements of the built-in data sets, read once from a store they were loaded into. */
export async function loadedStatements(only?: readonly string[]): Promise<{ readonly reports: readonly ImportReport[]; readonly of: (type: StatementType) => readonly StoredStatement[] }> {
  const { store, remove } = await emptyStore()
  const reports = await loadBuiltIn(store, { clock: CLOCK, ...(only === undefined ? {} : { only }) })
  const statements = new Map<StatementType, StoredStatement[]>()
  for (const type of ['OWNS', 'OPERATES', 'BRAND_OF', 'SOLD_IN', 'LOCATED_IN', 'PART_OF', 'SAME_AS'] as const) {
    const list: StoredStatement[] = []
    for await (const slice of store.allStatements(type)) list.push(...slice)
    statements.set(type, list)
  }
  await remove()
  return { reports, of: (type) => statements.get(type) ?? [] }
}

/**
 * Everything above an organisation: the same organisation under another name, its owners and operator groups in force,
 * theirs, and so on. A plain breadth-first search, on purpose unlike the methods it checks.
 */
export function above(start: readonly string[], owns: readonly StoredStatement[], sameAs: readonly StoredStatement[]): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  const add = (from: string, to: string): void => { next.set(from, [...(next.get(from) ?? []), to]) }
  for (const each of owns) if (each.status === 'in force') add(each.to, each.from)
  for (const each of sameAs) {
    if (each.type !== 'SAME_AS' || each.judgement !== 'same') continue
    add(each.from, each.to)
    add(each.to, each.from)
  }
  const found = new Set(start)
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other)
  return found
}
