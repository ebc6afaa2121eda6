import type { GraphStore } from '#store/graph-store.ts'

/** Keys of the lines of money each import brought, by its id. Time and space O(lines of money). */
export async function moneyOfImports(store: GraphStore): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byImport = new Map<string, Set<string>>()
  for await (const slice of store.allStatements('FUNDS')) {
    for (const { key, importIds } of slice) {
      for (const id of importIds) {
        const keys = byImport.get(id) ?? new Set<string>()
        byImport.set(id, keys.add(key))
      }
    }
  }
  return byImport
}
