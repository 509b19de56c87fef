import type { Effect } from '../effects'
import type { VisitorContext as Context, Rule } from './context'
import type { Of } from './events'
import type { Known } from './merge'
import { calledOtherwise, knownOtherwise, turnTo } from './rules'

/** What was theirs is with the other. */
export const join: Rule<Of<'joined'>> = (_context, { into }) => ({
  context: { mergedInto: into, conversation: null, earlier: [], news: {}, clientId: '' },
})

export const welcome: Rule<Of<'welcomed'>> = (context, event) => ({
  context: { ...asKnown(event.known), ...withConversations(context, event) },
  effects: heardOf(context, event),
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
    effects: heardOf({ ...context, conversation: first }, event),
  }
}

/** Their own conversation hears how they are called now, and by what they are known. */
const heardOf = (context: Context, event: Of<'welcomed'> | Of<'released'>): Effect[] => [
  ...calledOtherwise(context, event.known.name, event),
  ...knownOtherwise(context, event.known.profile.tags, event),
]

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
