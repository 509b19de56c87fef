import { writing } from '../aspect'

/** Between colleagues: it answers nobody, so that who waits for an answer waits on. */
export const notes = writing({
  event: 'noted',
  verb: { at: ['notes'], permission: 'conversations.note' },
  body: { kind: 'note' },
})
