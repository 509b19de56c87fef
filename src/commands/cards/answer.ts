import { z } from 'zod'
import type { CardAnswer } from '../../../actors/conversation/card-answer'
import { cardAnswerId } from '../../../actors/conversation/cards'
import type { Body, Entry } from '../../../actors/entry'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type Card, cardIn, cardLimits, filledText } from '../../../actors/text/card'
import { actorOf } from '../conversations/access'
import { type Said, write } from '../conversations/write'
import type { Desk, From } from '../desk'
import { type FoundEntry, findEntry } from '../entries/access'
import { FIELD, readAnswers } from '../forms/answers'
import { read } from '../input/read'

const answer = holding('words', z.string()).optional()

/** The button that was pressed, counted from 0; or what was filled in, field by field. */
export const cardAnswerForm = z.strictObject({
  button: holding('value', z.string().regex(/^\d$/)).optional(),
  ...Object.fromEntries(
    Array.from({ length: cardLimits.fields }, (_, nth) => [`${FIELD}${nth}`, answer]),
  ),
})

/** What was said by it, and the card as it is then. */
export type Answered = Said & { card: Entry }

/**
 * A visitor presses a button of a card, or fills in its form: once. What is answered so already is
 * done.
 * Problems: missing, invalid (field), conflict `cardAnswered` | `entryWithdrawn` | `chatEnded` |
 * `parked`, limited.
 */
export const answerCard = async (
  desk: Desk,
  visitor: Visitor,
  id: string,
  clientId: string,
  input: Record<string, unknown>,
  from: From,
): Promise<Answered | Problem> => {
  const form = read(cardAnswerForm, input)
  if (isProblem(form)) return form
  const found = await findEntry(desk, visitor, id, clientId)
  if (isProblem(found)) return found
  const { row, entry } = found
  if (entry.body.kind === 'withdrawn') return new Problem('conflict', 'entryWithdrawn')
  if (!isCard(entry)) return new Problem('invalid', 'cardButtonUnknown', { field: 'button' })
  // Where it went on in another conversation its answer is not where one is looked for.
  const isDone = entry.body.outcome && !(await answerOf(desk, row.id, entry))
  if (isDone) return new Problem('conflict', 'cardAnswered')
  const done = readDone(cardIn(entry.text, entry.body), form)
  if (isProblem(done)) return done
  const said = await write(
    ...([desk, visitor, row] as const),
    { text: done.text, client_id: cardAnswerId(entry), answers: clientId },
    from,
    {
      ...{ type: 'said', ...actorOf(visitor, row) },
      cardAnswer: { ...done.answer, card: cardOf(entry) },
    },
  )
  return isProblem(said)
    ? whyNot(said, await findEntry(desk, visitor, id, clientId))
    : withCard(desk, said, clientId)
}

const answerOf = (desk: Desk, id: string, card: Entry) =>
  desk.unmasked.transcripts.byClientId(id, cardAnswerId(card))

type CardEntry = Entry & { body: Extract<Body, { kind: 'card' }> }
const isCard = (entry: Entry): entry is CardEntry => entry.body.kind === 'card'

const cardOf = ({ clientId, seq, text, body }: CardEntry): CardAnswer['card'] => {
  const { kind: _, outcome: __, files, ...shape } = body
  return { clientId, seq, text, shape, ...(files ? { files } : {}) }
}

type Done = { text: string; answer: Omit<CardAnswer, 'card'> }

const readDone = (card: Card, form: Record<string, string | undefined>): Done | Problem =>
  card.fields.length > 0 ? filled(card, form) : pressed(card, form)

const pressed = ({ buttons }: Card, { button, ...rest }: Record<string, string | undefined>) => {
  const label = button === undefined ? undefined : buttons[Number(button)]
  if (label === undefined || Object.keys(rest).length > 0)
    return new Problem('invalid', 'cardButtonUnknown', { field: 'button' })
  return { text: label, answer: { button: Number(button), fields: [] } }
}

const filled = ({ fields }: Card, sent: Record<string, string | undefined>): Done | Problem => {
  const nothing = { en: '', zh: '' }
  const asked = fields.map(({ label, type, required }, nth) => ({
    ...{ key: String(nth), type, required, pattern: '', options: [] },
    ...{ label: { en: label, zh: label }, help: nothing },
  }))
  const { button, ...defined } = sent
  if (button !== undefined) return new Problem('invalid', 'cardButtonUnknown', { field: 'button' })
  const answers = readAnswers(asked, defined, { language: 'en' })
  if (isProblem(answers)) return answers
  const [first] = fields
  if (answers.length === 0)
    return new Problem('invalid', 'answerMissing', {
      ...{ field: `${FIELD}0`, values: { field: first?.label ?? '' } },
    })
  const { text, fields: lies } = filledText(answers)
  return { text, answer: { button: null, fields: lies } }
}

/** It was answered otherwise, or taken back, before this came. */
const whyNot = (problem: Problem, now: FoundEntry | Problem): Problem => {
  if (problem.reason === 'otherText') return new Problem('conflict', 'cardAnswered')
  const isGone = !isProblem(now) && now.entry.body.kind === 'withdrawn'
  return isGone ? new Problem('conflict', 'entryWithdrawn') : problem
}

const withCard = async (desk: Desk, said: Said, clientId: string): Promise<Answered> => {
  const card = await desk.unmasked.transcripts.shown(said.entry.conversation, clientId)
  return { ...said, card: card ?? said.entry }
}
