import { html } from 'hono/html'
import { briefTime, wordsIn } from '../words'
import type { Edition } from '../words/language'
import { clock, dayOf, partsOf, stopwatch } from '../words/times'

/** A moment as `14:03`. */
export const Clock = ({ at, zone }: { at: number; zone: string }) =>
  html`<time datetime="${new Date(at).toISOString()}">${clock(at, zone)}</time>`

type When = { at: number; now: number; zone: string; language: Edition }

/** When, in a list: as `14:03`, by its day later. The browser kit renews it at midnight. */
export const When = ({ at, now, zone, language }: When) => (
  <time
    datetime={new Date(at).toISOString()}
    data-day={dayOf(at, zone)}
    data-clock={clock(at, zone)}
    data-date={wordsIn(language).times.shortDay(partsOf(at, zone))}
  >
    {briefTime(at, now, zone, language)}
  </time>
)

/** How long ago, as a stopwatch that the browser keeps counting up from `data-passed`, ms. */
export const Since = ({ since, now }: { since: number; now: number }) => (
  <time class="stopwatch" data-passed={now - since} datetime={new Date(since).toISOString()}>
    {stopwatch(now - since)}
  </time>
)

/** How long yet, as a stopwatch that the browser counts down from `data-left`, ms; stops at 0:00. */
export const Until = ({ until, now }: { until: number; now: number }) => (
  <time class="stopwatch" data-left={until - now} datetime={new Date(until).toISOString()}>
    {stopwatch(until - now)}
  </time>
)
