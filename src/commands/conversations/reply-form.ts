import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { messageText } from '../input'
import { seqField } from './as-of'
import { sayForm } from './write'

const value = holding('value', z.string())

/** A message of a colleague, which may go later. */
export const replyForm = sayForm.extend({
  /** When to send it: a time, or a duration from now on; at once where it is empty. */
  send_at: value.optional(),
  /** A time by its name; `at` for that of `send_at`, which then must be there. */
  send_preset: value.optional(),
  seq: seqField,
  /** Whatever a colleague has written meanwhile. */
  anyway: value.optional(),
  /** There is a draft of it, which is done with now. */
  drafted: value.optional(),
})

/** What is kept and not sent; `discard` is the composer's button that leaves nothing of it. */
export const draftForm = replyForm.extend({
  text: z.literal('').or(messageText).default(''),
  client_id: value.optional(),
  discard: value.optional(),
})
