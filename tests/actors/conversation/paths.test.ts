import { describe, expect, test } from 'bun:test'
import { type ConversationContext, initialConversation } from '../../../actors/conversation/context'
import type { AnyEvent } from '../../../actors/events'
import { explore, goesOff, type Step, stateOf, type Walk } from '../model'
import { events as examples, reach } from './events'

const contextOf = ({ stored }: Walk) =>
  (stored?.snapshot.context ?? initialConversation('own')) as ConversationContext

const people = ['ana', 'amir'] as const
const chosen = { how: 'chosen', strategy: 'least-loaded', candidates: 1 } as const

/** Everything that can sensibly be told it now, and whatever of it can come late. */
const eventsOf = (walk: Walk): AnyEvent[] => {
  const context = contextOf(walk)
  const at = 1_000_000 + (walk.stored?.version ?? 0)
  // Agents' words grow newer with every turn.
  const now = 10 + (walk.stored?.version ?? 0)
  const holder = context.agent ?? 'ana'
  const by = { by: 'agent', author: holder, name: holder } as const
  const offer = Math.max(context.lastExpiredOffer, context.ringing?.offer ?? 0) + 1
  const visit = { at, ticket: context.ticket }
  const { ringing, transfer: handing } = context
  if (!walk.stored) return [examples['Vera opens it']]
  return [
    { ...examples['Vera says'], at, clientId: `said-${context.lastSeq + 1}` },
    { ...examples['Ana says'], ...by, at, clientId: `said-${context.lastSeq + 1}` },
    { type: 'seen', at, by: 'agent', upTo: context.lastSeq },
    { type: 'seen', at, by: 'agent', upTo: context.lastSeq - 1 },
    { ...examples['Vera ends it'], at },
    { ...examples['Ana ends it'], ...by, at },
    { ...examples['Vera rates it'], at },
    { ...examples['Vera rates it otherwise'], at },
    { ...examples['Vera adds words'], at },
    { ...examples['Vera reopens it'], at },
    { ...examples['Ana hands it to Amir'], at, by: holder, to: { agent: 'ben', name: 'Ben' } },
    { ...examples['Ana hands it to support'], at, by: holder },
    { ...examples['Ana snoozes it for an hour'], at, until: at + 3_600_000 },
    { ...examples['Ana snoozes it till an answer'], at },
    { ...examples['Ana ends the snooze'], at },
    { type: 'unattended', ...visit },
    { ...examples['Vera waits on'], at },
    { ...examples['Vera leaves it at the message'], at },
    ...people.flatMap((agent): AnyEvent[] => {
      const word = { agent, name: agent, claim: now, word: now }
      const how = { how: 'took' } as const
      return [
        { type: 'offered', ...visit, ...word, offer },
        { type: 'assigned', ...visit, ...word, offer, how: chosen },
        { type: 'assigned', at, ...word, ticket: 0, offer: 0, how },
        { type: 'returned', ...visit, ...word, claim: context.claim, offer, reason: 'lost' },
      ]
    }),
    ...(ringing
      ? ([
          { type: 'assigned', ...visit, ...ringing, word: now, how: chosen },
          { type: 'passed', ...visit, ...ringing, word: now, reason: 'declined' },
        ] as const)
      : []),
    ...(handing
      ? ([
          {
            ...{ type: 'assigned', at, agent: handing.agent, name: handing.name, claim: now },
            ...{ word: now, ticket: 0, offer: handing.offer },
            how: { how: 'transferred', from: context.agentName },
          },
          {
            ...{ type: 'passed', at, agent: handing.agent, name: handing.name, claim: 0 },
            ...{ word: now, offer: handing.offer, reason: 'full' },
          },
        ] as AnyEvent[])
      : []),
    ...walk.clocks.map((clock) => goesOff(clock, at)),
  ]
}

/** Beside its state: whose it is, and what decides where it can go. */
const same = (walk: Walk) => {
  const { agent, ringing, transfer: handing, unattended, rating, ticket } = contextOf(walk)
  const { unread, answered, claim, messageLeft } = contextOf(walk)
  return [
    ...[stateOf(walk), agent, ringing?.agent, handing?.agent, walk.clocks, unattended],
    ...[Math.min(unread, 2), Math.min(ticket, 2), rating?.stars, rating?.commented, answered],
    claim > 0,
    messageLeft,
  ]
}

const { states, steps, wayOf } = explore('conversation', eventsOf, same)

