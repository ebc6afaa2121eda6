import { performance } from 'node:perf_hooks'

export interface RateLimitOptions {
  /** Requests of one network within `periodMs`; as many may come at once. 0: no limit. */
  readonly count: number
  readonly periodMs: number
  /** Milliseconds on a clock that only goes forward; the machine's unless given. */
  readonly now?: () => number
}

/** Takes one request of a network: seconds until the next one is answered, or 0 when this one is. */
export type RateLimit = (network: string) => number

/** Networks remembered at once; then the one longest silent is forgotten. */
const MOST_NETWORKS = 10_000

/**
 * How often one network may ask: a bucket of `count` tokens that fills evenly. Networks are kept in memory alone, and only
 * until their bucket is full again; a refused request takes no token, so that asking again too early costs nothing more.
 * Time O(1), space O(networks).
 */
export function rateLimit({ count, periodMs, now = () => performance.now() }: RateLimitOptions): RateLimit {
  if (count === 0) return () => 0
  const tokenMs = periodMs / count
  /** When each bucket is full again; ascending by the last request. */
  const fullAt = new Map<string, number>()
  return (network) => {
    const at = now()
    for (const [known, full] of fullAt) {
      if (full > at && fullAt.size <= MOST_NETWORKS) break
      fullAt.delete(known)
    }
    const next = Math.max(at, fullAt.get(network) ?? at) + tokenMs
    if (next - at > periodMs + ROUNDING_MS) return Math.ceil((next - at - periodMs - ROUNDING_MS) / 1_000)
    fullAt.delete(network)
    fullAt.set(network, next)
    return 0
  }
}
/** Sums of parts of a period miss it by less. */
const ROUNDING_MS = 1e-3
