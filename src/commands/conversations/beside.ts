import type { z } from 'zod'
import { type AnyAspect, aspects } from '../../../actors/conversation/aspects'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import { forgetDraft } from '../drafts/keep'
import { read } from '../input/read'
import { find } from './access'
import { audited } from './audited'
import { changes } from './beside/change'
import type { AspectVerb, Deed } from './beside/deed'
import { replyForm } from './reply-form'
import { write } from './write'

type Write = Extract<AnyAspect, { does: 'write' }>

/**
 * A line that only colleagues see, in a conversation they may watch. Answers with the entry, also
 * when the same `client_id` was committed before.
 * Problems: missing, invalid, forbidden, conflict `otherText` | `parked`, limited.
 */
const writes = (verb: AspectVerb, { event }: Write): Deed => ({
  form: replyForm,
  run: async (desk, person, id, input, from) => {
    const form = read(replyForm, input)
    if (isProblem(form)) return form
    const { drafted, ...words } = wordsIn(form)
    const row = await find(desk, person, id)
    if (isProblem(row)) return row
    if (!may[verb](person, row)) return new Problem('forbidden', 'notAllowed')
    const said = await write(desk, person, row, words, from, { type: event, name: person.name })
    if (!isProblem(said) && drafted !== undefined) await forgetDraft(desk, person, id)
    return said
  },
})

/** Without what its composer has for messages alone. */
const wordsIn = ({
  seq: _seq,
  send_at: _at,
  send_preset: _preset,
  anyway: _anyway,
  ...words
}: z.output<typeof replyForm>) => words

/** By verb. */
export const deedsBeside = Object.fromEntries(
  Object.entries(aspects).map(([name, aspect]) => {
    const [verb, one] = [name as AspectVerb, aspect as unknown as AnyAspect]
    const deed = one.does === 'write' ? writes(verb, one) : changes(verb, one)
    const run = verb === 'whisper' ? audited('whispered', deed.run) : deed.run
    return [verb, { ...deed, run }]
  }),
) as Readonly<Record<AspectVerb, Deed>>
