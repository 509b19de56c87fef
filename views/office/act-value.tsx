import { priorities } from '../../actors/conversation/aspects/priorities'
import { kept } from '../parts/fields/text-area'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

type Choice = { value: string; label: string }

type ActValueProps = {
  language: Language
  /** The act that it is for; empty while none is chosen. */
  does: string
  /** `value.1`. */
  name: string
  label: string
  value: string
  departments: readonly { name: string }[]
}

/** What there is to choose from; undefined where it is words. */
const choicesOf = ({
  does,
  departments,
  language,
}: Pick<ActValueProps, 'does' | 'departments' | 'language'>): readonly Choice[] | undefined => {
  const { names } = wordsIn(language).workbench.priority
  if (does === 'transfer') return departments.map(({ name }) => ({ value: name, label: name }))
  if (does === 'prioritize.priority')
    return priorities.map((value) => ({ value, label: names[value] }))
  return undefined
}

/** What an act is done with, as a list of the macros says it. */
export const actValueSays = (does: string, value: string, language: Language): string =>
  choicesOf({ does, departments: [], language })?.find((one) => one.value === value)?.label ?? value

/** What an act is done with: a choice where there are only so many, and nothing where it is enough. */
export const ActValue = (props: ActValueProps) => {
  const { does, name, label, value } = props
  if (does === 'end') return <input type="hidden" name={name} value="" data-act-value={label} />
  const choices = choicesOf(props)
  if (choices) return <ChosenValue {...props} choices={choices} />
  // What has a field of its own is one line.
  if (does.includes('.'))
    return (
      <input
        type="text"
        name={name}
        value={value}
        dir="auto"
        autocomplete="off"
        aria-label={label}
        data-act-value={label}
      />
    )
  return (
    <textarea name={name} rows={1} dir="auto" aria-label={label} data-act-value={label}>
      {kept(value.replace(/\r\n/g, '\n'))}
    </textarea>
  )
}

/** What was saved and is no longer to be had stays chosen, until another one is. */
const ChosenValue = ({
  name,
  label,
  value,
  language,
  choices,
}: ActValueProps & { choices: readonly Choice[] }) => {
  const isKnown = value === '' || choices.some((one) => one.value === value)
  const all = isKnown ? choices : [...choices, { value, label: value }]
  return (
    <span class="select" data-act-value={label}>
      <select name={name} aria-label={label}>
        <option value="">{wordsIn(language).workbench.choose}</option>
        {all.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  )
}

/** What there is to choose from for each act, for the script that changes the field with the act. */
export const actChoices = (
  acts: readonly string[],
  about: Pick<ActValueProps, 'language' | 'departments'>,
): string => {
  const none = ['', wordsIn(about.language).workbench.choose]
  return JSON.stringify(
    Object.fromEntries(
      acts.flatMap((does) => {
        const choices = choicesOf({ does, ...about })
        return choices ? [[does, [none, ...choices.map(({ value, label }) => [value, label])]]] : []
      }),
    ),
  )
}
