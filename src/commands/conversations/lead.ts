import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { take } from '../agents/take'
import type { Desk } from '../desk'
import { find } from './access'
import { act } from './act'
import { alreadyOr, seenAt } from './as-of'
import { targetOf } from './transfer'
import type { WrapUpOf } from './wrap-up'

/**
 * What is done to conversations that others hold, or nobody: for whoever may do so, which their route
 * asks. What is so already is done; `seq` is the newest line they saw, and what has moved since stays.
 * Problems: missing, conflict, limited.
 */
export const closeAs = async (
  desk: Desk,
  person: Staff,
  id: string,
  wrapUpOf: WrapUpOf,
  seq?: number,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (isOver(row)) return null
  const wrapUp = await wrapUpOf(row.department)
  if (isProblem(wrapUp)) return wrapUp
  const outcome = await act(desk, person, row, {
    ...{ type: 'ended', at: desk.clock.now(), by: 'agent', author: person.id, name: person.name },
    ...{ lead: true, ...seenAt(seq), ...wrapUp },
  })
  if (!isProblem(outcome)) return null
  return outcome.reason === 'chatEnded' ? null : alreadyOr(desk, id, seq, outcome)
}

/** Gives it to a colleague who has room; one that somebody holds to a department's line, too. */
export const assignAs = async (
  desk: Desk,
  person: Staff,
  id: string,
  address: string,
  seq?: number,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (isOver(row)) return new Problem('conflict', 'chatEnded')
  if (row.state === 'active' && address === `agent:${row.agent}`) return null
  const to = await targetOf(desk, { id: '' }, address)
  if (isProblem(to)) return to
  if (row.state === 'active') {
    const outcome = await act(desk, person, row, {
      ...{ type: 'handed', at: desk.clock.now(), by: person.id, name: person.name, to },
      lead: true,
      ...seenAt(seq),
    })
    return isProblem(outcome) ? alreadyOr(desk, id, seq, outcome) : null
  }
  if (!('agent' in to)) return new Problem('conflict', 'notInThisState')
  return assignWaiting(desk, person, id, { ...to, seq })
}

/** Of one that waits: its line gives it to nobody else meanwhile, or they are free of it again. */
const assignWaiting = async (
  desk: Desk,
  person: Staff,
  id: string,
  { agent, name, seq }: { agent: string; name: string; seq: number | undefined },
): Promise<null | Problem> => {
  const receiver: Staff = { ...person, id: agent, name }
  const outcome = await take(desk, receiver, id, seq, person.name)
  if (!isProblem(outcome)) return null
  const values = { name }
  if (outcome.reason === 'atCapacity') return new Problem('conflict', 'agentAtCapacity', { values })
  return outcome.reason === 'goOnDuty'
    ? new Problem('conflict', 'agentAbsent', { values })
    : outcome
}
