import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { hasVisible } from '../../../actors/text/visible'
import { findToAct } from '../conversations/access'
import { draftForm } from '../conversations/reply-form'
import type { Desk } from '../desk'
import { read } from '../input/read'

/**
 * Keeps what somebody has written in a conversation and not sent, in the place of what was kept before;
 * without a word there is none any more. It is theirs alone.
 * Problems: missing, invalid, conflict `otherAuthor`, limited.
 */
export const keepDraft = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(draftForm, typedIn(input))
  if (isProblem(form)) return form
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  if ((form.written_by ?? person.id) !== person.id) return new Problem('conflict', 'otherAuthor')
  if (form.text === '' || form.discard !== undefined) await forgetDraft(desk, person, id)
  else await putDraft(desk, person, id, form.text)
  return null
}

/** Only blanks are no draft. */
const typedIn = (input: unknown): unknown => {
  const { text } = (input ?? {}) as { text?: unknown }
  const isBlank = typeof text === 'string' && text.isWellFormed() && !hasVisible(text)
  return isBlank ? { ...(input as object), text: '' } : input
}

/** Takes words that came back behind those of a draft out again, where they are its end yet. */
export const takeOut = async (desk: Desk, person: Staff, id: string, text: string) => {
  const draft = await desk.store.drafts.find(person.id, id)
  if (draft?.text === text) await forgetDraft(desk, person, id)
  else if (draft?.text.endsWith(`\n\n${text}`))
    await putDraft(desk, person, id, draft.text.slice(0, -text.length - 2))
}

const putDraft = (desk: Desk, { id: agent }: Staff, conversation: string, text: string) =>
  desk.store.drafts.keep({ agent, conversation, text, at: desk.clock.now() })

export const forgetDraft = (desk: Desk, { id }: Staff, conversation: string): Promise<void> =>
  desk.store.drafts.remove(id, conversation)
