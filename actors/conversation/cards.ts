import type { Body, Entry } from '../entry'
import { limits } from '../limits'
import type { RuleResult } from '../rule'
import { withFiles } from '../sent-files'
import type { ConversationContext as Context } from './context'
import type { Of } from './events'
import { deskClientId } from './notice'

type Said = Of<'said'>

/** What becomes of something said: words, a card, or what was done on one. */
export const bodyOfSaid = ({ card, cardAnswer, files }: Said): Body => {
  if (card) return { kind: 'card', ...card, ...(files?.length ? { files } : {}) }
  if (!cardAnswer) return withFiles({ kind: 'text' }, files)
  const { button, fields } = cardAnswer
  return { kind: 'cardAnswer', button, fields }
}

/** Of its card's id, so that what answers it is found with it in a conversation that was split off. */
const ANSWER_ID_CHARS = limits.clientId - 'answer-'.length

/**
 * The id of what answers a card: there is one place for it, so that the store lets nobody answer
 * twice, whichever node they ask.
 */
export const cardAnswerId = ({ clientId }: Pick<Entry, 'clientId'>): string =>
  `answer-${clientId.slice(0, ANSWER_ID_CHARS)}`

/** Whether it answers no card, or one that is there and was not taken back. */
export const mayBeAnswered = (context: Context, { cardAnswer }: Said): boolean =>
  cardAnswer === undefined ||
  (cardAnswer.card.seq <= context.lastSeq &&
    context.withdrawn.every(({ clientId }) => clientId !== cardAnswer.card.clientId))

/** A card that is answered says so from then on: a line that changes it, after that of the answer. */
export const settleCard = (context: Context, event: Said): RuleResult<Context> => {
  const { cardAnswer, by, author, name } = event
  if (!cardAnswer) return {}
  const { card, button } = cardAnswer
  const seq = context.lastSeq + 1
  const { shape, files } = card
  const body = { kind: 'card', ...shape, outcome: { button }, ...(files ? { files } : {}) } as const
  const who = { by, author, name, clientId: deskClientId(seq), changes: card.clientId }
  return {
    context: { lastSeq: seq },
    effects: [{ do: 'append', entry: { ...who, seq, at: context.lastAt, text: card.text, body } }],
  }
}
