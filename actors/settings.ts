import { z } from 'zod'
import { withDefaults } from './defaults'
import { type FormField, formFields } from './form/field'
import { alwaysOpen, type Hours, hoursSchema } from './hours/hours'
import { limits } from './limits'
import { colorIn } from './sites'
import { shownName } from './text/names'

/** How a setting is asked for: by a form's field, by a flag of the command line. */
export type Kind =
  | { kind: 'choice'; choices: readonly string[] }
  /** Whole milliseconds. */
  | { kind: 'duration'; min: number; max: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'flag' }
  /** A list, one thing a line: at most so many lines, of at most so many code points each. */
  | { kind: 'lines'; most: number; length: number; of?: 'email' | 'word' | 'language' | 'pattern' }
  /** A department by its id; empty for none. */
  | { kind: 'department' }
  /** A name, a colour like `#6b46c1`, or an address of the web; empty where there is none. */
  | { kind: 'text'; of: TextKind }
  /** What is asked in a form: changed field by field. */
  | { kind: 'fields' }
  /** When it is open: changed on a page of its own. */
  | { kind: 'hours' }

export type TextKind = 'name' | 'color' | 'link'

/** One setting: what it may be, what it is until somebody says otherwise, how it is asked for. */
export type Setting<T> = { schema: z.ZodType<T>; initial: T; about: Kind }

export const choice = <const T extends readonly string[]>(
  choices: T,
  initial: T[number],
): Setting<T[number]> => ({ schema: z.enum(choices), initial, about: { kind: 'choice', choices } })

/** `min`, `max` and `initial` in ms. */
export const duration = (min: number, max: number, initial: number): Setting<number> => ({
  schema: whole(min, max),
  initial,
  about: { kind: 'duration', min, max },
})

export const number = (min: number, max: number, initial: number): Setting<number> => ({
  schema: whole(min, max),
  initial,
  about: { kind: 'number', min, max },
})

export const flag = (initial: boolean): Setting<boolean> => ({
  schema: z.boolean(),
  initial,
  about: { kind: 'flag' },
})

/** A name as people read it; none until somebody says which. */
export const name = (): Setting<string> => text('name')

/** A colour; none until somebody says which. */
export const color = (): Setting<string> => text('color')

/** An address of the web; none until somebody says which. */
export const link = (): Setting<string> => text('link')

const text = (of: TextKind): Setting<string> => ({
  schema: z.string().refine((typed) => textOfKind(of, typed) === typed),
  initial: '',
  about: { kind: 'text', of },
})

/** Bytes of an address that is kept. */
const LINK_BYTES = 2_000

/** What was typed as it is kept, which may be nothing; undefined for what is no such thing. */
export const textOfKind = (of: TextKind, typed: string): string | undefined => {
  if (of === 'name') return nameIn(typed)
  const bare = typed.trim()
  if (bare === '') return ''
  if (of === 'color') return colorIn(bare)
  const url = URL.parse(bare)
  const isLink = url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(bare)
  return isLink && url.username === '' && url.password === '' && url.href.length <= LINK_BYTES
    ? url.href
    : undefined
}

const nameIn = (typed: string): string | undefined => {
  const name = shownName(typed)
  return name.isWellFormed() && [...name].length <= limits.name ? name : undefined
}

/** A list that somebody types, one thing a line; `linesIn` reads it. */
export const lines = (most: number, length: number, initial = ''): Setting<string> => ({
  schema: z.string().max(most * (length + 1) * 2),
  initial,
  about: { kind: 'lines', most, length },
})

/** Whether it can be an address of mail; whether it is one only its server knows. */
export const isAddress = (text: string): boolean =>
  /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]]+\.[^\s@.<>",;:\\()[\]]{2,}$/.test(text)

/** A list of mail addresses, one a line. */
export const addresses = (most: number): Setting<string> => {
  const about = { kind: 'lines', most, length: limits.email, of: 'email' } as const
  const { schema, initial } = lines(most, limits.email)
  const all = schema.superRefine((typed, check) => {
    if (linesIn(typed).every(isAddress)) return
    const reason = 'emailNotValid'
    check.addIssue({ code: 'custom', message: reason, params: { reason, values: {} } })
  })
  return { schema: all, initial, about }
}

/** A list of words, one a line; whoever types commas between them means the same. */
export const words = (
  most: number,
  length: number,
  initial = '',
  of: 'word' | 'language' = 'word',
): Setting<string> => {
  const schema = z.string().refine((list) => {
    const all = list === '' ? [] : list.split('\n')
    return all.length <= most && all.every((word) => word !== '' && [...word].length <= length)
  })
  return { schema, initial, about: { kind: 'lines', most, length, of } }
}

/** What was typed as such a list, one thing a line. */
export const listedIn = (typed: string): string =>
  linesIn(typed.replace(/[,;，、；]/gu, '\n')).join('\n')

/** Patterns (RE2), one a line; whether each is one is asked of whoever matches them. */
export const patterns = (most: number, length: number): Setting<string> => {
  const { schema, initial } = lines(most, length)
  return { schema, initial, about: { kind: 'lines', most, length, of: 'pattern' } }
}

/** Whether it names a language: `en`, `zh-Hant`. */
export const isLanguage = (text: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(text)

/** One of the departments, or none. */
export const department = (): Setting<string> => ({
  schema: z.string().max(64),
  initial: '',
  about: { kind: 'department' },
})

/** What stands in such a list, each thing once. */
export const linesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').trim())
      .filter((line) => line !== ''),
  ),
]

/** What somebody is asked; nothing until somebody says otherwise. */
export const fieldList = (): Setting<readonly FormField[]> => ({
  schema: formFields,
  initial: [],
  about: { kind: 'fields' },
})

/** When it is open: always, until somebody says otherwise. */
export const openHours = (): Setting<Hours> => ({
  schema: hoursSchema,
  initial: alwaysOpen,
  about: { kind: 'hours' },
})

const whole = (min: number, max: number) => z.number().int().min(min).max(max)

type ValuesOf<S> = { [K in keyof S]: S[K] extends Setting<infer T> ? T : never }

/** All settings of one kind of actor, out of the one list that describes them. */
export const settingsOf = <S extends Record<string, Setting<unknown>>>(settings: S) => {
  type Values = ValuesOf<S>
  const each = <Value>(of: (one: Setting<unknown>) => Value) =>
    Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, of(one)]))
  const initial = each((one) => one.initial) as Values
  return {
    initial,
    /** Untrusted changes: any of the settings, and nothing else. */
    changes: each(({ schema }) => schema.optional()) as {
      [K in keyof S]: z.ZodOptional<z.ZodType<Values[K]>>
    },
    /** In the order of the list. */
    fields: Object.entries(settings).map(([key, { about }]) => ({
      key: key as keyof S & string,
      ...about,
    })),
    /** Stored settings: one that is newer than they are is as it is in the beginning. */
    complete: (stored: unknown): Values => withDefaults(initial, stored),
    /** The settings after a change. What is left out, or undefined, stays as it is. */
    change: (before: Values, changes: Partial<Values>): Values => ({
      ...before,
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    }),
  }
}

export type Field = { key: string } & Kind
