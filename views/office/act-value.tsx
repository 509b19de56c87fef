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
  /** `value.1`; empty on the shapes that a script copies. */
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
  if (does === 'end') return <input type="hidden" name={name} value="" data-act-value="" />
  const choices = choicesOf(props)
  if (choices) return <ChosenValue {...props} choices={choices} />
  if (does.startsWith('tag.'))
    return (
      <input
        type="text"
        name={name}
        value={value}
        dir="auto"
        autocomplete="off"
        aria-label={label}
        data-act-value=""
      />
    )
  return (
    <textarea name={name} rows={1} dir="auto" aria-label={label} data-act-value="">
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
    <span class="select" data-act-value="">
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

/** One of each, for the script that changes the field with the act. */
export const ActValueShapes = ({
  acts,
  language,
  departments,
}: Pick<ActValueProps, 'language' | 'departments'> & { acts: readonly string[] }) => (
  <>
    {['', ...acts].map((does) => (
      <template data-act={does}>
        <ActValue {...{ does, language, departments }} name="" label="" value="" />
      </template>
    ))}
  </>
)
