import { type Piece, piecesOf } from './template'

/**
 * A sentence of the desk as it is written down: with places in it, `{{name}}`, for what is only known
 * when it is said, and in several forms where one of them is chosen by what is said: by a number, by
 * who did it. What was written by others takes the place of a form and nothing else of it.
 */

/** The sentence by the names of its forms; one that has but one has it as `text`. */
export type Forms = Readonly<Record<string, string>>

/** What fills the places, and which form is said; the only one where none is named. */
export type Filled = readonly [
  values: Readonly<Record<string, string | number | undefined>>,
  form?: string,
]

export type Phrase<Args extends readonly unknown[]> = ((...args: Args) => string) & {
  readonly forms: Forms
  /** The same, where it is worded otherwise. */
  readonly reworded: (forms: Forms) => Phrase<Args>
}

export const ONLY_FORM = 'text'

/** A sentence that is said of something. A form that is not there is said as the last one. */
export const phrase = <Args extends readonly unknown[]>(
  written: string | Forms,
  choose: (...args: Args) => Filled,
): Phrase<Args> => {
  const forms: Forms = typeof written === 'string' ? { [ONLY_FORM]: written } : written
  const pieces = new Map(Object.entries(forms).map(([form, text]) => [form, piecesOf(text)]))
  const last = [...pieces.values()].at(-1) ?? []
  const say = (...args: Args): string => {
    const [values, form = ONLY_FORM] = choose(...args)
    return (pieces.get(form) ?? last).map((piece) => filled(piece, values)).join('')
  }
  return Object.assign(say, {
    forms,
    reworded: (other: Forms) => phrase({ ...forms, ...known(forms, other) }, choose),
  })
}

const filled = (piece: Piece, values: Filled[0]): string => {
  if (piece.kind === 'words') return piece.text
  const value = piece.kind === 'variable' ? values[piece.name] : undefined
  if (value === undefined) return piece.raw
  return String(value) || piece.instead || ''
}

/** Those of forms that the sentence has. */
const known = (forms: Forms, other: Forms): Forms =>
  Object.fromEntries(Object.entries(other).filter(([form]) => Object.hasOwn(forms, form)))

/** A sentence that is said in the same words of everything. */
export type Constant = () => string

/** A sentence as a list of words may have it. */
export type Leaf = string | Constant | Phrase<readonly never[]>

/** Its forms, to be read and changed; null for what is made by a rule and by no words of its own. */
export const formsOf = (leaf: unknown): Forms | null => {
  if (typeof leaf === 'string') return { [ONLY_FORM]: leaf }
  if (typeof leaf !== 'function') return null
  if ('forms' in leaf) return (leaf as Phrase<readonly never[]>).forms
  return leaf.length === 0 ? { [ONLY_FORM]: String((leaf as Constant)()) } : null
}

/** The same sentence in other words. */
export const reworded = (leaf: unknown, forms: Forms): unknown => {
  if (typeof leaf === 'function' && 'reworded' in leaf)
    return (leaf as Phrase<readonly never[]>).reworded(forms)
  const text = forms[ONLY_FORM]
  if (text === undefined) return leaf
  return typeof leaf === 'string' ? text : () => text
}
