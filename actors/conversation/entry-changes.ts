import type { Body } from '../entry'
import { CHANGE_WINDOW_MS } from '../limits'
import { withMentions } from '../mentions'
import type { RuleResult } from '../rule'
import { withFiles } from '../sent-files'
import type { ChangeEvent } from './change-events'
import type { ConversationContext as Context, Rule } from './context'
import { deskClientId, orderedAt } from './notice'
import { canChange, canReact, canRevise } from './rights'

/** Whether it may be done now: what was taken back is not changed any more. */
export const mayChangeEntry = (context: Context, event: ChangeEvent): boolean => {
  const { entry } = event
  if (entry.seq > context.lastSeq) return false
  // What left it is changed where it is now.
  if (context.branches.some(({ first, last }) => first <= entry.seq && entry.seq <= last))
    return false
  if (context.withdrawn.some(({ clientId }) => clientId === entry.clientId)) return false
  if (event.type === 'reacted') return canReact(context, entry, event)
  return (event.type === 'revised' ? canRevise : canChange)(context, entry, event)
}

export const changeEntry: Rule<ChangeEvent> = (context, event) => {
  const { kind } = event.entry
  const inside = kind === 'note'
  if (event.type === 'revised') {
    // What came with it stays with it.
    const body = { kind: inside ? 'note' : 'text' } as const
    const { files, mentions, text } = event
    return line(context, event, withMentions(withFiles(body, files), mentions), text)
  }
  if (event.type === 'reacted') {
    const { emoji, adds } = event
    return line(context, event, { kind: 'reaction', emoji, adds, inside })
  }
  const written = line(context, event, { kind: 'withdrawn', inside })
  return { ...written, context: { ...written.context, ...without(context, event) } }
}

/** The times of what is said go by what was said: a change moves none of them. */
const line = (context: Context, event: ChangeEvent, body: Body, text = ''): RuleResult<Context> => {
  const { by, author, name, entry } = event
  const seq = context.lastSeq + 1
  const own = event.type === 'revised' ? event.clientId : undefined
  const who = { by, author, name, clientId: own ?? deskClientId(seq), changes: entry.clientId }
  return {
    context: { lastSeq: seq },
    effects: [{ do: 'append', entry: { ...who, seq, at: orderedAt(context, event), text, body } }],
  }
}

/** Nobody waits for an answer to it, and it is not unread. */
const without = (context: Context, { entry, at }: ChangeEvent): Partial<Context> => {
  const { unanswered, unread } = context
  const place = unanswered.indexOf(entry.seq)
  const kept = unanswered.filter((seq) => seq !== entry.seq)
  // Unread are the newest of those that nobody has answered.
  const wasUnread = place >= 0 && unanswered.length - place <= unread
  const recent = context.withdrawn.filter((each) => at - each.at <= CHANGE_WINDOW_MS)
  return {
    withdrawn: [...recent, { clientId: entry.clientId, at: entry.at }],
    unanswered: kept,
    unansweredSince: kept.length === 0 && place >= 0 ? null : context.unansweredSince,
    unread: wasUnread ? unread - 1 : unread,
  }
}
