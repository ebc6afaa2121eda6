/** Bytes allocated at once. Arrays of an eighth of that or more have memory of their own. */
const POOL = 65_536
let pool = new ArrayBuffer(POOL)
let used = 0

/**
 * An array of zeros for one computation over few nodes. To allocate each array by itself takes most of a microsecond, more
 * than to fill it; here many stand in one piece of memory, which is given back when the last of them is.
 *
 * Not for what is kept, or sent to another thread: it would hold on to its neighbours.
 */
export function pooledInts(length: number): Int32Array {
  const at = placeFor(4 * length)
  return at < 0 ? new Int32Array(length) : new Int32Array(pool, at, length)
}

/** As {@link pooledInts}. */
export function pooledFloats(length: number): Float64Array {
  const at = placeFor(8 * length)
  return at < 0 ? new Float64Array(length) : new Float64Array(pool, at, length)
}

/** Where so many bytes begin in the pool, a multiple of 8; −1: too many for it. No place is given twice, so all are 0. */
function placeFor(bytes: number): number {
  if (bytes >= POOL / 8) return -1
  if (used + bytes > POOL) {
    pool = new ArrayBuffer(POOL)
    used = 0
  }
  const at = used
  used += 8 * Math.ceil(bytes / 8)
  return at
}
