import type { ConversationEvent } from '../../../actors/conversation/events'

const at = 1_000_000
const change = { at, by: 'visitor', author: 'vera', name: 'Vera' } as const
const veras = { clientId: 'open', seq: 1, at, kind: 'text', author: 'vera' } as const

/** What is done to an entry that is there, one of each. */
export const changeEvents = {
  'Vera says it otherwise': { ...change, type: 'revised', text: 'Hello!', entry: veras },
  'Vera says it otherwise, too late': {
    ...{ ...change, type: 'revised', text: 'Hello!', entry: veras, at: at + 300_001 },
  },
  'Vito says it otherwise': {
    ...change,
    type: 'revised',
    author: 'vito',
    text: 'Hi',
    entry: veras,
  },
  'Vera takes it back': { ...change, type: 'withdrawn', entry: veras },
  'Vera takes back what is not there': {
    ...{ ...change, type: 'withdrawn', entry: { ...veras, seq: 99 } },
  },
  'Amir takes back his note': {
    ...{ ...change, type: 'withdrawn', by: 'agent', author: 'amir', name: 'Amir' },
    entry: { ...veras, kind: 'note', author: 'amir' },
  },
  'Vera has taken it back where it went on': {
    ...{ ...change, type: 'echoed', does: 'withdrawn', line: 9, entry: veras },
  },
  'Vera reacts': { ...change, type: 'reacted', emoji: '👍', adds: true, entry: veras },
  'Ana reacts': {
    ...{ ...change, type: 'reacted', by: 'agent', author: 'ana', name: 'Ana' },
    ...{ emoji: '👍', adds: false, entry: veras },
  },
} as const satisfies Record<string, ConversationEvent>
