import { addressOf } from '../../../actors/address'
import { isOver } from '../../../actors/summary'
import { contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import { holdOnto } from '../privacy/hold-onto'
import { knownBy } from './known-by'

/** Who they are from now on. */
type Known = { visitor: string; name: string }

/**
 * What somebody had as nobody known becomes theirs: the open conversation and the earlier ones. Each
 * step may be done again: one that was cut short goes on with the next proof.
 */
export const claimTalks = async (desk: Desk, from: string, known: Known): Promise<void> => {
  const at = desk.clock.now()
  const { conversation = null, earlier = [] } = await contextOf(desk, 'visitor', from)
  const conversations = [...(conversation === null ? [] : [conversation]), ...earlier]
  if (conversations.length === 0) return
  await holdOnto(desk, from, conversations)
  const current = conversation === null ? undefined : await rowOf(desk, conversation)
  const open = current && !isOver(current) ? current.id : null
  const took = { type: 'took', at, conversations, open } as const
  await desk.system.send(addressOf('visitor', known.visitor), took)
  for (const id of conversations) await claim(desk, id, from, known)
  await desk.system.send(addressOf('visitor', from), { type: 'gaveUp', at })
}

const claim = async (desk: Desk, id: string, from: string, { visitor, name }: Known) => {
  const called = name || (await rowOf(desk, id))?.visitorName || ''
  const who = { from, visitor, name: called, topics: await knownBy(desk, visitor) }
  const event = { type: 'claimed', at: desk.clock.now(), ...who } as const
  await desk.system.send(addressOf('conversation', id), event)
}
