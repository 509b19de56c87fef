import { z } from 'zod'
import { addressOf } from '../../actors/address'
import type { AgentPersonEvent } from '../../actors/agent/events'
import type { Staff } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import { type ConversationRow, isOver } from '../../actors/summary'
import { may } from '../policies/may'
import { find, memoryOf, rowOf } from './acts'
import type { Desk } from './desk'
import { read } from './input'

const statusForm = z.strictObject({ status: z.enum(['ready', 'away', 'off']) })

const becoming = { ready: 'readied', away: 'paused', off: 'signedOff' } as const

/**
 * Goes on duty, away or off. Being so already is done.
 * Problems: invalid `status`, missing (no place at the desk), conflict `parked`, limited.
 */
export const setStatus = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(statusForm, input)
  if (isProblem(form)) return form
  const agent = await desk.store.inbox.agent(person.id)
  if (!agent) return new Problem('missing', 'missing')
  if (agent.status === form.status && form.status !== 'ready') return null
  const sent = await send(desk, person, { type: becoming[form.status], at: desk.clock.now() })
  return sent === 'refused' ? null : sent
}

/** Takes a ringing conversation. Problems: missing, conflict `alreadyTaken` | `parked`, limited. */
export const accept = (desk: Desk, person: Staff, id: string) =>
  answer(desk, person, id, 'accepted')

/** Lets a ringing conversation go to somebody else. Problems: those of `accept`. */
export const decline = (desk: Desk, person: Staff, id: string) =>
  answer(desk, person, id, 'declined')

const answer = async (
  desk: Desk,
  person: Staff,
  id: string,
  type: 'accepted' | 'declined',
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const sent = await send(desk, person, { type, at: desk.clock.now(), conversation: id })
  if (sent !== 'refused') return sent
  return row.agent === person.id && type === 'accepted' ? null : taken(row)
}

const taken = ({ state, agentName }: ConversationRow) =>
  new Problem('conflict', 'alreadyTaken', { values: { name: state === 'active' ? agentName : '' } })

/**
 * Takes a conversation from the line, or goes on with a closed one. Two who take it at once:
 * one has it, the other is free of it again.
 * Problems: missing, conflict `alreadyTaken` | `goOnDuty` | `atCapacity` | `notInThisState` (its
 * visitor talks elsewhere by now), forbidden `notAllowed`, limited, `parked`.
 */
export const take = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.state === 'active' && row.agent === person.id) return null
  if (row.offeredTo === person.id) return accept(desk, person, id)
  if (!may.take(person, row)) return taken(row)
  if (isOver(row) && (await talksElsewhere(desk, row)))
    return new Problem('conflict', 'notInThisState')
  const sent = await send(desk, person, { type: 'took', at: desk.clock.now(), conversation: id })
  if (sent !== 'refused') return sent
  const agent = await desk.store.inbox.agent(person.id)
  if (!agent || agent.status === 'off') return new Problem('conflict', 'goOnDuty')
  if (!agent.mayReply) return new Problem('forbidden', 'notAllowed')
  return new Problem('conflict', 'atCapacity', { values: { capacity: agent.capacity } })
}

/** A visitor has one conversation at a time: he would not see what is written in another. */
const talksElsewhere = async (desk: Desk, row: ConversationRow): Promise<boolean> => {
  const visitor = await desk.store.inbox.visitor(row.visitor)
  return visitor?.talking === true && visitor.conversation !== row.id
}

/** How long somebody who takes one waits for the word of it, ms: mostly it comes in a few. */
const WORD = 1_000

/**
 * Takes it, and waits to hear that it is his: of two who took it at once, the slower one is told
 * who has it. Who has not heard by then sees on his page how it went.
 */
export const claim = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> =>
  (await take(desk, person, id)) ?? hear(desk, person, id)

const hear = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> => {
  let rung = Promise.withResolvers<void>()
  const topics = [addressOf('conversation', id), addressOf('agent', person.id)]
  const leave = topics.map((topic) => desk.bus.subscribe(topic, () => rung.resolve()))
  const late = Bun.sleep(WORD).then(() => 'late')
  try {
    for (;;) {
      const row = await rowOf(desk, id)
      if (!row || (row.state === 'active' && row.agent === person.id)) return null
      if (!(await holds(desk, person, id))) return taken(row)
      if ((await Promise.race([late, rung.promise])) === 'late') return null
      rung = Promise.withResolvers<void>()
    }
  } finally {
    for (const each of leave) each()
  }
}

/** Whether he counts it as his: he does from his own turn on, until he is told otherwise. */
const holds = async (desk: Desk, person: Staff, id: string): Promise<boolean> => {
  const { holdings = {} } = await memoryOf(desk, 'agent', person.id)
  return id in holdings
}

const send = async (
  desk: Desk,
  person: Staff,
  event: AgentPersonEvent,
): Promise<null | 'refused' | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const sent = await desk.system.send(addressOf('agent', person.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  return sent.outcome === 'refused' ? 'refused' : null
}
