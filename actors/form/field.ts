import { z } from 'zod'

/** What the office says in several languages; one that is empty is said in the other. */
export type ByLanguage = { readonly en: string; readonly zh: string }

export const fieldTypes = [
  ...(['text', 'textarea', 'email', 'phone', 'number', 'select', 'yesno', 'checkbox'] as const),
]
export type FieldType = (typeof fieldTypes)[number]

export type FieldOption = { readonly value: string; readonly label: ByLanguage }

/** One thing that somebody is asked: a visitor before a chat, an agent before it ends. */
export type FormField = {
  /** Its name: `field.<key>` in the form. */
  readonly key: string
  readonly type: FieldType
  readonly required: boolean
  /** What an answer must look like, with signs that stand for others; empty for no matter. */
  readonly pattern: string
  readonly label: ByLanguage
  readonly help: ByLanguage
  /** What can be chosen; empty for what is written. */
  readonly options: readonly FieldOption[]
}

/** Lengths in code points, and how many of what. */
export const fieldLimits = {
  fields: 12,
  options: 20,
  key: 32,
  pattern: 60,
  label: 80,
  help: 200,
  answer: 200,
  longAnswer: 1000,
} as const

/** A small letter, then letters, digits, `-` and `_`: it is the name of an input, and of a column. */
export const KEY = /^[a-z][a-z0-9_-]{0,31}$/

/** Of what is said in several languages, that of a reader. */
export const said = (text: ByLanguage, language: string): string =>
  (language === 'zh' ? text.zh || text.en : text.en || text.zh) || ''

export const isSaid = (text: ByLanguage): boolean => text.en !== '' || text.zh !== ''

/** What a field is called by a reader. */
export const labelOf = ({ label, key }: FormField, language: string): string =>
  said(label, language) || key

const upTo = (limit: number) => z.string().refine((text) => [...text].length <= limit)
const both = (limit: number) =>
  z.strictObject({ en: upTo(limit).default(''), zh: upTo(limit).default('') })
const nothing = { en: '', zh: '' }

/** A field as a program brings it: what goes without saying may be left out. */
const field = z
  .strictObject({
    key: z.string().regex(KEY),
    type: z.enum(fieldTypes),
    required: z.boolean().default(false),
    pattern: upTo(fieldLimits.pattern).default(''),
    label: both(fieldLimits.label),
    help: both(fieldLimits.help).default(nothing),
    options: z
      .array(
        z.strictObject({ value: upTo(fieldLimits.label).min(1), label: both(fieldLimits.label) }),
      )
      .max(fieldLimits.options)
      .default([]),
  })
  .refine(({ label }) => isSaid(label))
  .refine(({ type, options }) => (type === 'select' ? options.length >= 2 : options.length === 0))

const areDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length

/** The fields of a form, in order. */
export const formFields: z.ZodType<readonly FormField[]> = z
  .array(field.refine(({ options }) => areDifferent(options.map(({ value }) => value))))
  .max(fieldLimits.fields)
  .refine((fields) => areDifferent(fields.map(({ key }) => key)))

/** A field in the language of who reads it. */
export type ShownField = Omit<FormField, 'label' | 'help' | 'options' | 'pattern'> & {
  label: string
  help: string
  options: readonly { value: string; label: string }[]
}

export const shownFields = (fields: readonly FormField[], language: string): ShownField[] =>
  fields.map(({ pattern: _, label, help, options, ...field }) => ({
    ...field,
    label: said(label, language) || field.key,
    help: said(help, language),
    options: options.map((one) => ({
      value: one.value,
      label: said(one.label, language) || one.value,
    })),
  }))
