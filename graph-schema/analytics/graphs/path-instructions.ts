import {
  add, addNumber, addPair, andPair, assembledModule, bitsOfPair, constant, countTo, declared, dividePair, get, isDifferent, isDifferentPair, isEqual, isEqualPair, load, loadByte, loadNumber,
  loadPair, loadTwice, mostOfPair, multiplyPair, numberOfPair, numberTwice, or, orPair, place, set, shift, store, storeByte, storeNumber, storePair, subtract, when,
} from '../parts/assembled-module.ts'
import type { AssembledFunction, Code } from '../parts/assembled-module.ts'

/**
 * Breadth-first searches from eight sources side by side, and the way back. A row is eight numbers of one node, one per
 * source; an entry is a node together with those sources it is equally far from, as the bits of a mask.
 *
 * Arguments are ranges of entries, nodes or places in a list, each from `at` to before `end`, and addresses of rows. All
 * else stands at the beginning of the memory, see {@link PATH_LEDGER}.
 */
export interface PathInstructions {
  /** Adds the path counts of entries to the sums of the nodes their arcs lead to, and lists these nodes. */
  push(at: number, end: number): void
  /** Of nodes on the list: makes an entry of each that its sum reaches from another source. `all` is the mask of all sources. */
  settle(at: number, end: number, all: number): void
  /** The same for all nodes that are not reached from every source yet, each with the path counts of the nodes before it. */
  pull(at: number, end: number, all: number): void
  /** The sums of new entries become their path counts. */
  publish(at: number, end: number): void
  /** Adds the rows `behind` of entries to the rows `own` of the nodes before them. */
  pushBack(at: number, end: number, own: number, behind: number): void
  /** Of entries whose rows `own` are summed up: their dependency, and what they pass on. */
  finish(at: number, end: number, own: number): void
  /** The same, after summing up the rows `behind` of the nodes their arcs lead to. */
  gather(at: number, end: number, own: number, behind: number): void
  /** Makes all rows of entries zero. */
  forget(at: number, end: number): void
}

/**
 * Places of whole numbers at the beginning of the memory, in the order given here: first where things lie, and then what
 * is counted.
 */
export const PATH_LEDGER = [
  'paths', 'even', 'odd', 'order', 'mask', 'seen', 'isNew', 'list', 'outgoingStart', 'outgoingTarget', 'incomingStart', 'incomingTarget', 'masks', 'total', 'weight', 'share',
  'count', 'listed', 'outgoing', 'incoming', 'open',
] as const
/** Bytes of it; from the other one on there is the largest path count of even and of odd sources. */
export const PATH_LEDGER_SIZE = 128
export const PATH_LEDGER_MOST = 96
const MOST = PATH_LEDGER_MOST / 16

/** @see graph-schema/decisions/0012-eight-searches-at-once.md. The module is compiled once per process. */
export function pathInstructions(memory: WebAssembly.Memory): PathInstructions {
  compiled ??= assembledModule([pushFunction(), settleFunction(), pullFunction(), publishFunction(), pushBackFunction(), finishFunction('finish'), finishFunction('gather'), forgetFunction()])
  return new WebAssembly.Instance(compiled, { m: { m: memory } }).exports as unknown as PathInstructions // the functions below are those declared above
}

let compiled: WebAssembly.Module | undefined

type Listed = (typeof PATH_LEDGER)[number]
const PAIRS = [0, 1, 2, 3]
const zero = numberTwice(0)
const inLedger = (name: Listed): number => 4 * PATH_LEDGER.indexOf(name)

const read = <Name extends Listed>(local: Record<Name, number>, names: readonly Name[]): Code => names.flatMap((name) => [...constant(0), ...load(inLedger(name)), ...set(local[name])])
const write = <Name extends Listed>(local: Record<Name, number>, names: readonly Name[]): Code => names.flatMap((name) => [...constant(0), ...get(local[name]), ...store(inLedger(name))])
const loadRow = (rows: number, node: number, sum: number): Code => PAIRS.flatMap((pair) => [...place(rows, node, 6), ...loadPair(pair), ...set(sum + pair)])
const storeRow = (rows: number, node: number, sum: number): Code => PAIRS.flatMap((pair) => [...place(rows, node, 6), ...get(sum + pair), ...storePair(pair)])
const noSum = (sum: number): Code => PAIRS.flatMap((pair) => [...zero, ...set(sum + pair)])
const forgetRow = (rows: number, node: number): Code => PAIRS.flatMap((pair) => [...place(rows, node, 6), ...zero, ...storePair(pair)])

