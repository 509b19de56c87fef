import type { Field } from '../../actors/settings'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** What a setting is called, and each of its choices. */
export type SettingWords = {
  label: string
  hint?: string
  choices?: Readonly<Record<string, string>>
}

/** One of what there is to choose from. */
export type Option = { value: string; label: string }

/** What there is to choose from; undefined for what is typed. */
export const optionsOf = (field: Field, words: SettingWords | undefined, language: Language) => {
  const { yes, no } = wordsIn(language).office
  if (field.kind === 'flag')
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
  if (field.kind !== 'choice') return undefined
  return field.choices.map((value) => ({ value, label: words?.choices?.[value] ?? value }))
}
