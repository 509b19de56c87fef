import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { Staff } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import type { Later } from '../../views/workbench/room/scheduled'
import { may } from '../policies/may'
import type { ScheduledMessage } from '../store/ports/scheduled'
import type { Store } from '../store/store'

/**
 * What waits in a conversation to be sent later, for a colleague who may see it. One that its visitor
 * wrote before is held from then on, though it is not due yet.
 */
export const readScheduled = async (
  { store }: { store: Pick<Store, 'scheduled' | 'turns'> },
  staff: Staff,
  row: ConversationRow,
): Promise<Later[]> => {
  const all = await store.scheduled.of(row.id)
  if (all.length === 0) return []
  const stored = await store.turns.load(addressOf('conversation', row.id))
  const { askedSeq = 0 } = contextIn('conversation', stored?.snapshot) ?? {}
  return all.map((one) => ({
    ...{ clientId: one.clientId, text: one.text, name: one.name, dueAt: one.dueAt },
    isUndoable: one.seq === null && one.held === '',
    held: one.held || heldNow(one, row, askedSeq),
    isTheirs: one.agent === staff.id || may.say(staff, row),
  }))
}

const heldNow = (
  { agent, seq }: ScheduledMessage,
  row: ConversationRow,
  askedSeq: number,
): Later['held'] => {
  if (row.closedAt !== null) return 'ended'
  if (row.agent !== agent) return 'holder'
  return seq !== null && askedSeq > seq ? 'visitor' : ''
}
