import { z } from 'zod'
import { durationText, readDuration } from './durations'
import { formFields } from './form/field'
import { holding } from './holds'
import { hoursSchema } from './hours/hours'
import { limits } from './limits'
import { isPattern } from './masking/mask'
import type { Reason } from './problem'
import {
  type Field,
  isAddress,
  isLanguage,
  type Kind,
  linesIn,
  listedIn,
  type TextKind,
  textOfKind,
} from './settings'
import { shownName } from './text/names'

/** What a form sends of settings: `10m`, `5`, `yes` or the word of a choice. */
export type Typed = Readonly<Record<string, string>>

/** Settings as somebody would type them, by their keys. */
export const typedText = (fields: readonly Field[], settings: object): Typed =>
  Object.fromEntries(
    fields.map((field) => [field.key, textOf(field, Reflect.get(settings, field.key))]),
  )

const textOf = ({ kind }: Kind, value: unknown): string => {
  if (kind === 'duration') return durationText(Number(value))
  if (kind === 'flag') return value ? 'yes' : 'no'
  if (kind === 'fields' || kind === 'hours') return JSON.stringify(value)
  return String(value)
}

/**
 * Untrusted changes as they were typed, read into values: any of the settings. A program may send
 * the values themselves, durations in ms.
 */
export const typedChanges = <Key extends string>(
  fields: readonly (Field & { key: Key })[],
): Record<Key, z.ZodOptional<z.ZodType<unknown>>> =>
  Object.fromEntries(fields.map((field) => [field.key, readerOf(field).optional()])) as Record<
    Key,
    z.ZodOptional<z.ZodType<unknown>>
  >

const readerOf = (about: Kind): z.ZodType<unknown> => {
  if (about.kind === 'choice') return z.enum(about.choices)
  if (about.kind === 'flag')
    return z
      .union([z.boolean(), z.enum(['yes', 'no'])])
      .transform((typed) => typed !== 'no' && typed !== false)
  if (about.kind === 'lines') return linesReader(about)
  if (about.kind === 'text') return textReader(about.of)
  if (about.kind === 'department') return holding('value', z.string().trim().max(limits.name))
  if (about.kind === 'fields') return fieldsReader
  if (about.kind === 'hours') return hoursReader
  const { min, max } = about
  const [read, reason, text] =
    about.kind === 'duration'
      ? ([readDuration, 'durationNotValid', durationText] as const)
      : ([readNumber, 'numberNotValid', String] as const)
  const sent = holding('value', z.union([z.number(), z.string()]))
  return sent.transform((typed, check) => {
    const value = typeof typed === 'number' ? typed : read(typed)
    if (value !== undefined && Number.isInteger(value) && value >= min && value <= max) return value
    check.addIssue(issue(reason, { min: text(min), max: text(max) }))
    return z.NEVER
  })
}

type Lines = Omit<Extract<Kind, { kind: 'lines' }>, 'kind'>

/** What each thing of such a list must be. */
const faults: Readonly<
  Partial<Record<NonNullable<Lines['of']>, { is: (text: string) => boolean; reason: Reason }>>
> = {
  email: { is: isAddress, reason: 'emailNotValid' },
  language: { is: isLanguage, reason: 'languageNotValid' },
  pattern: { is: isPattern, reason: 'patternNotValid' },
}

const linesReader = ({ most, length, of }: Lines) =>
  holding('value', z.string()).transform((typed, check) => {
    const all = linesIn(of === 'word' || of === 'language' ? listedIn(typed) : typed)
    const fault = of && faults[of]
    if (fault && !all.every(fault.is)) {
      check.addIssue(issue(fault.reason, {}))
      return z.NEVER
    }
    const fits = all.length <= most && all.every((line) => [...line].length <= length)
    if (fits && typed.isWellFormed()) return all.join('\n')
    check.addIssue(issue('linesNotValid', { most: String(most), length: String(length) }))
    return z.NEVER
  })

const textReader = (of: TextKind) =>
  holding(of === 'name' ? 'words' : 'value', z.string()).transform((typed, check) => {
    const text = textOfKind(of, typed)
    if (text !== undefined) return text
    check.addIssue(textFault(of, typed))
    return z.NEVER
  })

const textFault = (of: TextKind, typed: string) => {
  if (of === 'color') return issue('colorNotValid', {})
  if (of === 'link') return issue('linkNotValid', {})
  if (!typed.isWellFormed()) return issue('textNotValid', {})
  return issue('nameTooLong', { count: [...shownName(typed)].length, limit: limits.name })
}

/** As JSON, or as the list itself. */
const fieldsReader = holding('value', z.union([z.string(), z.array(z.unknown())])).transform(
  (sent, check) => {
    const read = formFields.safeParse(typeof sent === 'string' ? jsonIn(sent) : sent)
    if (read.success) return read.data
    check.addIssue(issue('fieldsNotValid', {}))
    return z.NEVER
  },
)

/** The same of hours. */
const hoursReader = holding(
  'value',
  z.union([z.string(), z.record(z.string(), z.unknown())]),
).transform((sent, check) => {
  const read = hoursSchema.safeParse(typeof sent === 'string' ? jsonIn(sent) : sent)
  if (read.success) return read.data
  check.addIssue(issue('hoursNotValid', { at: read.error.issues[0]?.path.join('.') ?? '' }))
  return z.NEVER
})

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readNumber = (typed: string): number | undefined =>
  /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined

const issue = (reason: Reason, values: Record<string, string | number>) => ({
  code: 'custom' as const,
  message: reason,
  params: { reason, values },
})
