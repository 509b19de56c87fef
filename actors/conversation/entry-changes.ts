import { addressOf } from '../address'
import type { Effect } from '../effects'
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
  if (event.type === 'reacted') {
    const { emoji, adds } = event
    const body = { kind: 'reaction', emoji, adds, inside: isInside(event) } as const
    return line(context, event, body)
  }
  const done =
    event.type === 'revised'
      ? sayOtherwise(context, event, event.clientId)
      : takeBack(context, event)
  return { ...done, effects: [...(done.effects ?? []), ...echoesOf(event, context.lastSeq + 1)] }
}

const isInside = ({ entry }: Pick<ChangeEvent, 'entry'>) => entry.kind === 'note'

/** It says something else from now on. */
export const sayOtherwise = (
  context: Context,
  event: Doing & Pick<Extract<ChangeEvent, { type: 'revised' }>, 'text' | 'files' | 'mentions'>,
  clientId?: string,
): RuleResult<Context> => {
  // What came with it stays with it.
  const body = { kind: isInside(event) ? 'note' : 'text' } as const
  const { files, mentions, text } = event
  return line(context, event, withMentions(withFiles(body, files), mentions), text, clientId)
}

/** It says nothing any more. */
export const takeBack = (context: Context, event: Doing): RuleResult<Context> => {
  const written = line(context, event, { kind: 'withdrawn', inside: isInside(event) })
  return { ...written, context: { ...written.context, ...without(context, event) } }
}

/** What came from another conversation is the same there, should the two be taken apart. */
const echoesOf = (
  event: Extract<ChangeEvent, { type: 'revised' | 'withdrawn' }>,
  seq: number,
): Effect[] => {
  const { at, by, author, name, origins = [] } = event
  const done =
    event.type === 'revised'
      ? { does: event.type, text: event.text, ...(event.files ? { files: event.files } : {}) }
      : { does: event.type }
  return origins.map(({ conversation, entry }) => ({
    do: 'tell',
    to: addressOf('conversation', conversation),
    event: { type: 'echoed', at, by, author, name, entry, line: seq, ...done },
  }))
}

/** Who does it, when, and to what. */
type Doing = Pick<ChangeEvent, 'at' | 'by' | 'author' | 'name' | 'entry'>

/** The times of what is said go by what was said: a change moves none of them. */
const line = (
  context: Context,
  event: Doing,
  body: Body,
  text = '',
  clientId?: string,
): RuleResult<Context> => {
  const { by, author, name, entry } = event
  const seq = context.lastSeq + 1
  const who = { by, author, name, clientId: clientId ?? deskClientId(seq), changes: entry.clientId }
  return {
    context: { lastSeq: seq },
    effects: [{ do: 'append', entry: { ...who, seq, at: orderedAt(context, event), text, body } }],
  }
}

/** Nobody waits for an answer to it, and it is not unread. */
const without = (context: Context, { entry, at }: Doing): Partial<Context> => {
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