/** The clocks of each state, and no others but that of silence. */
const clocks: Record<keyof typeof reach, string[]> = {
  unopened: [],
  'waiting.inLine': ['patience'],
  'waiting.left': [],
  'waiting.message': [],
  offered: ['accept'],
  'active.awaitingAgent + steady': [],
  'active.awaitingAgent + handing': ['accept'],
  'active.awaitingVisitor + steady': [],
  'active.awaitingVisitor + handing': ['accept'],
  'active.snoozed.untilTime + steady': ['snooze'],
  'active.snoozed.untilTime + handing': ['accept', 'snooze'],
  'active.snoozed.untilReply + steady': [],
  'active.snoozed.untilReply + handing': ['accept'],
  'closed.unrated': [],
  'closed.rated': [],
}

describe(`a conversation, in ${steps.length} steps`, () => {
  const wrong = (
    holds: (walk: Walk, context: ConversationContext, state: string, step: Step) => boolean,
  ) =>
    steps
      .filter((step) => !holds(step.to, contextOf(step.to), stateOf(step.to), step))
      .map((step) => `${wayOf(step)}: ${stateOf(step.to)}`)

  test('every state of its chart is reached', () => {
    expect([...states].toSorted()).toEqual(
      Object.keys(reach)
        .filter((state) => state !== 'unopened')
        .toSorted(),
    )
    expect(steps.length).toBeGreaterThan(1000)
  })

  test('its transcript has no gap', () => {
    expect(
      wrong(({ turn }, { lastSeq }) => {
        const seqs = turn?.entries.map(({ seq }) => seq) ?? []
        const first = lastSeq - seqs.length + 1
        return seqs.every((seq, nth) => seq === first + nth)
      }),
    ).toEqual([])
  })

  test('somebody holds it when it is active, nobody while it waits', () => {
    expect(
      wrong((_, { agent, claim }, state) => {
        // Of one that is put off its holder may have gone off duty.
        if (state.startsWith('active.snoozed')) return agent !== null
        if (state.startsWith('active')) return agent !== null && claim > 0
        return claim === 0 && (state.startsWith('closed') || agent === null)
      }),
    ).toEqual([])
  })

  test('it is put off just while it is snoozed', () => {
    expect(
      wrong((_, { snooze }, state) => (snooze !== null) === state.startsWith('active.snoozed')),
    ).toEqual([])
  })

  test('it rings while it is offered and is handed over while it is handed over', () => {
    expect(wrong((_, { ringing }, state) => (ringing !== null) === (state === 'offered'))).toEqual(
      [],
    )
    expect(
      wrong((_, { transfer: handing }, state) => (handing !== null) === state.endsWith('handing')),
    ).toEqual([])
  })

  test('unread is what can be unread, and nothing of a closed one is', () => {
    expect(
      wrong((_, { unread, unanswered, unansweredSince }, state) =>
        state.startsWith('closed')
          ? unread === 0
          : unread >= 0 &&
            unread <= unanswered.length &&
            unanswered.length > 0 === (unansweredSince !== null),
      ),
    ).toEqual([])
  })

  test('it has an end exactly when it is closed, and stars only when it is rated', () => {
    expect(
      wrong((_, { closedAt }, state) => (closedAt !== null) === state.startsWith('closed')),
    ).toEqual([])
    expect(
      wrong((_, { rating }, state) => (rating !== null) === (state === 'closed.rated')),
    ).toEqual([])
  })

  test('its clocks run in the states that have one, and only there', () => {
    expect(
      wrong(({ clocks: running }, _, state) => {
        const names = running.flatMap((clock) => /after\.(\w+)/.exec(clock)?.[1] ?? [])
        return `${names}` === `${clocks[state as keyof typeof clocks]}`
      }),
    ).toEqual([])
  })

  test('silence is looked at where its visitor is awaited, and nowhere but where somebody holds it', () => {
    expect(
      wrong(({ clocks: running }, { silence }, state) => {
        const isSet = running.some((clock) => clock.endsWith('/due.silence'))
        if (isSet !== (silence.due !== null)) return false
        return state.startsWith('active.awaitingVisitor')
          ? isSet
          : !isSet || state.startsWith('active')
      }),
    ).toEqual([])
  })

  test('whoever waits is told once that nobody is promised', () => {
    expect(wrong((_, { unattended }, state) => state !== 'waiting.left' || unattended)).toEqual([])
    expect(wrong((_, { unattended }, state) => state !== 'waiting.inLine' || !unattended)).toEqual(
      [],
    )
  })
})
