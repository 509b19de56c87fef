/** How long due mail belongs to the node that took it, ms. */
export const LEASE_MS = 10_000
/** How long mail rests after a try that failed, ms. */
export const FAILED_REST_MS = 10_000
/** What the clocks of two nodes may be apart while nobody calls either of them wrong, ms. */
const APART_MS = 50_000
/** No lease ends later than this, ms: one that does was taken by a clock that was ahead. */
export const LONGEST_LEASE_MS = Math.max(LEASE_MS, FAILED_REST_MS) + APART_MS
