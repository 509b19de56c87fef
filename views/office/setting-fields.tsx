import type { Field } from '../../actors/settings'
import type { Typed } from '../../actors/typed-settings'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { sentenceFor, wordsIn } from '../words'
import type { Language } from '../words/language'
import type { Refused } from './context'
import { type Option, optionsOf, type SettingWords } from './setting-options'

/** Settings that a form changes, as somebody would type them, and which state of them it is. */
export type Editable = {
  fields: readonly Field[]
  values: Typed
  /** The shortest and the longest of each duration, `1s` and `7d`. */
  ranges: Readonly<Record<string, readonly [string, string]>>
  version: string
}

type Fields = Editable & {
  language: Language
  words: Readonly<Record<string, SettingWords>>
  refused?: Refused
  /** What there is to choose from where that is not the same for all desks, by the key of its setting. */
  options?: Readonly<Record<string, readonly Option[]>>
}

/**
 * A field for each setting. After a refusal with what was typed, the first fault in focus; what
 * somebody else saved meanwhile stands under the field that says otherwise.
 */
export const SettingFields = (all: Fields) => (
  <>
    <VersionField version={all.version} />
    <SettingGroup {...all} />
  </>
)

/** Which state of them a form changes. */
export const VersionField = ({ version }: Pick<Editable, 'version'>) => (
  <input type="hidden" name="version" value={version} />
)

/** Some of them in the order of their keys, where those of one form stand apart; all where none are named. */
export const SettingGroup = ({
  version: _,
  keys,
  ...all
}: Fields & { keys?: readonly string[] }) => {
  const fields = all.fields.filter(isOneField)
  const shown = keys?.flatMap((key) => fields.filter((field) => field.key === key)) ?? fields
  return (
    <>
      {shown.map((field) => (
        <SettingField {...all} field={field} isFirstFault={field.key === faultOf(all)} />
      ))}
    </>
  )
}

/** What has a form of its own is not changed here. */
const isOneField = ({ kind }: Field): boolean => kind !== 'fields' && kind !== 'hours'

const isStale = ({ refused }: Pick<Fields, 'refused'>) =>
  refused?.problem.reason === 'changedMeanwhile'

const differs = ({ refused, values }: Pick<Fields, 'refused' | 'values'>, key: string) =>
  refused !== undefined && key in refused.typed && refused.typed[key] !== values[key]

const faultOf = (all: Omit<Fields, 'version'>): string | undefined =>
  isStale(all) ? all.fields.find(({ key }) => differs(all, key))?.key : all.refused?.problem.field

type One = Omit<Fields, 'version'> & { field: Field; isFirstFault: boolean }

const SettingField = ({ field, isFirstFault, ...all }: One) => {
  const { language, words, values, refused } = all
  const { key } = field
  const common = {
    name: key,
    label: words[key]?.label ?? key,
    hint: words[key]?.hint,
    aside: rangeOf(field, all),
    value: refused?.typed[key] ?? values[key],
    problem: problemOf(field, all),
    autofocus: isFirstFault,
  }
  const options = all.options?.[key] ?? optionsOf(field, words[key], language)
  if (field.kind === 'lines') return <TextArea {...common} rows={3} />
  return options ? (
    <SelectField {...common} options={options} />
  ) : (
    <TextField {...common} required={field.kind !== 'text'} autocomplete="off" />
  )
}

const problemOf = (field: Field, all: Omit<Fields, 'version'>): string | undefined => {
  const { refused, language, words, values } = all
  if (!refused) return undefined
  const { key } = field
  if (!isStale(all))
    return refused.problem.field === key ? sentenceFor(refused.problem, language) : undefined
  const value = values[key] ?? ''
  const options = all.options?.[key] ?? optionsOf(field, words[key], language)
  const shown = options?.find((one) => one.value === value)?.label
  return differs(all, key) ? wordsIn(language).office.savedMeanwhile(shown ?? value) : undefined
}

const rangeOf = (field: Field, { ranges, language }: Pick<Fields, 'ranges' | 'language'>) => {
  const { range } = wordsIn(language).office
  if (field.kind === 'number') return range(String(field.min), String(field.max))
  const [min, max] = ranges[field.key] ?? []
  return min && max ? range(min, max) : undefined
}
