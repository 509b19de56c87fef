import type { Step, Taken } from '../step'
import type { VisitorContext as Context } from './context'
import type { VisitorEvent } from './events'

type Of<T extends VisitorEvent['type']> = Taken<Extract<VisitorEvent, { type: T }>>
type Rule<E> = (context: Context, event: E) => Step<Context>

const EARLIER = 10

export const ask: Rule<Of<'asked'>> = (context, event) => ({
  context: {
    name: event.name || context.name,
    email: event.email || context.email,
    language: event.language,
    conversation: event.conversation,
    news: 0,
    clientId: event.clientId,
    earlier: context.conversation
      ? [context.conversation, ...context.earlier].slice(0, EARLIER)
      : context.earlier,
  },
})

export const recall: Rule<Of<'recalled'>> = (_context, event) => ({
  context: { conversation: event.conversation, news: event.news },
})

export const hear: Rule<Of<'finished'> | Of<'recalled'>> = (_context, event) => ({
  context: { news: event.news },
})
