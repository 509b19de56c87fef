import type { Reject } from '../decision'
import type { AgentRow } from '../summary'
import { type AgentContext, loadOf } from './context'

/**
 * What may be given to an agent, by what their context, their row and their row on a department's
 * floor say of them. The machine's guards ask here, and so do routing, commands and pages.
 */

/** Whether they have a place at the desk, and are let in. */
export const isAdmitted = ({ name, disabledAt }: AgentContext): boolean =>
  name !== '' && disabledAt === null

/** Whether they may be given conversations at all. */
export const mayReply = (context: AgentContext): boolean =>
  context.settings.mayReply && context.roleReplies && isAdmitted(context)

/** Whether one more fits into their hands; what rings at them takes a place too. */
export const hasRoom = (context: AgentContext): boolean =>
  loadOf(context) < context.settings.capacity

/** What keeps an agent from being given one more, whoever gives it. */
export type Hindrance = Exclude<Reject, 'resting' | 'passed' | 'language' | 'skill'>

/** What those know of an agent who look from outside. */
export type Availability = Readonly<Record<'ready' | 'present' | 'mayReply' | 'hasRoom', boolean>>

/** Why they can be given nothing now, what lasts longest first; null when they can. */
export const hindranceOf = (agent: Availability): Hindrance | null => {
  if (!agent.mayReply) return 'cannotReply'
  if (!agent.ready) return 'away'
  if (!agent.present) return 'absent'
  return agent.hasRoom ? null : 'full'
}

/** What keeps somebody from taking one by themselves: nobody needs to be ready or in reach for it. */
export type TakeHindrance = 'cannotReply' | 'off' | 'full'

/** The first of these, by their row; null when they can. */
export const whyNotTaken = (row: AgentRow | undefined): TakeHindrance | null => {
  if (!row) return 'off'
  if (!row.mayReply) return 'cannotReply'
  if (row.status === 'off') return 'off'
  return row.load < row.settings.capacity ? null : 'full'
}

/** What keeps a colleague from being handed one more, by their row. */
export const whyNotHanded = (row: AgentRow): Hindrance | null =>
  hindranceOf({
    ...{ ready: row.status === 'ready', present: row.present, mayReply: row.mayReply },
    hasRoom: row.load < row.settings.capacity,
  })
