import { addressOf } from '../../actors/address'
import type { ConversationContext } from '../../actors/conversation/context'
import type { Entry } from '../../actors/entry'
import type { TestDesk } from './desk'
import { entryOf, turnOf } from './turns'

type Desk = Pick<TestDesk, 'desk'>

/** Puts lines into a transcript past its machine, all in one turn, and rings for each. */
export const putLines = async (
  { desk }: Desk,
  conversation: string,
  lines: readonly Partial<Entry>[],
): Promise<Entry[]> => {
  const address = addressOf('conversation', conversation)
  const stored = await desk.store.turns.load(address)
  if (!stored) throw new Error('There is no such conversation')
  const context = stored.snapshot.context as ConversationContext
  const entries = lines.map((line, n) =>
    entryOf(conversation, context.lastSeq + 1 + n, { at: desk.clock.now(), ...line }),
  )
  const lastSeq = context.lastSeq + lines.length
  const turn = turnOf(address, stored.version + 1, {
    snapshot: { ...stored.snapshot, context: { ...context, lastSeq } },
    entries,
  })
  const outcome = await desk.store.turns.commit(turn)
  if (outcome !== 'done') throw new Error(`The lines were not put: ${outcome}`)
  desk.bus.publish(
    entries.map((entry) => ({ topic: address, what: 'said', seq: entry.seq, entry })),
  )
  return entries
}

/** The same with one. */
export const putLine = async (
  desk: Desk,
  conversation: string,
  line: Partial<Entry>,
): Promise<Entry> => {
  const [entry] = await putLines(desk, conversation, [line])
  if (!entry) throw new Error('The line was not put')
  return entry
}
