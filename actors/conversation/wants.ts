import { addressOf } from '../address'
import type { Effect } from '../effects'
import { isDeepEqual } from '../equal'
import type { Wants } from '../rows'
import type { ConversationContext as Context } from './context'

/**
 * What it wants of whoever gets it, as its department's line is told: with each visit to the line, and
 * when it becomes other while it waits.
 */
export const wantsOf = ({ priority, tags, visitorWants }: Context): Wants => ({
  priority,
  language: visitorWants.language,
  topics: [...new Set([...visitorWants.topics, ...tags])],
})

/** A visit to the line that begins with this turn brings it along. */
export const withWants = (
  effects: readonly Effect[],
  context: Context,
  news: number,
): readonly Effect[] =>
  effects.map((effect) =>
    effect.do === 'tell' && effect.event.type === 'queued'
      ? { ...effect, event: { ...effect.event, wants: wantsOf(context), news } }
      : effect,
  )

/** The line hears that it wants something else, as long as it waits in the same visit to it. */
export const tellWants = (
  before: Context | undefined,
  after: Context,
  { at, version }: { at: number; version: number },
): readonly Effect[] => {
  const waits = after.agent === null && after.closedAt === null
  if (!before || !waits || before.ticket !== after.ticket) return []
  const wants = wantsOf(after)
  if (isDeepEqual(wantsOf(before), wants)) return []
  const { id: conversation, department, ticket } = after
  const event = { type: 'wantsChanged', at, conversation, ticket, wants, news: version } as const
  return [{ do: 'tell', to: addressOf('department', department), event }]
}
