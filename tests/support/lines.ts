import { addressOf } from '../../actors/address'
import type { ConversationContext } from '../../actors/conversation/context'
import type { Entry } from '../../actors/entry'
import type { TestDesk } from './desk'
import { entryOf, turnOf } from './turns'

/** Puts a line into a transcript past its machine, as a turn would, and rings for it. */
export const putLine = async (
  { desk }: TestDesk,
  conversation: string,
  line: Partial<Entry>,
): Promise<Entry> => {
  const address = addressOf('conversation', conversation)
  const stored = await desk.store.turns.load(address)
  if (!stored) throw new Error('There is no such conversation')
  const context = stored.snapshot.context as ConversationContext
  const seq = context.lastSeq + 1
  const entry = entryOf(conversation, seq, { at: desk.clock.now(), ...line })
  const turn = turnOf(address, stored.version + 1, {
    snapshot: { ...stored.snapshot, context: { ...context, lastSeq: seq } },
    entries: [entry],
  })
  const outcome = await desk.store.turns.commit(turn)
  if (outcome !== 'done') throw new Error(`The line was not put: ${outcome}`)
  desk.bus.publish([{ topic: address, what: 'said', seq, entry }])
  return entry
}
