// A process of its own that holds an embedded store, for tests that kill it.
import { openStore } from '#store/open-store.ts'
import { organisation, owns } from './small-world.ts'

const [dataDir = '', task = 'hold'] = process.argv.slice(2)
const store = await openStore({ dataDir, holderUrl: 'http://127.0.0.1:4000' })
const { nodes } = await store.counts()
process.send?.(0)

async function writeOn(first: number): Promise<void> {
  for (let batch = first; ; batch++) {
    const members = Array.from({ length: 100 }, (_, i) => organisation(`org:${batch}-${i}`))
    const statements = Array.from({ length: 50 }, (_, i) => owns(members[i]!.id, members[i + 50]!.id))
    await store.write({ nodes: members, statements }, 'imp:1')
    process.send?.(batch + 1)
  }
}
if (task === 'write') await writeOn(nodes['Organisation']! / 100)
if (task === 'whole') await store.whole(() => writeOn(0))
setInterval(() => undefined, 60_000) // holds it until it is killed
