import { type AgentContext, loadOf } from '../agent/context'
import { isPresent, isResting, statusOf } from '../agent/status'
import { type AnyEvent, isTimer } from '../events'

/**
 * What somebody is of a shift: ready with nothing in their hands, in a conversation, resting after one, away
 * by their own word or a supervisor's, out of reach, or off duty.
 */
export const duties = ['ready', 'talking', 'resting', 'away', 'unreachable', 'off'] as const
export type Duty = (typeof duties)[number]

/** From when on somebody is what; it lasts until the next begins, so that all of them make up a day. */
export type ShiftSpan = {
  /** The version of the turn that it began with. */
  version: number
  at: number
  duty: Duty
  /** Why they are away: one of `awayReasons`, or own words; empty for none. */
  reason: string
  /** Whose doing it is: their own, the desk's by itself, or that of a colleague by their name. */
  by: 'self' | 'desk' | 'colleague'
  byName: string
}

/** Counts on with every change of what a span is: then all are made anew. */
export const SHIFTS_VERSION = 1

type Left = { value: unknown; context: AgentContext }

/** What a turn of an agent makes of the span they are in: the next one, or null where it goes on. */
export const nextSpan = (
  span: ShiftSpan | null,
  event: AnyEvent,
  version: number,
  after: Left,
): ShiftSpan | null => {
  const duty = dutyOf(after)
  const reason = duty === 'away' ? after.context.awayFor : ''
  if (span ? span.duty === duty && span.reason === reason : duty === 'off') return null
  // Of two nodes whose clocks differ none goes back behind the other.
  const at = Math.max(event.at, span?.at ?? 0)
  return { version, at, duty, reason, ...whoseDoing(event) }
}

const dutyOf = ({ value, context }: Left): Duty => {
  const status = statusOf(value)
  if (status === 'off') return 'off'
  if (status === 'away') return context.lost ? 'unreachable' : 'away'
  if (!isPresent(value)) return 'unreachable'
  if (loadOf(context) > 0) return 'talking'
  return isResting(value) ? 'resting' : 'ready'
}

/** What people do to their own duty; all else is the desk's. */
const ofThemselves: ReadonlySet<string> = new Set([
  ...['readied', 'paused', 'signedOff', 'accepted', 'declined', 'took'],
])

const whoseDoing = (event: AnyEvent): Pick<ShiftSpan, 'by' | 'byName'> => {
  if (event.type === 'paused' && event.by) return { by: 'colleague', byName: event.by.name }
  const isOwn = !isTimer(event) && ofThemselves.has(event.type)
  return { by: isOwn ? 'self' : 'desk', byName: '' }
}

/** A span as a day has it: from when to when, ms UTC. */
export type DaySpan = Omit<ShiftSpan, 'version'> & { until: number }

/** The spans of a day, in order and without a gap: what was before the first is off duty. */
export const spansOfDay = (
  spans: readonly ShiftSpan[],
  { from, until }: { from: number; until: number },
): DaySpan[] => {
  const first: ShiftSpan = {
    ...{ version: 0, at: from, duty: 'off', reason: '', by: 'desk', byName: '' },
  }
  return [first, ...spans].flatMap(({ version: _, ...span }, nth, all) => {
    const began = Math.max(span.at, from)
    const ended = Math.min(all[nth + 1]?.at ?? until, until)
    return began < ended ? [{ ...span, at: began, until: ended }] : []
  })
}

/** How long somebody was what, ms. */
export const totalsOf = (spans: readonly DaySpan[]): Readonly<Record<Duty, number>> =>
  Object.fromEntries(
    duties.map((duty) => [
      duty,
      spans
        .filter((span) => span.duty === duty)
        .reduce((sum, { at, until }) => sum + until - at, 0),
    ]),
  ) as Record<Duty, number>
