import { alwaysOpen } from '../hours/hours'
import { openMs } from '../hours/open'
import type { ConversationContext as Context } from './context'
import { totalOf } from './sla'
import { type SlaClock, type SlaKind, type SlaTerms, slaKinds, slaShares } from './sla-terms'

/**
 * What is promised of it from now on, in another department: its times, whole, of which has run what ran
 * before. Whoever was promised nothing so far has waited for that since they began to wait. Undefined for a
 * department that does not say what it promises: it stays as it is.
 */
export const promisedIn = (
  context: Context,
  terms: SlaTerms | null | undefined,
  at: number,
): Partial<Pick<Context, 'slaTerms' | 'sla'>> => {
  if (terms === undefined) return {}
  if (terms === null) return { slaTerms: null }
  const moved = { ...context, slaTerms: terms }
  const clocks = slaKinds.flatMap((kind) => {
    const total = totalOf(kind, moved)
    const ran = total === 0 ? null : ranUntil(kind, context, terms, at)
    if (ran === null) return []
    const { since = at, told = 0 } = context.sla.clocks[kind] ?? {}
    const passed = slaShares.findLast((share) => ran * 100 >= total * share) ?? 0
    const clock: SlaClock = {
      ...{ total, ran, since: since === null ? null : at },
      told: told < passed ? told : passed,
    }
    return [[kind, clock] as const]
  })
  return { slaTerms: terms, sla: { ...context.sla, clocks: Object.fromEntries(clocks) } }
}

/** How much of a time has run until now, ms; null for what nobody waits for. */
const ranUntil = (kind: SlaKind, context: Context, terms: SlaTerms, at: number): number | null => {
  const clock = context.sla.clocks[kind]
  if (!clock) {
    const from = begunAt(kind, context)
    return from === null ? null : openMs(terms.hours ?? alwaysOpen, from, at)
  }
  if (clock.since === null) return clock.ran
  return clock.ran + openMs(context.slaTerms?.hours ?? alwaysOpen, clock.since, at)
}

const begunAt = (
  kind: SlaKind,
  { answered, openedAt, unansweredSince }: Context,
): number | null => {
  if (kind === 'solve') return openedAt
  return answered === (kind === 'next') ? unansweredSince : null
}
