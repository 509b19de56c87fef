import { changing } from '../aspect'
import { whyNot } from '../why-not'

/** Until when it is put off, ms UTC; `null` for the next answer of its visitor. */
export type Snooze = { until: number | null }

/** How far ahead something may be put off, ms. */
export const LONGEST_SNOOZE_MS = 366 * 86_400_000

/**
 * Puts a conversation off that somebody holds: it stays theirs, out of the way until a time or an
 * answer, and nobody's silence ends it meanwhile.
 */
export const snoozed = changing({
  event: 'snoozed',
  leads: true,
  verb: { at: ['snooze'], permission: 'conversations.snooze' },
  memory: { snooze: null as Snooze | null },
  form: ({ until }) => ({ until: until() }),
  change: ({ snooze, agent, closedAt }, { until, at }) => {
    if (until === null) return snooze === null ? null : { snooze: null }
    const after = { until: until === 'reply' ? null : until }
    if (snooze?.until === after.until) return null
    if (!agent || closedAt) return whyNot('snoozeUnheld', 'conflict', 'until')
    if (after.until === null) return { snooze: after }
    if (after.until <= at) return whyNot('timePast', 'invalid', 'until')
    return after.until - at <= LONGEST_SNOOZE_MS
      ? { snooze: after }
      : whyNot('timeTooFar', 'invalid', 'until')
  },
  tells: ({ snooze }, name) =>
    snooze ? { code: 'snoozed', until: snooze.until, name } : { code: 'woke', by: 'agent', name },
})
