import { type Command, Option } from 'commander'
import { usualWrapUp } from '../../actors/department/usual-wrap-up'
import { durationText, readDuration } from '../../actors/durations'
import { type FormField, formFields } from '../../actors/form/field'
import { alwaysOpen, type Hours, hoursSchema } from '../../actors/hours/hours'
import { type Field, isLanguage, linesIn, listedIn } from '../../actors/settings'
import { CliError } from './cli-error'
import { textOf } from './text-of'

/** Settings as they were typed, by their keys. */
export type Changes = Record<string, string | number | boolean | readonly FormField[] | Hours>

/** Gives a command a flag for each setting, `--wrap-up` for `wrapUp`; `words` say what each is. */
export const withSettings = <Key extends string>(
  command: Command,
  fields: readonly (Field & { key: Key })[],
  words: Readonly<Record<Key, string>>,
): Command => {
  for (const field of fields) command.addOption(optionOf(field, words[field.key]))
  return command
}

/** What was typed of the settings. */
export const settingsIn = (fields: readonly Field[], flags: object): Changes =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value: unknown = Reflect.get(flags, key)
      return value === undefined ? [] : [[key, value]]
    }),
  ) as Changes

/** `--wrap-up` */
export const flagOf = (key: string): string =>
  `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const optionOf = (field: Field, words: string): Option => {
  const flag = flagOf(field.key)
  if (field.kind === 'choice') return new Option(`${flag} <word>`, words).choices(field.choices)
  if (field.kind === 'flag')
    return new Option(`${flag} <yes|no>`, words).argParser((typed) => answerOf(flag, typed))
  if (field.kind === 'number')
    return new Option(`${flag} <number>`, words).argParser((typed) => numberOf(flag, field, typed))
  if (field.kind === 'department') return new Option(`${flag} <name>`, words)
  if (field.kind === 'lines' && (field.of === 'word' || field.of === 'language'))
    return new Option(`${flag} <words>`, words).argParser((typed) => listOf(flag, field, typed))
  if (field.kind === 'lines') return new Option(`${flag} <lines>`, words)
  if (field.kind === 'text') return new Option(`${flag} <${field.of}>`, words)
  if (field.kind === 'fields')
    return new Option(`${flag} <none|usual|file>`, words).argParser((typed) =>
      fieldsOf(flag, typed),
    )
  if (field.kind === 'hours')
    return new Option(`${flag} <always|desk|file>`, words).argParser((typed) =>
      hoursOf(flag, typed),
    )
  return new Option(`${flag} <time>`, words).argParser((typed) => timeOf(flag, field, typed))
}

type Limits = { min: number; max: number }

const answerOf = (flag: string, typed: string): boolean => {
  if (typed === 'yes' || typed === 'no') return typed === 'yes'
  throw new CliError(`${flag} must be yes or no (got ${typed})`, 2)
}

const numberOf = (flag: string, { min, max }: Limits, typed: string): number => {
  // Digits alone: `Number` reads 0x10 and 1e1 too, which nobody means here.
  const value = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new CliError(`${flag} must be a number from ${min} to ${max} (got ${typed})`, 2)
}

/** Words with commas between them; nothing for none. */
const listOf = (
  flag: string,
  { of, most, length }: Extract<Field, { kind: 'lines' }>,
  typed: string,
): string => {
  const list = listedIn(typed)
  const all = linesIn(list)
  if (of === 'language' && !all.every(isLanguage))
    throw new CliError(`${flag} must be languages like en,zh or pt-BR (got ${typed})`, 2)
  if (all.length <= most && all.every((word) => [...word].length <= length)) return list
  throw new CliError(`${flag} must be at most ${most} words of ${length} characters`, 2)
}

/** Of a file in JSON, as `--json` prints them. */
const fieldsOf = (flag: string, typed: string): readonly FormField[] => {
  if (typed === 'none') return []
  if (typed === 'usual') return usualWrapUp
  const read = formFields.safeParse(jsonIn(flag, typed))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.map(String).join('.')
  throw new CliError(
    `${flag}: ${typed} has no list of questions${where ? ` (look at ${where})` : ''}: each has a key, a type and a label, and another key than the others`,
    2,
  )
}

/** Of a file in JSON, or the JSON itself. */
export const hoursOf = (flag: string, typed: string): Hours => {
  if (typed === 'always') return alwaysOpen
  if (typed === 'desk') return { ...alwaysOpen, use: 'desk' }
  const read = hoursSchema.safeParse(jsonIn(flag, typed))
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.map(String).join('.')
  throw new CliError(
    `${flag}: ${typed} has no hours${where ? ` (look at ${where})` : ''}: a zone, a week with mon to sun as "09:00-12:30 13:30-18:00", and exceptions with a day and what is open then`,
    2,
  )
}

const jsonIn = (flag: string, file: string): unknown => {
  try {
    return JSON.parse(file.trimStart().startsWith('{') ? file : textOf(file))
  } catch (problem) {
    if (problem instanceof CliError) throw problem
    throw new CliError(`${flag}: ${file} is no JSON`, 2)
  }
}

const timeOf = (flag: string, { min, max }: Limits, typed: string): number => {
  const value = readDuration(typed)
  if (value !== undefined && value >= min && value <= max) return value
  const range = `from ${durationText(min)} to ${durationText(max)}`
  throw new CliError(`${flag} must be a time ${range}, like 90s, 10m, 2h or 3d (got ${typed})`, 2)
}

/** Settings in the words of their flags: `acceptance manual, patience 10m`. */
export const settingsText = (fields: readonly Field[], settings: object): string =>
  fields
    .map(({ key, kind }) => {
      const value: unknown = Reflect.get(settings, key)
      const name = flagOf(key).slice(2)
      if (kind === 'duration') return `${name} ${durationText(Number(value))}`
      if (kind === 'flag') return `${name} ${value ? 'yes' : 'no'}`
      if (kind === 'fields')
        return `${name} ${(value as FormField[]).map(({ key }) => key).join(' | ') || 'none'}`
      if (kind === 'hours') return `${name} ${hoursText(value as Hours)}`
      if (kind === 'department') return `${name} ${value || 'none'}`
      if (kind === 'lines') return `${name} ${linesIn(String(value)).join(' | ')}`
      return `${name} ${value === '' ? 'none' : value}`
    })
    .join(', ')

/** Hours in a few words: `always`, or their zone and what is open in a week. */
const hoursText = ({ use, zone, week, exceptions }: Hours): string => {
  if (use === 'always') return use
  const open = Object.entries(week).flatMap(([day, text]) =>
    text === '' ? [] : [`${day} ${text}`],
  )
  const more = exceptions.length > 0 ? [`${exceptions.length} exceptions`] : []
  return [use === 'desk' ? 'desk:' : '', zone, [...open, ...more].join('; ') || 'never open']
    .filter((word) => word !== '')
    .join(' ')
}
