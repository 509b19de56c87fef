import { z } from 'zod'
import { changing } from '../aspect'

/** From what can wait to what cannot. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** How soon it wants an answer, as colleagues see it. */
export const prioritized = changing({
  event: 'prioritized',
  verb: { at: ['priority'], permission: 'conversations.prioritize' },
  memory: { priority: 'normal' as Priority },
  form: () => ({ priority: z.enum(priorities) }),
  change: (before, { priority }) => (before.priority === priority ? null : { priority }),
  tells: ({ priority }, name) => ({ code: 'prioritized', priority, name }),
})
