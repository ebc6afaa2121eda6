import { KnownError } from '#model/known-error.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'

/** The one argument of `backup` and `restore`. @throws KnownError BAD_SETTING */
export function backupFile(command: 'backup' | 'restore', args: readonly string[]): string {
  const [file, ...more] = args
  if (file === undefined || file === '' || file.startsWith('-') || more.length > 0)
    throw new KnownError('BAD_SETTING', `npm run ${command} -- file.ndjson.gz takes the name of one file.`)
  return file
}

/** What both commands print last: the same checksum before and after means the same facts, on either engine. */
export const factsLine = async (what: string, { nodes, statements }: { readonly nodes: number; readonly statements: number }, store: GraphStore): Promise<string> =>
  `${what}: ${nodes} nodes, ${statements} statements, checksum ${await graphChecksum(store)}\n`
