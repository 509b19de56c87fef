import { z } from 'zod'
import { type Priority, priorities } from '../../priority'
import { changing } from '../aspect'

export { type Priority, priorities } from '../../priority'

/** How soon it wants an answer, as colleagues see it. */
export const prioritized = changing({
  event: 'prioritized',
  verb: { at: ['priority'], permission: 'conversations.prioritize' },
  memory: { priority: 'normal' as Priority },
  form: () => ({ priority: z.enum(priorities) }),
  change: (before, { priority }) => (before.priority === priority ? null : { priority }),
  tells: ({ priority }, name) => ({ code: 'prioritized', priority, name }),
})
