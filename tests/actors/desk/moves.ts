import { addressOf } from '../../../actors/address'
import type { AgentContext } from '../../../actors/agent/context'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import { priorities } from '../../../actors/priority'
import type { VisitorContext } from '../../../actors/visitor/context'
import { agents, departments, nodes, type Play, timings, visitors } from './play'

/** Something that a person does, as the commands let them. `agent` is the one whose turn it is. */
type Move = (play: Play, agent: string) => void

export const hire: Move = ({ harness, chance }, id) => {
  const own = chance.some(departments)
  const address = addressOf('agent', id)
  const isHired = harness.context<AgentContext | undefined>(address) !== undefined
  harness.send(address, {
    type: isHired ? 'changed' : 'hired',
    at: harness.now(),
    name: id,
    departments: own.length > 0 ? own : ['support'],
    changes: {
      capacity: 1 + chance.below(3),
      mayReply: chance.happens(0.85),
      wrapUp: chance.happens(0.3) ? 5000 : 0,
      languages: chance.pick(['', 'en', 'zh', 'en\nzh']),
      skills: chance.pick(['', 'lamps']),
    },
  })
}

const asks: Move = (play) => {
  const { harness, chance } = play
  const visitor = chance.pick(visitors)
  const known = harness.context<VisitorContext | undefined>(addressOf('visitor', visitor))
  const last = known?.conversation ?? null
  const over = last && isOver(play, last) ? last : null
  const at = harness.now()
  const conversation = `c${play.conversations.length + 1}`
  const clientId = `start-${conversation}`
  const turn = harness.send(addressOf('visitor', visitor), {
    ...{ type: 'asked', at, conversation, over, clientId, name: visitor, email: '' },
    language: 'en',
  })
  if (turn.rejected) return
  play.conversations.push(conversation)
  const department = chance.pick(departments)
  harness.send(addressOf('conversation', conversation), {
    ...{ type: 'opened', at, visitor, name: visitor, department, departmentName: department },
    ...{ timings, clientId, text: 'Hello' },
    visitorWants: {
      language: chance.pick(['', 'en', 'zh']),
      topics: chance.pick([[], ['VIP'], ['lamps']]),
    },
  })
}

const reopens: Move = ({ harness, chance }) => {
  const name = chance.pick(visitors)
  const visitor = addressOf('visitor', name)
  const last = harness.context<VisitorContext | undefined>(visitor)?.conversation
  if (!last) return
  const at = harness.now()
  harness.send(visitor, { type: 'resumed', at, conversation: last })
  harness.send(addressOf('conversation', last), { type: 'reopened', at, by: 'visitor', name })
}

const says =
  (by: 'visitor' | 'agent'): Move =>
  (play, agent) =>
    about(play, by, agent, (conversation, author) => {
      play.said += 1
      play.harness.send(conversation, {
        ...{ type: 'said', at: play.harness.now(), by, author, name: author },
        ...{ clientId: `said-${play.said}`, text: 'Well' },
      })
    })

const ends =
  (by: 'visitor' | 'agent'): Move =>
  (play, agent) =>
    about(play, by, agent, (conversation, author) => {
      const at = play.harness.now()
      play.harness.send(conversation, { type: 'ended', at, by, author, name: author })
    })

const sees: Move = (play, agent) =>
  about(play, play.chance.happens(0.5) ? 'visitor' : 'agent', agent, (conversation, reader) => {
    const { lastSeq } = play.harness.context<ConversationContext>(conversation)
    const by = reader === agent ? 'agent' : 'visitor'
    const upTo = 1 + play.chance.below(lastSeq + 1)
    play.harness.send(conversation, { type: 'seen', at: play.harness.now(), by, upTo })
  })

const rates: Move = (play, agent) =>
  about(play, 'visitor', agent, (conversation) => {
    const stars = 1 + play.chance.below(5)
    play.harness.send(conversation, {
      type: 'rated',
      at: play.harness.now(),
      stars,
      comment: '',
      commented: false,
    })
  })

const hands: Move = (play, agent) =>
  about(play, 'agent', agent, (conversation) => {
    const { chance, harness } = play
    const other = chance.pick(agents.filter((one) => one !== agent))
    const department = chance.pick(departments)
    harness.send(conversation, {
      ...{ type: 'handed', at: harness.now(), by: agent, name: agent },
      to: chance.happens(0.6)
        ? { agent: other, name: other }
        : { department, departmentName: department },
    })
  })