/** Runs `body` for the `other` end of each arc of a node. */
const eachArc = ({ start, target, node, arc, last, other }: Record<'start' | 'target' | 'node' | 'arc' | 'last' | 'other', number>, body: Code): Code => [
  ...place(start, node, 2), ...load(), ...set(arc),
  ...place(start, node, 2), ...load(4), ...set(last),
  ...countTo(arc, last, [...place(target, arc, 2), ...load(), ...set(other), ...body]),
]
const addRow = (rows: number, other: number, here: number, sum: number): Code => [
  ...place(rows, other, 6), ...set(here),
  ...PAIRS.flatMap((pair) => [...get(sum + pair), ...get(here), ...loadPair(pair), ...addPair, ...set(sum + pair)]),
]
const addToRow = (rows: number, other: number, here: number, sum: number): Code => [
  ...place(rows, other, 6), ...set(here),
  ...PAIRS.flatMap((pair) => [...get(here), ...get(here), ...loadPair(pair), ...get(sum + pair), ...addPair, ...storePair(pair)]),
]

function pushFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'end'], ['paths', 'even', 'order', 'isNew', 'list', 'listed', 'outgoingStart', 'outgoingTarget', 'node', 'arc', 'last', 'other', 'here'], { sum: 4 })
  const { at, end, paths, even, order, isNew, list, listed, node, other, here, sum } = local
  return { name: 'push', ...declarations, body: [
    ...read(local, ['paths', 'even', 'order', 'isNew', 'list', 'listed', 'outgoingStart', 'outgoingTarget']),
    ...countTo(at, end, [
      ...place(order, at, 2), ...load(), ...set(node),
      ...loadRow(paths, node, sum),
      ...eachArc({ ...local, start: local.outgoingStart, target: local.outgoingTarget }, [
        ...addToRow(even, other, here, sum),
        // Written down at once; where the next goes moves on only when it was not on the list: no branch to be guessed wrong.
        ...place(list, listed, 2), ...get(other), ...store(),
        ...get(isNew), ...get(other), ...add, ...set(here),
        ...get(listed), ...get(here), ...loadByte, ...add, ...set(listed),
        ...get(here), ...constant(0), ...storeByte,
      ]),
    ]),
    ...write(local, ['listed']),
  ] }
}

const SETTLED = ['paths', 'even', 'order', 'mask', 'seen', 'outgoingStart', 'incomingStart', 'count', 'outgoing', 'incoming', 'open'] as const
type SettledLocal = (typeof SETTLED)[number] | 'all' | 'node' | 'bits' | 'sum' | 'most'

const degree = (start: number, node: number): Code => [...place(start, node, 2), ...load(4), ...place(start, node, 2), ...load(), ...subtract]

/** The sums of a node, less those of sources that have reached it before, are its path counts; if there are any, it is an entry. */
const settle = ({ paths, even, order, mask, seen, outgoingStart, incomingStart, count, outgoing, incoming, open, all, node, bits, sum, most }: Record<SettledLocal, number>): Code => [
  ...PAIRS.flatMap((pair) => [...get(sum + pair), ...place(paths, node, 6), ...loadPair(pair), ...zero, ...isEqualPair, ...andPair, ...set(sum + pair)]),
  ...storeRow(even, node, sum),
  ...PAIRS.flatMap((pair) => [...get(most), ...get(sum + pair), ...mostOfPair, ...set(most)]),
  ...PAIRS.flatMap((pair) => [...get(sum + pair), ...zero, ...isDifferentPair, ...bitsOfPair, ...shift(2 * pair), ...(pair > 0 ? or : [])]), ...set(bits),
  ...get(bits), ...when([
    ...place(order, count, 2), ...get(node), ...store(),
    ...get(mask), ...get(count), ...add, ...get(bits), ...storeByte,
    ...get(count), ...constant(1), ...add, ...set(count),
    ...get(outgoing), ...degree(outgoingStart, node), ...add, ...set(outgoing),
    ...get(incoming), ...degree(incomingStart, node), ...add, ...set(incoming),
    ...get(seen), ...get(node), ...add, ...loadByte, ...get(bits), ...or, ...set(bits),
    ...get(seen), ...get(node), ...add, ...get(bits), ...storeByte,
    ...get(bits), ...get(all), ...isEqual, ...when([...get(open), ...degree(incomingStart, node), ...subtract, ...set(open)]),
  ]),
]
const beginSettling = (local: Record<SettledLocal, number>): Code => [...read(local, SETTLED), ...constant(0), ...loadPair(MOST), ...set(local.most)]
const endSettling = (local: Record<SettledLocal, number>): Code => [...write(local, ['count', 'outgoing', 'incoming', 'open']), ...constant(0), ...get(local.most), ...storePair(MOST)]

function settleFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'end', 'all'], [...SETTLED, 'list', 'isNew', 'node', 'bits'], { sum: 4, most: 1 })
  const { at, end, even, list, isNew, node, sum } = local
  return { name: 'settle', ...declarations, body: [
    ...read(local, ['list', 'isNew']), ...beginSettling(local),
    ...countTo(at, end, [
      ...place(list, at, 2), ...load(), ...set(node),
      ...get(isNew), ...get(node), ...add, ...constant(1), ...storeByte,
      ...loadRow(even, node, sum),
      ...settle(local),
    ]),
    ...endSettling(local),
  ] }
}

function pullFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['node', 'end', 'all'], [...SETTLED, 'incomingTarget', 'bits', 'arc', 'last', 'other', 'here'], { sum: 4, most: 1 })
  const { node, end, all, seen, paths, other, here, sum } = local
  return { name: 'pull', ...declarations, body: [
    ...read(local, ['incomingTarget']), ...beginSettling(local),
    ...countTo(node, end, [
      ...get(seen), ...get(node), ...add, ...loadByte, ...get(all), ...isDifferent, ...when([
        ...noSum(sum),
        ...eachArc({ ...local, start: local.incomingStart, target: local.incomingTarget }, addRow(paths, other, here, sum)),
        ...settle(local),
      ]),
    ]),
    ...endSettling(local),
  ] }
}

function publishFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'end'], ['order', 'paths', 'even', 'node'], {})
  const { at, end, order, paths, even, node } = local
  return { name: 'publish', ...declarations, body: [
    ...read(local, ['order', 'paths', 'even']),
    ...countTo(at, end, [
      ...place(order, at, 2), ...load(), ...set(node),
      ...PAIRS.flatMap((pair) => [...place(paths, node, 6), ...place(paths, node, 6), ...loadPair(pair), ...place(even, node, 6), ...loadPair(pair), ...orPair, ...storePair(pair)]),
      ...forgetRow(even, node),
    ]),
  ] }
}

function pushBackFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'end', 'own', 'behind'], ['order', 'incomingStart', 'incomingTarget', 'node', 'arc', 'last', 'other', 'here'], { sum: 4 })
  const { at, end, own, behind, order, node, other, here, sum } = local
  return { name: 'pushBack', ...declarations, body: [
    ...read(local, ['order', 'incomingStart', 'incomingTarget']),
    ...countTo(at, end, [
      ...place(order, at, 2), ...load(), ...set(node),
      ...loadRow(behind, node, sum),
      ...eachArc({ ...local, start: local.incomingStart, target: local.incomingTarget }, addToRow(own, other, here, sum)),
    ]),
  ] }
}

/** Only of the sources in the mask of an entry: total += share · paths · sum, and own = sum + weight / paths. */
function finishFunction(name: 'finish' | 'gather'): AssembledFunction {
  const fixed = ['paths', 'order', 'mask', 'masks', 'total', 'weight', 'share', 'outgoingStart', 'outgoingTarget'] as const
  const { local, ...declarations } = declared(['at', 'end', 'own', 'behind'], [...fixed, 'node', 'arc', 'last', 'other', 'here'], { sum: 4, path: 1, turn: 1, each: 1, lane: 4 })
  const { at, end, own, behind, paths, order, mask, masks, total, weight, share, node, other, here, sum, path, turn, each, lane } = local
  const gathered = [...noSum(sum), ...eachArc({ ...local, start: local.outgoingStart, target: local.outgoingTarget }, addRow(behind, other, here, sum))]
  return { name, ...declarations, body: [
    ...read(local, fixed), ...PAIRS.flatMap((pair) => [...get(share), ...loadPair(pair), ...set(lane + pair)]),
    ...countTo(at, end, [
      ...place(order, at, 2), ...load(), ...set(node),
      ...(name === 'gather' ? gathered : loadRow(own, node, sum)),
      ...get(masks), ...get(mask), ...get(at), ...add, ...loadByte, ...shift(6), ...add, ...set(here),
      ...place(weight, node, 3), ...loadTwice, ...set(each),
      ...zero, ...set(turn),
      ...PAIRS.flatMap((pair) => [
        ...get(sum + pair), ...get(here), ...loadPair(pair), ...andPair, ...set(sum + pair),
        ...place(paths, node, 6), ...loadPair(pair), ...set(path),
        ...get(turn), ...get(path), ...get(sum + pair), ...multiplyPair, ...get(lane + pair), ...multiplyPair, ...addPair, ...set(turn),
        ...place(own, node, 6), ...get(each), ...get(path), ...dividePair, ...get(here), ...loadPair(pair), ...andPair, ...get(sum + pair), ...addPair, ...storePair(pair),
      ]),
      ...place(total, node, 3), ...place(total, node, 3), ...loadNumber, ...get(turn), ...numberOfPair(0), ...addNumber, ...get(turn), ...numberOfPair(1), ...addNumber, ...storeNumber,
    ]),
  ] }
}

function forgetFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'end'], ['order', 'paths', 'even', 'odd', 'seen', 'node'], {})
  const { at, end, order, paths, even, odd, seen, node } = local
  return { name: 'forget', ...declarations, body: [
    ...read(local, ['order', 'paths', 'even', 'odd', 'seen']),
    ...countTo(at, end, [
      ...place(order, at, 2), ...load(), ...set(node),
      ...[paths, even, odd].flatMap((rows) => forgetRow(rows, node)),
      ...get(seen), ...get(node), ...add, ...constant(0), ...storeByte,
    ]),
  ] }
}
