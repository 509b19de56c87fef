import { addressOf } from '../address'
import type { Effect } from '../effects'
import { isDeepEqual } from '../equal'
import { type VisitorContext as Context, initialVisitor, type Rule } from './context'
import type { Of } from './events'
import { withTrigger } from './invitation'
import { nameless } from './name'
import { changedProfile } from './profile'

const EARLIER_CONVERSATIONS = 10
/** Of these, too, a few: what comes once more comes within minutes. */
const MOVED_FROM = 3

export const ask: Rule<Of<'asked'>> = (context, event) => ({
  context: {
    name: event.name || context.name,
    email: event.email || context.email,
    ...(event.phone ? { profile: { ...context.profile, phone: event.phone } } : {}),
    language: event.language,
    address: event.address ?? '',
    clientId: event.clientId,
    invitation: answered(context, 'accepted'),
    ...turnTo(context, event.conversation),
  },
})

/** They go on with one of their own: whether it is, and whether it may go on, was asked before. */
export const resume: Rule<Of<'resumed'>> = (context, event) => ({
  context: turnTo(context, event.conversation),
})

export const introduce: Rule<Of<'introduced'>> = (_context, event) => ({
  context: { email: event.email },
})

export const recall: Rule<Of<'recalled'>> = (context, event) => {
  const turned = turnTo(context, event.conversation)
  return { context: { ...turned, news: { ...turned.news, [event.conversation]: event.news } } }
}

export const hear: Rule<Of<'finished'> | Of<'recalled'>> = (context, event) => ({
  context: { news: { ...context.news, [event.conversation]: event.news } },
})

export const identify: Rule<Of<'identified'>> = (context, event) => {
  const name = event.name || context.name
  return {
    context: {
      subject: event.subject,
      name,
      email: event.email || context.email,
      fromSite: kept({ ...context.fromSite, ...event.attributes }),
    },
    effects: calledOtherwise(context, name, event),
  }
}

export const bringIn: Rule<Of<'imported'>> = (_context, event) => {
  const { name, email, language, pinned, profile, fromSite } = event
  return { context: { name, email, language, pinned, profile, fromSite: kept(fromSite) } }
}

export const report: Rule<Of<'reported'>> = (context, event) => ({
  context: { fromSite: kept({ ...context.fromSite, ...event.attributes }) },
})

/** Of too many the newest. */
const MAX_ATTRIBUTES = 50
const kept = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).slice(-MAX_ATTRIBUTES))

export const take: Rule<Of<'took'>> = (context, event) => {
  const { conversation, earlier } = context
  const own = conversation === null ? [] : [conversation]
  const [newest, ...others] = [
    ...(event.open === null ? [] : [event.open]),
    ...own,
    ...event.conversations,
    ...earlier,
  ]
  if (newest === undefined) return {}
  return {
    context: turnTo({ ...context, conversation: null, earlier: [...new Set(others)] }, newest),
  }
}

export const giveUp: Rule<Of<'gaveUp'>> = () => ({
  context: { conversation: null, earlier: [], news: {}, clientId: '', movedFrom: [] },
})

/** As somebody who was never here: but for the id nothing of them is left. */
export const erase: Rule<Of<'erased'>> = ({ id }) => ({ context: initialVisitor(id) })

export const describe: Rule<Of<'described'>> = (context, event) => {
  const { name = context.name, email = context.email, pinned = context.pinned } = event.changes
  return {
    context: { name, email, pinned, profile: changedProfile(context.profile, event.changes) },
    effects: [
      ...calledOtherwise(context, name, event),
      ...knownOtherwise(context, changedProfile(context.profile, event.changes).tags, event),
    ],
  }
}

/** Their conversation goes by the name they have now. */
export const calledOtherwise = (
  context: Context,
  name: string,
  { at }: { at: number },
): Effect[] => {
  const { id, conversation } = context
  if (name === context.name || conversation === null) return []
  const event = { type: 'visitorNamed', at, name: name || nameless(id) } as const
  return [{ do: 'tell', to: addressOf('conversation', conversation), event }]
}

/** Its department's line may go by what they are known by now. */
export const knownOtherwise = (
  { profile, conversation }: Context,
  topics: readonly string[],
  { at, version: news }: { at: number; version: number },
): Effect[] => {
  if (conversation === null || isDeepEqual(topics, profile.tags)) return []
  const event = { type: 'visitorKnown', at, topics, news } as const
  return [{ do: 'tell', to: addressOf('conversation', conversation), event }]
}

export const invite: Rule<Of<'invited'>> = (context, event) => {
  const { at, id, words: text, agent, agentName, trigger } = event
  return {
    context: {
      invitation: { ...{ id, at, text, agent, agentName, trigger }, answer: 'none' },
      triggers: withTrigger(context.triggers, trigger),
    },
  }
}

export const decline: Rule<Of<'declined'>> = (context, { at }) => ({
  context: { invitation: answered(context, 'declined'), declinedAt: at },
})

const answered = ({ invitation }: Context, answer: 'accepted' | 'declined') =>
  invitation?.answer === 'none' ? { ...invitation, answer } : invitation

export const move: Rule<Of<'moved'>> = (context, event) => ({
  context: {
    ...turnTo(context, event.conversation),
    movedFrom: [event.from, ...context.movedFrom.filter((id) => id !== event.from)].slice(
      0,
      MOVED_FROM,
    ),
  },
})

/** One that ended before, too, is two by now: the newer part stands before the other. */
export const keepEarlier: Rule<Of<'moved'>> = ({ earlier }, event) => ({
  context: {
    earlier: earlier
      .flatMap((id) => (id === event.from ? [event.conversation, id] : [id]))
      .slice(0, EARLIER_CONVERSATIONS),
  },
})

/** Another conversation is theirs; the others are earlier ones, and those too long ago forgotten. */
export const turnTo = (context: Context, conversation: string) => {
  const { conversation: last } = context
  const others = [...(last === null ? [] : [last]), ...context.earlier]
  const earlier = others.filter((id) => id !== conversation).slice(0, EARLIER_CONVERSATIONS)
  const known = new Set([conversation, ...earlier])
  const news = Object.fromEntries(Object.entries(context.news).filter(([id]) => known.has(id)))
  return { conversation, earlier, news }
}
