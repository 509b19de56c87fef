import { idOf, kindOf } from '../../../actors/address'
import type { AgentContext } from '../../../actors/agent/context'
import { summarizeAgent } from '../../../actors/agent/summary'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import { wantsOf } from '../../../actors/conversation/wants'
import type { DepartmentContext } from '../../../actors/department/context'
import { precedenceOf } from '../../../actors/department/place'
import { isStuck } from '../../../actors/department/routing'
import type { VisitorContext } from '../../../actors/visitor/context'
import type { ActorHarness } from '../../support/actor-harness'

/** Says what is not so. */
type Claim = (holds: boolean, what: string) => void
type Rule = (harness: ActorHarness, claim: Claim) => void

/** What is true of the whole desk when no mail is on its way. Answers what is not. */
export const wrongAtRest = (harness: ActorHarness): string[] => {
  const wrong: string[] = []
  for (const rule of rules) rule(harness, (holds, what) => holds || wrong.push(what))
  return wrong
}

const everyConversation = (harness: ActorHarness) =>
  every<ConversationContext>(harness, 'conversation').map((one) => {
    const state = conversationState(one.value)
    const waits = state === 'waiting' || state === 'left' || state === 'offered'
    return { ...one, state, waits }
  })

const whoeverHoldsItKnows: Rule = (harness, claim) => {
  const holdings = new Map(
    every<AgentContext>(harness, 'agent').map(({ id, context }) => [id, context.holdings]),
  )
  const conversations = everyConversation(harness)
  for (const { id, state, context } of conversations) {
    const held = holdings.get(context.agent ?? '')?.[id]
    // Put off, and its holder has given it back: it is nobody's place until it wakes.
    const isLoose = context.claim === 0 && context.snooze !== null
    if (isLoose) claim(held === undefined, `${id} is loose, and in the hands of ${context.agent}`)
    else if (state === 'active')
      claim(
        held?.state === 'held' && held.claim === context.claim,
        `${id} is active, but not in the hands of ${context.agent}`,
      )
    claim(
      isLoose || (held?.snooze?.isOn ?? false) === (context.snooze !== null),
      `${id} is put off or not, and ${context.agent} thinks otherwise`,
    )
    const rings = holdings.get(context.ringing?.agent ?? '')?.[id]
    if (context.ringing)
      claim(rings?.state === 'ringing', `${id} does not ring at ${context.ringing.agent}`)
  }
  for (const [agent, own] of holdings)
    for (const [id, { state }] of Object.entries(own)) {
      const its = conversations.find((one) => one.id === id)
      const at = state === 'held' ? its?.context.agent : its?.context.ringing?.agent
      const fits = its?.state === (state === 'held' ? 'active' : 'offered')
      claim(at === agent && fits, `${agent} has ${id} ${state}, which is ${its?.state} at ${at}`)
    }
}

const stateAndPeopleAgree: Rule = (harness, claim) => {
  for (const { id, state, waits, context } of everyConversation(harness)) {
    claim((context.ringing !== null) === (state === 'offered'), `${id} rings while ${state}`)
    claim(context.transfer === null, `${id} is handed over for ever`)
    claim(!waits || context.agent === null, `${id} has ${context.agent} while ${state}`)
    claim(state !== 'active' || context.agent !== null, `${id} is active without an agent`)
    claim(
      (context.closedAt !== null) === (state === 'closed' || state === 'rated'),
      `${id} is ${state}, closed at ${context.closedAt}`,
    )
  }
}

const whoWaitsStandsInLineOnce: Rule = (harness, claim) => {
  for (const { id, state, waits, context } of everyConversation(harness)) {
    const rows = [...harness.line.values()].filter((row) => row.conversation === id)
    claim(rows.length === (waits ? 1 : 0), `${id} is ${state} and has ${rows.length} rows`)
    for (const row of rows) {
      claim(row.department === context.department, `${id} waits in ${row.department}`)
      claim(row.ticket === context.ticket, `${id} waits with ticket ${row.ticket}`)
      claim(row.since === context.since, `${id} waits since ${row.since}`)
      const { priority, topics, via } = precedenceOf(row)
      const stands = JSON.stringify({ priority, language: row.language, topics })
      const wants = JSON.stringify(wantsOf(context))
      claim(stands === wants, `${id} wants ${wants}, and waits as ${stands}`)
      claim(new Set(via).size === via.length, `${id} left a line twice: ${via}`)
      const at = context.ringing?.agent ?? null
      claim(row.offeredTo === at, `${id} rings at ${at}, by its row at ${row.offeredTo}`)
    }
  }
  for (const { id, context } of every<DepartmentContext>(harness, 'department'))
    claim(Object.keys(context.crossed).length === 0, `${id} waits for the other half of mail`)
}

const nobodyWaitsForNothing: Rule = (harness, claim) => {
  for (const { id, context } of every<DepartmentContext>(harness, 'department')) {
    const floor = [...harness.floor.values()].filter((row) => row.department === id)
    const terms = { ...context.settings, at: harness.now() }
    claim(
      !isStuck(terms, { line: harness.waiting(id), floor }),
      `somebody waits in ${id} for nothing`,
    )
  }
}

const floorsShowAgentsAsTheyAre: Rule = (harness, claim) => {
  for (const agent of every<AgentContext>(harness, 'agent')) {
    const own = summarizeAgent(agent)
    const rows = [...harness.floor.values()].filter((row) => row.agent === agent.id)
    const seats = rows.map((row) => row.department).toSorted()
    const departments = own.departments.toSorted()
    claim(`${seats}` === `${departments}`, `${agent.id} sits in ${seats}, not in ${departments}`)
    for (const row of rows) {
      const shown = [row.load, row.capacity, row.present, row.ready, row.mayReply]
      const is = [
        own.load,
        own.settings.capacity,
        own.present,
        own.status === 'ready',
        own.mayReply,
      ]
      claim(`${shown}` === `${is}`, `${row.department} sees ${agent.id} as ${shown}, not ${is}`)
      claim(row.offers.length === 0, `${agent.id} never answered ${row.offers}`)
    }
    const kept = [...harness.presence].filter((key) => key.startsWith(`${agent.id} `)).length
    claim(kept === agent.context.nodes.length, `${agent.id} has ${kept} connections kept`)
  }
}

const visitorsTalkInOneConversation: Rule = (harness, claim) => {
  for (const visitor of every<VisitorContext>(harness, 'visitor')) {
    const own = visitor.context.conversation
    const open = everyConversation(harness).filter(
      ({ id, context }) => id === own && !context.closedAt,
    )
    const talks = visitor.value === 'talking'
    claim(talks === open.length > 0, `${visitor.id} is ${visitor.value}, ${own} is not`)
  }
}

const rules: Rule[] = [
  whoeverHoldsItKnows,
  stateAndPeopleAgree,
  whoWaitsStandsInLineOnce,
  nobodyWaitsForNothing,
  floorsShowAgentsAsTheyAre,
  visitorsTalkInOneConversation,
]

const every = <Context>(harness: ActorHarness, kind: string) =>
  [...harness.actors]
    .filter(([address]) => kindOf(address) === kind)
    .map(([address, { snapshot }]) => ({
      ...{ id: idOf(address), value: snapshot.value, context: snapshot.context as Context },
    }))
