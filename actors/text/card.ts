import type { FieldType } from '../form/field'

export const cardKinds = ['product', 'order', 'buttons', 'form'] as const
export type CardKind = (typeof cardKinds)[number]

/** Lengths in code points, and how many of what. */
export const cardLimits = {
  title: 120,
  detail: 300,
  value: 60,
  link: 1000,
  alt: 200,
  buttons: 6,
  button: 40,
  fields: 6,
  label: 80,
} as const

export const cardFieldTypes = ['text', 'textarea', 'email', 'phone', 'number'] as const
export type CardFieldType = Extract<FieldType, (typeof cardFieldTypes)[number]>

/** What a card shows as a line of its own, in this order; `alt` is said of its image. */
export const cardParts = ['title', 'number', 'price', 'state', 'detail', 'link', 'alt'] as const
export type CardPart = (typeof cardParts)[number]

/** What a card of a kind may show beside its title. */
export const partsOf: Readonly<Record<CardKind, readonly Exclude<CardPart, 'title'>[]>> = {
  product: ['price', 'detail', 'link', 'alt'],
  order: ['number', 'price', 'state', 'detail', 'link', 'alt'],
  buttons: ['detail', 'alt'],
  form: ['detail', 'alt'],
}

/** One thing that a form asks. */
export type CardField = { label: string; type: CardFieldType; required: boolean }

/** A card with its words. Whatever a part may be, it is one line; what it has not is left out. */
export type Card = { is: CardKind; buttons: readonly string[]; fields: readonly CardField[] } & {
  title: string
} & Partial<Record<CardPart, string>>

/**
 * What its visitor did: which button they pressed, counted from 0; null for a form, which they
 * filled in.
 */
export type CardOutcome = { button: number | null }

/** How what was filled in lies in the text of its entry: how long each label is, and how many lines. */
export type FilledIn = readonly { label: number; lines: number }[]

/** How a card lies in the lines of its entry's text; the words are in that text alone. */
export type CardShape = {
  is: CardKind
  lines: readonly (CardPart | 'button' | 'field')[]
  fields?: readonly Omit<CardField, 'label'>[]
  /** Left out until its visitor has answered it. */
  outcome?: CardOutcome
}

const BREAK = '\n'
const AFTER_LABEL = ': '

type Line = readonly [CardShape['lines'][number], string]

const linesOf = (card: Card): Line[] => [
  ...cardParts.flatMap((part): Line[] => (card[part] ? [[part, card[part]]] : [])),
  ...card.buttons.map((label): Line => ['button', label]),
  ...card.fields.map(({ label }): Line => ['field', label]),
]

/** Its words as the text of an entry, which reads well and is found by them. */
export const cardText = (card: Card): string =>
  linesOf(card)
    .map(([, text]) => text)
    .join(BREAK)

export const shapeOf = (card: Card): CardShape => ({
  is: card.is,
  lines: linesOf(card).map(([part]) => part),
  ...(card.fields.length > 0
    ? { fields: card.fields.map(({ type, required }) => ({ type, required })) }
    : {}),
})

/** The card in that text; of one whose words were erased each is empty. */
export const cardIn = (text: string, { is, lines, fields = [] }: CardShape): Card => {
  const said = text.split(BREAK)
  const all = (wanted: Line[0]) =>
    lines.flatMap((part, nth) => (part === wanted ? [said[nth] ?? ''] : []))
  const parts = cardParts.flatMap((part) => all(part).map((line) => [part, line]))
  return {
    ...{ is, title: '', ...Object.fromEntries(parts), buttons: all('button') },
    fields: all('field').map((label, nth) => ({
      type: 'text',
      required: false,
      ...fields[nth],
      label,
    })),
  }
}

/** Whether there is something on it to press or to fill in. */
export const asks = ({ lines }: Pick<CardShape, 'lines'>): boolean =>
  lines.some((part) => part === 'button' || part === 'field')

/** What a list shows of it: its title. */
export const cardTitle = (text: string): string => text.split(BREAK, 1)[0] ?? ''

type Filled = { label: string; value: string }

/** What was filled in, as the text of an entry, and how it lies in there. */
export const filledText = (filled: readonly Filled[]): { text: string; fields: FilledIn } => {
  const said = filled.map(({ label, value }) => `${label}${AFTER_LABEL}${value}`)
  return {
    text: said.join(BREAK),
    fields: said.map((one, nth) => ({
      label: filled[nth]?.label.length ?? 0,
      lines: one.split(BREAK).length,
    })),
  }
}

/** The same out of that text; of one that was erased each is empty. */
export const filledIn = (text: string, fields: FilledIn): Filled[] => {
  const lines = text.split(BREAK)
  let at = 0
  return fields.map(({ label, lines: count }) => {
    const said = lines.slice(at, at + count).join(BREAK)
    at += count
    return { label: said.slice(0, label), value: said.slice(label + AFTER_LABEL.length) }
  })
}
