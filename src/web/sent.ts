import type { z } from 'zod'
import { type Holds, holdsOf } from '../../actors/holds'
import type { Sent } from '../../views/unsent'
import { FIELD } from '../commands/forms/answers'

/** What the fields of a form hold, by their names in the order of the form. */
export type Fields = ReadonlyMap<string, Holds>

/** Of one form, or of several. What nobody said of a text is taken for a secret. */
export const fieldsOf = (...forms: readonly (z.ZodObject | undefined)[]): Fields =>
  new Map(
    forms
      .flatMap((form) => Object.entries(form?.shape ?? {}))
      .map(([name, field]) => [name, holdsOf(field) ?? 'secret']),
  )

/** What is known of a form that came: the fields of its own route, and those of all there are. */
export type Forms = { own: Fields; all: Fields }

const unknown: Forms = { own: new Map(), all: new Map() }

/** What the office asks: no form names it, and whoever answers writes it themself. */
const isAsked = (name: string): boolean => name.startsWith(FIELD)

/**
 * What a form brought, for a page that gives it back. Of what its own form does not have only words
 * are kept, to be read: they came from an older page, or to the wrong address.
 */
export const sentIn = (input: Record<string, unknown>, { own, all }: Forms = unknown): Sent => {
  const texts = Object.entries(input).filter(isText)
  const holding = (what: Holds) =>
    texts.filter(
      ([name]) =>
        (own.get(name) ?? all.get(name) ?? (isAsked(name) ? 'words' : undefined)) === what,
    )
  const names = [...own.keys(), ...all.keys()]
  const words = holding('words').sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))
  return {
    fields: Object.fromEntries(
      texts.filter(([name]) =>
        own.has(name) ? own.get(name) !== 'secret' : own.size > 0 && isAsked(name),
      ),
    ),
    words: words.map(([, text]) => text).filter((text) => text.trim() !== ''),
    secrets: holding('secret').flatMap(([name]) => (own.has(name) ? [name] : [])),
  }
}

const isText = (field: [string, unknown]): field is [string, string] => typeof field[1] === 'string'
