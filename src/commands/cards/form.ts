import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import {
  type Card,
  type CardField,
  type CardKind,
  type CardPart,
  cardFieldTypes,
  cardKinds,
  cardLimits,
  cardParts,
  partsOf,
} from '../../../actors/text/card'
import { codePoints, hasVisible } from '../../../actors/text/visible'
import { clientId, issue, tooLong, written } from '../input'
import { read } from '../input/read'

/** One line that is shown: what breaks or bends it is a space or nothing. */
const line = (limit: number) =>
  holding('words', z.string())
    .transform((text) => {
      const one = written(text).replace(/\s+/g, ' ').trim()
      return hasVisible(one) ? one : ''
    })
    .superRefine((text, check) => {
      if (!text.isWellFormed()) check.addIssue(issue('textNotValid'))
      else if (codePoints(text) > limit) check.addIssue(tooLong('textTooLong', text, limit))
    })
    .default('')

/** A whole address of the web, with nobody's name and password in it; or nothing. */
const link = line(cardLimits.link).transform((text, check) => {
  if (text === '') return ''
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url && isWeb && url.username === '' && url.password === '') return url.href
  check.addIssue(issue('linkNotValid'))
  return z.NEVER
})

const title = line(cardLimits.title).superRefine((text, check) => {
  if (text === '') check.addIssue(issue('cardTitleMissing'))
})

const parts = {
  ...{ title, link, detail: line(cardLimits.detail), alt: line(cardLimits.alt) },
  ...{
    number: line(cardLimits.value),
    price: line(cardLimits.value),
    state: line(cardLimits.value),
  },
}

const tick = holding('value', z.enum(['yes', 'on', ''])).default('')

/** `name.0`, `name.1` …: so many fields of a kind. */
const several = <Field extends z.ZodType>(name: string, count: number, field: Field) =>
  Object.fromEntries(Array.from({ length: count }, (_, nth) => [`${name}.${nth}`, field]))

const buttons = several('button', cardLimits.buttons, line(cardLimits.button))
const fields = {
  ...several('field', cardLimits.fields, line(cardLimits.label)),
  ...several('type', cardLimits.fields, z.enum(cardFieldTypes).default('text')),
  ...several('required', cardLimits.fields, tick),
}

/** Which it is, its id, and by whom or where it was written, as with words. */
const about = {
  is: z.enum(cardKinds),
  client_id: clientId,
  written_by: holding('value', z.string()).optional(),
  written_in: holding('value', z.string()).optional(),
}

/** Every field that a form for a card may have. */
export const cardForm = z.strictObject({ ...about, ...parts, ...buttons, ...fields })

const shown = (is: CardKind, isShown: (part: CardPart) => boolean = () => true) =>
  Object.fromEntries(
    (['title', ...partsOf[is]] as const).filter(isShown).map((part) => [part, parts[part]]),
  )
const isNoImage = (part: CardPart) => part !== 'alt'

/** What a site's page may put into the chat for its visitor: something to look at, without an image. */
const byVisitor = {
  product: z.strictObject({ ...about, ...shown('product', isNoImage) }),
  order: z.strictObject({ ...about, ...shown('order', isNoImage) }),
}
const byAgent: Readonly<Record<CardKind, z.ZodObject>> = {
  product: z.strictObject({ ...about, ...shown('product'), ...buttons }),
  order: z.strictObject({ ...about, ...shown('order'), ...buttons }),
  buttons: z.strictObject({ ...about, ...shown('buttons'), ...buttons }),
  form: z.strictObject({ ...about, ...shown('form'), ...fields }),
}

/**
 * Reads a card. Nobody asks with one but the desk: a visitor's page sends what is to be looked at.
 * An image is said in words, too. Problems: invalid (field).
 */
export const readCard = (
  input: unknown,
  whose: 'visitor' | 'agent',
  hasImage = false,
): Card | Problem => {
  const kinds: Partial<Record<CardKind, z.ZodObject>> = whose === 'agent' ? byAgent : byVisitor
  const named = z.looseObject({ is: about.is }).safeParse(input)
  const form = named.success ? kinds[named.data.is] : undefined
  if (!named.success || !form)
    return new Problem('invalid', 'fieldNotValid', { field: 'is', values: { field: 'is' } })
  const values = read(form, input)
  return isProblem(values) ? values : whole(cardOf(named.data.is, values), hasImage)
}

const cardOf = (is: CardKind, values: Record<string, unknown>): Card => {
  const word = (name: string) => String(values[name] ?? '')
  const said = (name: string, count: number) =>
    Array.from({ length: count }, (_, nth) => ({ nth, text: word(`${name}.${nth}`) })).filter(
      ({ text }) => text !== '',
    )
  const lines = cardParts.map((part) => [part, word(part)]).filter(([, text]) => text !== '')
  return {
    ...{ is, title: word('title'), ...Object.fromEntries(lines) },
    buttons: said('button', cardLimits.buttons).map(({ text }) => text),
    fields: said('field', cardLimits.fields).map(
      ({ nth, text }): CardField => ({
        label: text,
        type: values[`type.${nth}`] as CardField['type'],
        required: word(`required.${nth}`) !== '',
      }),
    ),
  }
}

/** What asks has something to be answered by. */
const whole = (card: Card, hasImage: boolean): Card | Problem => {
  if (hasImage && !card.alt) return new Problem('invalid', 'cardAltMissing', { field: 'alt' })
  if (!hasImage && card.alt) return new Problem('invalid', 'cardImageMissing', { field: 'image' })
  if (card.is === 'buttons' && card.buttons.length === 0)
    return new Problem('invalid', 'cardButtonMissing', { field: 'button.0' })
  if (card.is === 'form' && card.fields.length === 0)
    return new Problem('invalid', 'cardFieldMissing', { field: 'field.0' })
  return card
}
