import type { VisitorContext as Context, Rule } from './context'
import type { Of } from './events'
import type { Known } from './merge'
import { calledOtherwise, turnTo } from './rules'

/** What was theirs is with the other. */
export const join: Rule<Of<'joined'>> = (_context, { into }) => ({
  context: { mergedInto: into, conversation: null, earlier: [], news: {}, clientId: '' },
})

export const welcome: Rule<Of<'welcomed'>> = (context, event) => ({
  context: { ...asKnown(event.known), ...withConversations(context, event) },
  effects: calledOtherwise(context, event.known.name, event),
})

export const separate: Rule<Of<'separated'>> = (context, event) => ({
  context: { mergedInto: null, ...withConversations(context, event) },
})

export const release: Rule<Of<'released'>> = (context, event) => {
  const gone = new Set(event.conversations)
  const { conversation } = context
  const left = [...(conversation === null ? [] : [conversation]), ...context.earlier]
  const [first = null, ...earlier] = left.filter((id) => !gone.has(id))
  return {
    context: { ...asKnown(event.known), conversation: first, earlier },
    effects: calledOtherwise({ ...context, conversation: first }, event.known.name, event),
  }
}

const asKnown = ({ name, email, subject, fromSite, profile, pinned }: Known): Partial<Context> => ({
  ...{ name, email, subject, fromSite, profile, pinned },
})

/** The one that goes on stands first, then their own, then the newest of what was brought. */
const withConversations = (
  context: Context,
  { conversations, open }: { conversations: readonly string[]; open: string | null },
): Partial<Context> => {
  const own = context.conversation === null ? [] : [context.conversation]
  const first = open === null ? [] : [open]
  const [newest, ...others] = [...first, ...own, ...conversations, ...context.earlier]
  if (newest === undefined) return {}
  return turnTo({ ...context, conversation: null, earlier: [...new Set(others)] }, newest)
}
