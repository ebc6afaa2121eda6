import { WIDTH } from '../parts/interleaved-columns.ts'
import { MachineRoom } from '../parts/machine-room.ts'
import type { PathInstructions } from './path-instructions.ts'
import { PATH_LEDGER, PATH_LEDGER_MOST, PATH_LEDGER_SIZE, pathInstructions } from './path-instructions.ts'
import type { Rows } from '../parts/rows.ts'

type Place = (typeof PATH_LEDGER)[number]

/** A graph in memory of its own, with room for eight searches side by side, and instructions that work on it. */
export interface PathMachine {
  readonly size: number
  readonly outgoing: Rows
  /** The same object as `outgoing` when every edge stands in both rows. */
  readonly incoming: Rows
  readonly instructions: PathInstructions
  /** The two blocks of rows for what is summed up and passed on, as addresses. */
  readonly block: { readonly even: number; readonly odd: number }
  /** The numbers counted while searching. */
  counted(name: Place): number
  count(name: Place, value: number): void
  /** The largest path count met: of even and of odd sources. */
  readonly most: Float64Array
  /** Element 8 · node + source. */
  readonly paths: Float64Array
  /** All bytes of path counts and of both blocks. */
  readonly rows: Uint8Array
  /** Per node a mask of the sources that have reached it. */
  readonly seen: Uint8Array
  /** Entries: the node, and the mask of sources. */
  readonly order: Int32Array
  readonly mask: Uint8Array
  /** Per source how often what depends on it counts. */
  readonly share: Float64Array
  /** Per node. */
  readonly total: Float64Array
}

/** Bytes that {@link pathMachine} takes, all of them in the worst case only: entries take what they need. */
export const pathMachineBytes = (size: number, arcs: number): number => (3 * 8 * WIDTH + 5 * WIDTH + 30) * size + 8 * arcs + 20_000

/** @param weight per node how often it counts as the end of a path. Space O(arcs + 8 · size), outside the heap. */
export function pathMachine(outgoing: Rows, incoming: Rows, weight: Float64Array): PathMachine {
  const size = weight.length
  const room = new MachineRoom()
  room.take(PATH_LEDGER_SIZE)
  const block = { paths: room.take(8 * WIDTH * size), even: room.take(8 * WIDTH * size), odd: room.take(8 * WIDTH * size) } // first of all: each row is one line of the cache
  const put = ({ start, items }: Rows) => [room.put(start), room.put(items)] as const
  const [outgoingStart, outgoingTarget] = put(outgoing)
  const [incomingStart, incomingTarget] = incoming === outgoing ? [outgoingStart, outgoingTarget] : put(incoming)
  const at: Record<Place, number> = {
    ...block,
    outgoingStart,
    outgoingTarget,
    incomingStart,
    incomingTarget,
    weight: room.put(weight),
    share: room.take(8 * WIDTH),
    total: room.take(8 * size),
    masks: room.take(8 * WIDTH * 2 ** WIDTH),
    seen: room.take(size),
    isNew: room.take(size),
    list: room.take(4 * (size + 1)),
    mask: room.take(WIDTH * size),
    order: room.take(4 * WIDTH * size),
    count: 0,
    listed: 0,
    outgoing: 0,
    incoming: 0,
    open: 0,
  }
  const memory = room.memory()
  const { buffer } = memory
  const ledger = new Int32Array(buffer, 0, PATH_LEDGER.length)
  ledger.set(PATH_LEDGER.map((name) => at[name]))
  const places = Object.fromEntries(PATH_LEDGER.map((name, index) => [name, index])) as Record<Place, number> // every name has its place
  putMasks(new Int32Array(buffer, at.masks, 2 * WIDTH * 2 ** WIDTH))
  new Uint8Array(buffer, at.isNew, size).fill(1)
  return {
    size, outgoing, incoming, block, instructions: pathInstructions(memory), most: new Float64Array(buffer, PATH_LEDGER_MOST, 2),
    counted: (name) => ledger[places[name]]!,
    count: (name, value) => { ledger[places[name]] = value },
    paths: new Float64Array(buffer, at.paths, WIDTH * size), rows: new Uint8Array(buffer, at.paths, 3 * 8 * WIDTH * size), seen: new Uint8Array(buffer, at.seen, size),
    order: new Int32Array(buffer, at.order, WIDTH * size), mask: new Uint8Array(buffer, at.mask, WIDTH * size),
    share: new Float64Array(buffer, at.share, WIDTH), total: new Float64Array(buffer, at.total, size),
  }
}

/** Per mask the bits of eight numbers: all of them for a source that is in the mask, none for one that is not. */
function putMasks(half: Int32Array): void {
  for (let mask = 0; mask < 2 ** WIDTH; mask++) {
    for (let source = 0; source < WIDTH; source++) half.fill(-((mask >> source) & 1), 2 * (WIDTH * mask + source), 2 * (WIDTH * mask + source + 1))
  }
}
