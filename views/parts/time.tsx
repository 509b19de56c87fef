import { clock, stopwatch } from '../words/times'

/** A moment as `14:03`. */
export const Clock = ({ at, zone }: { at: number; zone: string }) => (
  <time datetime={new Date(at).toISOString()}>{clock(at, zone)}</time>
)

/** How long ago, as a stopwatch that the browser keeps counting up from `data-since`. */
export const Since = ({ since, now }: { since: number; now: number }) => (
  <time class="stopwatch" data-since={since} datetime={new Date(since).toISOString()}>
    {stopwatch(now - since)}
  </time>
)

/** How long yet, as a stopwatch that the browser counts down to `data-until`; stops at 0:00. */
export const Until = ({ until, now }: { until: number; now: number }) => (
  <time class="stopwatch" data-until={until} datetime={new Date(until).toISOString()}>
    {stopwatch(until - now)}
  </time>
)
