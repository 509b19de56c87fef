import { z } from 'zod'
import { isInForce } from '../../../actors/block'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import { auditRow } from '../audit'
import { contextOf, find } from '../conversations/access'
import type { Command } from '../conversations/beside/deed'
import type { Desk } from '../desk'
import { clientId } from '../input'
import { read } from '../input/read'
import { tell } from './keep-out'
import { toldOfBlock } from './told'

/** Lets somebody in again. What is lifted already is done. Problems: missing, limited. */
export const lift = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const block = await desk.store.blocks.find(id)
  if (!block) return new Problem('missing', 'missing')
  if (block.liftedAt !== null) return null
  const detail = await toldOfBlock(desk, block)
  const told = auditRow(desk, person, 'unblocked', `block:${id}`, detail)
  await desk.store.blocks.lift(id, desk.clock.now(), person.name, told)
  await tell(desk)
  return null
}

export const unblockForm = z.strictObject({ block: clientId })

/**
 * The same from the conversation of whoever it keeps out. One that is lifted, over or nowhere is done.
 * Problems: invalid (field), missing, forbidden, limited.
 */
export const unblock: Command = async (desk, person, id, input) => {
  const form = read(unblockForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.block(person, row)) return new Problem('forbidden', 'notAllowed')
  const block = await desk.store.blocks.find(form.block)
  if (!block || !isInForce(block, desk.clock.now())) return null
  const { address = '' } = await contextOf(desk, 'visitor', row.visitor)
  const theirs = desk.blocks.all({ visitor: row.visitor, address: () => address })
  const isTheirs = theirs.some((one) => one.id === block.id)
  return isTheirs ? lift(desk, person, block.id) : new Problem('missing', 'missing')
}
