import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { codePoints, hasVisible } from '../../../actors/text/visible'
import { hasDeclined, INVITATION_POINTS } from '../../../actors/visitor/invitation'
import { contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import { issue, tooLong, written } from '../input'
import { read } from '../input/read'

/** A few words that ask somebody whether they want to chat. */
export const invitationText = holding('words', z.string())
  .transform((text) => written(text).trim())
  .superRefine((text, check) => {
    if (!text.isWellFormed()) check.addIssue(issue('textNotValid'))
    else if (!hasVisible(text)) check.addIssue(issue('writeFirst'))
    else if (codePoints(text) > INVITATION_POINTS)
      check.addIssue(tooLong('textTooLong', text, INVITATION_POINTS))
  })

export const invitationForm = z.strictObject({ text: invitationText })

/**
 * An agent asks somebody who is on the site whether they want to chat.
 * Problems: invalid `text`, missing, conflict `visitorTalks` | `invitationDeclined` | `parked`, limited.
 */
export const invite = async (
  desk: Desk,
  person: Staff,
  visitor: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(invitationForm, input)
  if (isProblem(form)) return form
  if (!(await desk.store.visits.of(visitor))) return new Problem('missing', 'missing')
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const by = { agent: person.id, agentName: person.name, trigger: null }
  return sendInvitation(desk, visitor, { words: form.text, ...by })
}

type Words = { words: string; agent: string | null; agentName: string; trigger: string | null }

/** Whether they may be asked is decided in their own turn. Problems: conflict. */
export const sendInvitation = async (
  desk: Desk,
  visitor: string,
  words: Words,
): Promise<null | Problem> => {
  const [at, id] = [desk.clock.now(), desk.clock.id()]
  const address = addressOf('visitor', visitor)
  const sent = await desk.system.send(address, { type: 'invited', at, id, ...words })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome !== 'refused') return null
  const { conversation, declinedAt = null } = await contextOf(desk, 'visitor', visitor)
  const row = conversation ? await rowOf(desk, conversation) : undefined
  if (row && !isOver(row)) return new Problem('conflict', 'visitorTalks')
  const declined = hasDeclined({ declinedAt }, at)
  return new Problem('conflict', declined ? 'invitationDeclined' : 'already')
}

/** A visitor would rather not. That nobody asks any more is done, too. Problems: conflict, limited. */
export const declineInvitation = async (desk: Desk, visitor: string): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', visitor)
  if (limited) return limited
  const event = { type: 'declined', at: desk.clock.now() } as const
  const sent = await desk.system.send(addressOf('visitor', visitor), event)
  return sent.outcome === 'parked' ? new Problem('conflict', 'parked') : null
}
