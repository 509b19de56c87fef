import type { Address } from '../../actors/address'
import { addressOf } from '../../actors/address'
import { agentSettings } from '../../actors/agent/settings'
import { initialAspects } from '../../actors/conversation/aspects'
import { initialConversation } from '../../actors/conversation/context'
import { departmentSettings } from '../../actors/department/settings'
import type { Entry } from '../../actors/entry'
import type { Mail } from '../../actors/mail'
import type { FloorRow, LineRow } from '../../actors/rows'
import type { AgentRow, ConversationRow, DepartmentRow } from '../../actors/summary'
import type { Turn } from '../../actors/turn'
import type { VisitorRow } from '../../actors/visitor/summary'

/** Turns made by hand, for tests of what is below the machines. */
export const turnOf = (address: Address, version: number, more: Partial<Turn> = {}): Turn => ({
  address,
  version,
  at: 1_000 + version,
  event: { type: 'seen', at: 1_000 + version, by: 'visitor', upTo: version },
  rejected: false,
  snapshot: { shape: 1, value: 'active', context: { id: address, version } },
  entries: [],
  lines: [],
  mail: [],
  cancels: [],
  keeps: [],
  drops: [],
  decisions: [],
  facts: [],
  summary: null,
  ...more,
})

/** Vera says something: version, seq and the counts of the context go together. */
export const saying = (
  conversation: string,
  version: number,
  said: Partial<Entry> = {},
  more: Partial<Turn> = {},
): Turn => {
  const entry = entryOf(conversation, version, said)
  const counts = { lastSeq: entry.seq, saidSeq: entry.seq, lastAt: entry.at, unread: entry.seq }
  const context = { ...initialConversation(conversation), ...counts }
  return turnOf(addressOf('conversation', conversation), version, {
    snapshot: { shape: 1, value: 'active', context },
    entries: [entry],
    ...more,
  })
}

export const entryOf = (conversation: string, seq: number, said: Partial<Entry> = {}): Entry => ({
  conversation,
  seq,
  clientId: `${conversation}-${seq}`,
  by: 'visitor',
  author: 'vera',
  name: 'Vera',
  at: 1_000 + seq,
  text: 'Is anybody there?',
  body: { kind: 'text' },
  changes: null,
  edited: null,
  answers: null,
  reacted: null,
  ...said,
})

/** A tell, or with a slot a timer. */
export const mailTo = (to: Address, id: string, more: Partial<Mail> = {}): Mail => ({
  id,
  to,
  event: { type: 'finished', at: 1_000, conversation: 'lamp', news: 1 },
  dueAt: 1_000,
  timer: null,
  ...more,
})

export const lineRow = (
  department: string,
  conversation: string,
  more: Partial<LineRow> = {},
): LineRow => ({
  department,
  conversation,
  ticket: 1,
  lane: 1,
  rank: 1,
  since: 1_000,
  offeredTo: null,
  offer: 0,
  ...{ refused: [], language: '', precedence: null },
  ...more,
})

export const floorRow = (
  department: string,
  agent: string,
  more: Partial<FloorRow> = {},
): FloorRow => ({
  department,
  agent,
  name: 'Ana',
  version: 1,
  ready: true,
  present: true,
  resting: false,
  mayReply: true,
  load: 0,
  capacity: 3,
  offers: [],
  idleSince: 1_000,
  ...{ lastOffer: 0, languages: '', skills: '', recent: [] },
  ...more,
})

export const conversationRow = (
  id: string,
  more: Partial<ConversationRow> = {},
): ConversationRow => ({
  id,
  visitor: 'vera',
  visitorName: 'Vera',
  sla: null,
  language: '',
  department: 'sales',
  ...{ mergedInto: null, guests: [], splitInto: null, splitFrom: null, stateSeq: null },
  state: 'waiting',
  agent: null,
  agentName: '',
  offeredTo: null,
  openedAt: 1_000,
  waitingSince: 1_000,
  closedAt: null,
  stars: null,
  ...{
    commented: false,
    offer: 0,
    messageLeft: false,
    neverAnswered: false,
    answersSeq: 0,
    wrapUp: null,
  },
  ...initialAspects,
  ...more,
})

export const agentRow = (id: string, more: Partial<AgentRow> = {}): AgentRow => ({
  id,
  name: 'Ana',
  status: 'ready',
  present: true,
  awayFor: '',
  lost: false,
  mayReply: true,
  load: 0,
  departments: ['sales'],
  settings: { ...agentSettings.initial, capacity: 3 },
  ...more,
})

export const departmentRow = (id: string, more: Partial<DepartmentRow> = {}): DepartmentRow => ({
  id,
  name: 'Sales',
  settings: { ...departmentSettings.initial, patience: 1, accept: 2, silence: 3 },
  createdAt: 1,
  removedAt: null,
  ...more,
})

export const visitorRow = (id: string, more: Partial<VisitorRow> = {}): VisitorRow => ({
  id,
  name: 'Vera',
  email: 'vera@example.com',
  language: 'en',
  conversation: null,
  talking: false,
  invitation: null,
  ...{ company: '', tags: [], pinned: false, mergedInto: null },
  ...more,
})