/** With one of the agent's conversations, or with any and its visitor. */
const about = (
  play: Play,
  by: 'visitor' | 'agent',
  agent: string,
  act: (conversation: `conversation:${string}`, author: string) => void,
) => {
  const known = by === 'agent' ? Object.keys(holdingsOf(play, agent)) : play.conversations
  if (known.length === 0) return
  const conversation = addressOf('conversation', play.chance.pick(known))
  const { visitor } = play.harness.context<ConversationContext>(conversation)
  act(conversation, by === 'agent' ? agent : visitor)
}

/** Until an answer, for a while, or no longer. */
const snoozes: Move = (play, agent) =>
  about(play, 'agent', agent, (conversation) => {
    const at = play.harness.now()
    const until = play.chance.pick(['reply', at + 20_000, null] as const)
    play.harness.send(conversation, { type: 'snoozed', at, name: agent, until })
  })

/** What its line goes by. */
const isCalled: Move = (play, agent) =>
  about(play, play.chance.happens(0.8) ? 'visitor' : 'agent', agent, (conversation) => {
    const { harness, chance } = play
    const at = harness.now()
    if (chance.happens(0.6))
      harness.send(conversation, {
        ...{ type: 'prioritized', at, name: agent, priority: chance.pick(priorities) },
      })
    else harness.send(conversation, { type: 'tagged', at, name: agent, add: 'lamps', remove: null })
  })

const answers =
  (type: 'accepted' | 'declined'): Move =>
  (play, agent) => {
    const known = Object.keys(holdingsOf(play, agent))
    if (known.length === 0) return
    const conversation = play.chance.pick(known)
    play.harness.send(addressOf('agent', agent), { type, at: play.harness.now(), conversation })
  }

const takes: Move = (play, agent) => {
  if (play.conversations.length === 0) return
  const conversation = play.chance.pick(play.conversations)
  if (stateOf(play, conversation) === 'active') return
  const at = play.harness.now()
  play.harness.send(addressOf('agent', agent), { type: 'took', at, conversation })
}

const turns =
  (type: 'readied' | 'paused' | 'signedOff' | 'disabled' | 'enabled'): Move =>
  ({ harness }, agent) => {
    harness.send(addressOf('agent', agent), { type, at: harness.now() })
  }

const reaches =
  (type: 'appeared' | 'vanished'): Move =>
  ({ harness, chance }, agent) => {
    const node = chance.pick(nodes)
    harness.send(addressOf('agent', agent), { type, at: harness.now(), node })
  }

const waits: Move = ({ harness, chance, post }) => {
  const ms = chance.pick([1_000, 6_000, 16_000, 31_000, 31_000, 601_000, 1_801_000])
  if (post === 'prompt') harness.pass(ms)
  else harness.later(ms)
}

const stateOf = ({ harness }: Play, id: string) =>
  conversationState(harness.state(addressOf('conversation', id)))
const isOver = (play: Play, id: string) => ['closed', 'rated'].includes(stateOf(play, id))
const holdingsOf = ({ harness }: Play, agent: string) =>
  harness.context<AgentContext>(addressOf('agent', agent)).holdings

export const moves = {
  ...{ asks, reopens, rates, sees },
  ...{ visitorSays: says('visitor'), visitorEnds: ends('visitor') },
  ...{ agentSays: says('agent'), agentEnds: ends('agent'), hands, takes, snoozes, isCalled },
  ...{ accepts: answers('accepted'), declines: answers('declined') },
  ...{ readies: turns('readied'), pauses: turns('paused'), signsOff: turns('signedOff') },
  ...{ comes: reaches('appeared'), goes: reaches('vanished'), isChanged: hire, waits },
  ...{ isDisabled: turns('disabled'), isEnabled: turns('enabled') },
} satisfies Record<string, Move>

/** How often each is done. */
export const weights: Record<keyof typeof moves, number> = {
  ...{ asks: 10, reopens: 3, rates: 1, sees: 1 },
  ...{
    visitorSays: 3,
    visitorEnds: 2,
    agentSays: 4,
    agentEnds: 4,
    hands: 4,
    takes: 3,
    snoozes: 2,
    isCalled: 3,
  },
  ...{ accepts: 6, declines: 2, readies: 6, pauses: 2, signsOff: 2 },
  ...{ comes: 5, goes: 3, isChanged: 1, waits: 4 },
  ...{ isDisabled: 1, isEnabled: 2 },
}
