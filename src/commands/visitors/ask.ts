import { addressOf } from '../../../actors/address'
import { Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'

/** Which conversation it is: the visitor's own turn decides, so two tabs cannot open two. */
export const ask = async (
  desk: Desk,
  visitor: string,
  form: {
    name: string
    email: string
    phone?: string
    language: string
    clientId: string
    address: string
  },
): Promise<string | Problem> => {
  const address = addressOf('visitor', visitor)
  const before = await contextOf(desk, 'visitor', visitor)
  // The answer to this very request was lost on its way: it is answered again.
  if (before.conversation && before.clientId === form.clientId) return before.conversation
  const last = before.conversation ? await rowOf(desk, before.conversation) : undefined
  const conversation = desk.clock.id()
  const asked = await desk.system.send(address, {
    type: 'asked',
    at: desk.clock.now(),
    conversation,
    // It tells them that it ended by mail, which may still be on its way.
    over: last && isOver(last) ? last.id : null,
    clientId: form.clientId,
    name: form.name,
    email: form.email,
    ...(form.phone ? { phone: form.phone } : {}),
    language: form.language,
    address: form.address,
  })
  if (asked.outcome === 'done') return conversation
  if (asked.outcome !== 'refused') return new Problem('conflict', 'parked')
  const open = await contextOf(desk, 'visitor', visitor)
  return open.conversation ?? new Problem('conflict', 'notInThisState')
}
