import { z } from 'zod'
import { type Hindrance, whyNotHanded } from '../../../actors/agent/rights'
import { slaOf } from '../../../actors/department/settings'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem, type Reason } from '../../../actors/problem'
import type { ConversationRow, DepartmentRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import { takeOver } from '../agents/take-over'
import { choosable } from '../departments/choosable'
import type { Desk } from '../desk'
import { commentText } from '../input'
import { read } from '../input/read'
import { findMentions } from '../mentions/find'
import { sayFirst } from '../scheduled/say-first'
import { find, leading } from './access'
import { act, refusal } from './act'
import { alreadyOr, seenAt, seqField } from './as-of'

/** An address of who is to have it. */
export const transferTo = holding('value', z.string().regex(/^(agent|department):[\w-]{1,64}$/))

/**
 * `to` is an address, `agent:<id>` or `department:<id>`; `note` what colleagues are told of it; `seq` the
 * newest line they saw.
 */
export const transferForm = z.strictObject({
  to: transferTo,
  note: commentText.default(''),
  seq: seqField,
})

/**
 * Hands it to a colleague, who has it at once if they have room, even where their department asks
 * before it assigns; until then the holder keeps it. Or to the front of a department's line: then
 * nobody holds it.
 * Problems: missing, forbidden, invalid `agentIsSelf` | `agentUnknown` | `departmentUnknown`,
 * conflict `agentAbsent` | `agentAtCapacity` | `agentCannotReply` | `already` (it changed hands or ended
 * since `seq`).
 */
export const transfer = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(transferForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.transfer(person, row)) return alreadyOr(desk, id, form.seq, refusal(person, row))
  if (form.note && !may.note(person, row)) return new Problem('forbidden', 'notAllowed')
  // Who gives it to themself takes it over: there is nobody to tell.
  if (form.to === `agent:${person.id}` && row.agent !== person.id && !form.note)
    return takeOver(desk, person, id, form.seq === undefined ? {} : { seq: form.seq })
  const to = await targetOf(desk, { id: row.agent ?? '' }, form.to)
  if (isProblem(to)) return to
  await sayFirst(desk, person, id)
  const outcome = await act(desk, person, row, {
    type: 'handed',
    at: desk.clock.now(),
    by: person.id,
    name: person.name,
    to,
    ...(await noteOf(desk, row, form.note)),
    ...seenAt(form.seq),
    ...leading(person, row),
  })
  return isProblem(outcome) ? alreadyOr(desk, id, form.seq, outcome) : outcome
}

/** As it goes with its event, with the colleagues who are called by name in it. */
const noteOf = async (desk: Desk, row: ConversationRow, text: string) => {
  if (!text) return {}
  const mentions = await findMentions(desk, row, text)
  const note = { clientId: desk.clock.id(), text }
  return { note: mentions.length > 0 ? { ...note, mentions } : note }
}

/** How each reason is told to whoever hands over. */
const reasons: Readonly<Record<Hindrance, Reason>> = {
  away: 'agentAbsent',
  absent: 'agentAbsent',
  cannotReply: 'agentCannotReply',
  full: 'agentAtCapacity',
}

/** Whom it is handed to by an address, or why not. */
export const targetOf = (desk: Desk, person: Pick<Staff, 'id'>, to: string) =>
  to.startsWith('agent:')
    ? colleague(desk, person, to.slice('agent:'.length))
    : otherDepartment(desk, to.slice('department:'.length))

const colleague = async (desk: Desk, person: Pick<Staff, 'id'>, id: string) => {
  if (id === person.id) return new Problem('invalid', 'agentIsSelf', { field: 'to' })
  const agent = await desk.store.agents.find(id)
  if (!agent) return new Problem('invalid', 'agentUnknown', { field: 'to' })
  const values = { name: agent.name }
  const why = whyNotHanded(agent)
  if (why) return new Problem('conflict', reasons[why], { values })
  return { agent: agent.id, name: agent.name }
}

const otherDepartment = async (desk: Desk, id: string) => {
  const department = id ? await choosable(desk, id) : undefined
  if (!department) return new Problem('invalid', 'departmentUnknown', { field: 'to' })
  return toDepartment(desk, department)
}

/** A department that it is handed to, with what that promises of it from now on. */
export const toDepartment = (
  { clock }: Pick<Desk, 'clock'>,
  { id, name, settings }: DepartmentRow,
) => {
  const { sla = null } = slaOf(settings, clock.now())
  return { department: id, departmentName: name, sla }
}
