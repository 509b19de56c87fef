import { writing } from '../aspect'

/** To the colleague who holds it: its visitor sees nothing of it, and who waits waits on. */
export const whispers = writing({
  event: 'whispered',
  verb: { at: ['whisper'], permission: 'conversations.whisper' },
  body: { kind: 'whisper' },
})
