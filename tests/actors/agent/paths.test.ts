import { describe, expect, test } from 'bun:test'
import { type AgentContext, initialAgent, loadOf } from '../../../actors/agent/context'
import type { AnyEvent } from '../../../actors/events'
import { explore, goesOff, type Step, stateOf, type Walk } from '../model'
import { events as examples, reach } from './events'

const contextOf = ({ stored }: Walk) =>
  (stored?.snapshot.context ?? initialAgent('own')) as AgentContext

const conversations = ['lamp', 'desk'] as const

/** Everything that can be told her now. The office makes room for one or two, and takes rights. */
const eventsOf = (walk: Walk): AnyEvent[] => {
  const { holdings } = contextOf(walk)
  const at = 1_000_000 + (walk.stored?.version ?? 0)
  const offer = { ...examples['is given the lamp'], at }
  const simple = [
    'is hired for two',
    'may hold two',
    'is disabled',
    'is enabled',
    'loses the right to reply',
    'says she is ready',
    'pauses',
    'signs off',
    'comes through north',
    'comes through south',
    'is gone from north',
    'is gone from south',
  ] as const
  return [
    ...simple.map((name) => ({ ...examples[name], at })),
    { type: 'changed', at, changes: { capacity: 1 } },
    { type: 'changed', at, changes: { mayReply: true } },
    ...conversations.flatMap((conversation): AnyEvent[] => [
      { ...offer, conversation },
      { ...offer, conversation, manual: true },
      { ...examples['is handed the chair'], at, conversation },
      { ...examples['takes the lamp'], at, conversation },
      { ...examples['accepts the desk'], at, conversation },
      { ...examples['declines the desk'], at, conversation },
    ]),
    ...Object.entries(holdings).flatMap(([conversation, { claim }]): AnyEvent[] => [
      { type: 'freed', at, conversation, claim, closed: true },
      { type: 'freed', at, conversation, claim, closed: false },
      { type: 'freed', at, conversation, claim: claim - 1, closed: true },
      { type: 'putOff', at, conversation, claim, isOn: true, news: at },
      { type: 'putOff', at, conversation, claim, isOn: false, news: at },
    ]),
    ...walk.clocks.map((clock) => goesOff(clock, at)),
  ]
}

/** Beside her state: what she holds, how much she may, and through which nodes she is here. */
const same = (walk: Walk) => {
  const { holdings, settings, disabledAt, nodes } = contextOf(walk)
  const held = conversations.map((conversation) => {
    const holding = holdings[conversation]
    return [holding?.state, holding?.snooze?.isOn]
  })
  return [stateOf(walk), held, settings, disabledAt !== null, nodes.toSorted(), walk.clocks]
}

/** Whether something that was put off is so no longer, and is held yet. */
const hasWoken = (before: AgentContext, after: AgentContext): boolean =>
  Object.entries(after.holdings).some(
    ([id, { snooze }]) => before.holdings[id]?.snooze?.isOn === true && snooze?.isOn === false,
  )

const { states, steps, wayOf } = explore('agent', eventsOf, same)

describe(`an agent, in ${steps.length} steps`, () => {
  const wrong = (
    holds: (walk: Walk, context: AgentContext, state: string, step: Step) => boolean,
  ) =>
    steps
      .filter((step) => !holds(step.to, contextOf(step.to), stateOf(step.to), step))
      .map((step) => `${wayOf(step)}: ${stateOf(step.to)}`)
  const ringing = ({ holdings }: AgentContext) =>
    Object.values(holdings).some(({ state }) => state === 'ringing')

  test('every state of her chart is reached', () => {
    expect([...states].toSorted()).toEqual(Object.keys(reach).toSorted())
    expect(steps.length).toBeGreaterThan(1000)
  })

  test('she never comes to hold more than she may', () => {
    // The office may leave her with more, and so may what was put off and wakes; nothing she is given does.
    expect(
      wrong((_walk, context, _state, { from }) => {
        const load = loadOf(context)
        if (hasWoken(contextOf(from), context)) return true
        return load <= context.settings.capacity || load <= loadOf(contextOf(from))
      }),
    ).toEqual([])
  })

  test('full is full and free has room', () => {
    expect(
      wrong((_, context, state) => {
        const isFull = loadOf(context) >= context.settings.capacity
        if (state.startsWith('on.full')) return isFull
        return !state.startsWith('on.free') || !isFull
      }),
    ).toEqual([])
  })

  test('off duty she holds nothing; away nothing rings, nor when she may not reply', () => {
    expect(wrong((_, context, state) => !state.startsWith('off') || loadOf(context) === 0)).toEqual(
      [],
    )
    expect(wrong((_, context, state) => !state.startsWith('away') || !ringing(context))).toEqual([])
    expect(wrong((_, context) => context.settings.mayReply || !ringing(context))).toEqual([])
  })

  test('disabled she is off', () => {
    expect(
      wrong((_, { disabledAt }, state) => disabledAt === null || state.startsWith('off')),
    ).toEqual([])
  })

  test('she is present exactly while a node says so', () => {
    expect(wrong((_, { nodes }, state) => nodes.length > 0 === state.endsWith('present'))).toEqual(
      [],
    )
  })

  test('her clocks run in the states that have one, and only there', () => {
    expect(
      wrong(({ clocks }, _, state) => {
        const names = clocks.map((clock) => clock.split('.')[2])
        const due = [
          ...(state.endsWith('grace') ? ['grace'] : []),
          ...(state.startsWith('on.wrapUp') ? ['wrapUp'] : []),
        ]
        return `${names.toSorted()}` === `${due}`
      }),
    ).toEqual([])
  })

  test('every department hears of every change of her figures', () => {
    expect(
      wrong(({ turn }) => {
        const tells = turn?.mail.filter(({ to }) => to === 'department:sales') ?? []
        const versions = tells.map(({ event }) => 'report' in event && event.report?.version)
        return versions.every((version) => version === turn?.version)
      }),
    ).toEqual([])
  })
})
