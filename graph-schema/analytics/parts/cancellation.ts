/**
 * Lets a long computation stop early, without threads of its own and without waiting for the event loop.
 *
 * A method calls `spend(operations)` in its loops; every `every` operations the token looks whether somebody has asked
 * to stop, or whether the time allowed is over, and then throws {@link Cancelled}. An operation is one visit of an arc,
 * about 1 to 50 ns, so the default looks several hundred times a second.
 *
 * `flag` is how another thread asks: it stores a number other than 0 in the first 32 bits of a SharedArrayBuffer.
 * `signal` is how the same thread asks between two calls (an AbortSignal fits); during a synchronous loop nothing on
 * the same thread can set it, which is what `deadline` is for.
 */
export class Cancellation {
  private readonly flag: Int32Array | undefined
  private readonly signal: { readonly aborted: boolean } | undefined
  private readonly deadline: number
  private readonly now: () => number
  private readonly every: number
  private left: number

  constructor({ flag, signal, deadline = Infinity, now = () => performance.now(), every = 100_000 }: CancellationOptions = {}) {
    this.flag = flag === undefined ? undefined : new Int32Array(flag, 0, 1)
    this.signal = signal
    this.deadline = deadline
    this.now = now
    this.every = every
    this.left = every
  }

  /** @throws Cancelled when the work should stop; looks only once in `every` operations */
  spend(operations = 1): void {
    this.left -= operations
    if (this.left > 0) return
    this.left = this.every
    this.look()
  }

  /** For loops so short that `spend` would be felt: looks once in 65,536 steps, as `step` counts them. @throws Cancelled */
  lookAt(step: number): void {
    if ((step & 0xffff) === 0) this.look()
  }

  /** Looks now. @throws Cancelled */
  look(): void {
    if (this.signal?.aborted || (this.flag !== undefined && Atomics.load(this.flag, 0) !== 0)) throw new Cancelled('asked to stop')
    if (this.deadline !== Infinity && this.now() >= this.deadline) throw new Cancelled('out of time')
  }
}

export interface CancellationOptions {
  readonly flag?: SharedArrayBuffer
  readonly signal?: { readonly aborted: boolean }
  /** On the clock of `now`, milliseconds. */
  readonly deadline?: number
  /** Milliseconds on a clock that only goes forward. */
  readonly now?: () => number
  /** Operations between two looks. */
  readonly every?: number
}

/** Thrown by a method that was asked to stop; nothing it had computed is returned. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  readonly reason: 'asked to stop' | 'out of time'
  constructor(reason: 'asked to stop' | 'out of time') {
    super(`Stopped before the end: ${reason}.`)
    this.reason = reason
  }
}
