import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { ONLY_FORM } from '../../../actors/text/phrase'

/** What a field is called that brings a form of a text: the only one is `text`, others `text.one`. */
export const textField = (form: string): string =>
  form === ONLY_FORM ? ONLY_FORM : `${ONLY_FORM}.${form}`

/** Code points of what is read at all: what a text may have is much less. */
const READ_CHARS = 4_000

/**
 * What may be sent to a text that has some of these forms: what is left out stays. `version` is what
 * the form was made from, empty for the text as it is built in; a program need not say.
 */
export const textForm = (forms: readonly string[]) =>
  z.strictObject({
    version: holding('value', z.string().max(64)).optional(),
    ...Object.fromEntries(
      forms.map((form) => [
        textField(form),
        holding('words', z.string().max(READ_CHARS)).optional(),
      ]),
    ),
  })
