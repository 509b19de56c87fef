import type { Interval } from '../../../actors/hours/intervals'

const DAY_MINUTES = 1440

/** `09:00`; what lies in the next day as it stands on its clock. */
export const clockOf = (minutes: number): string => {
  const there = minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes
  return `${String(Math.floor(there / 60)).padStart(2, '0')}:${String(there % 60).padStart(2, '0')}`
}

type Bar = {
  intervals: readonly Interval[]
  /** Until when what began the day before lasts, in minutes. */
  runsOver: number | null
  /** The minute of the day it is there now; null on other days. */
  now: number | null
  words: { shutAllDay: string }
}

/** A day from midnight to midnight, with what is open of it. */
export const DayBar = ({ intervals, runsOver, now, words }: Bar) => {
  const open = [...(runsOver === null ? [] : [{ from: 0, to: runsOver }]), ...intervals]
  const says = open.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(' ')
  return (
    <>
      <span class="sr">{says || words.shutAllDay}</span>
      <svg
        class="hours-bar"
        viewBox={`0 0 ${DAY_MINUTES} 40`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="hours-bar-day" width={DAY_MINUTES} height="40" />
        {open.map(({ from, to }) => (
          <rect
            class="hours-bar-open"
            x={from}
            width={Math.max(1, Math.min(to, DAY_MINUTES) - from)}
            height="40"
          />
        ))}
        {now !== null && <rect class="hours-bar-now" x={now} width="10" height="40" />}
      </svg>
    </>
  )
}
