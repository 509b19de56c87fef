import { addressOf } from '../../actors/address'
import type { ConversationRow } from '../../actors/summary'
import type { TurnLine } from '../../views/office/conversations/journal'
import type { ConversationLine } from '../../views/office/conversations/list'
import type { JournalRow } from '../store/ports/turns'
import type { Store } from '../store/store'
import { linesOf } from './office-conversations'

/** Turns of a conversation that are shown: of very many the newest. */
const TURNS = 300

export type ConversationRead = {
  line: ConversationLine
  turns: TurnLine[]
  isAll: boolean
}

/** A conversation's facts, and what happened to it turn by turn. */
export const readConversation = async (
  store: Store,
  row: ConversationRow,
): Promise<ConversationRead | undefined> => {
  const address = addressOf('conversation', row.id)
  const [[line], versions] = await Promise.all([
    linesOf(store, [row]),
    store.turns.versions([address]),
  ])
  const after = Math.max(0, (versions.get(address) ?? 0) - TURNS)
  const turns = await store.turns.journal(address, after, TURNS)
  return line && { line, turns: turns.map(turnLine), isAll: after === 0 }
}

const turnLine = ({ version, at, event, rejected }: JournalRow): TurnLine => ({
  ...{ version, at, rejected, type: event?.type ?? '' },
  who: event && 'name' in event && typeof event.name === 'string' ? event.name : '',
})
