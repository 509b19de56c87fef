import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import type { StartChoice } from './start-choice'
import { choiceId, choiceText } from './start-parts'

/** What was written before it did not go. */
export type Draft = { name?: string; email?: string; department?: string; text?: string }

/** What the fields are drawn from: the words, what was written, and what is wrong with which. */
export type StartFields = {
  language: Language
  draft: Draft | undefined
  problemOf: (field: string) => string | undefined
  /** Answers are mailed to who has gone. */
  mails?: boolean
}

export const PersonFields = ({ language, draft, problemOf, mails }: StartFields) => {
  const words = wordsIn(language).chat
  return (
    <div class="pair">
      <TextField
        name="name"
        label={words.name}
        aside={words.optional}
        placeholder={words.namePlaceholder}
        autocomplete="given-name"
        value={draft?.name}
        problem={problemOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        aside={words.optional}
        placeholder={words.emailPlaceholder}
        hint={mails ? words.emailHintMailed : words.emailHint}
        autocomplete="email"
        value={draft?.email}
        problem={problemOf('email')}
      />
    </div>
  )
}

export const DepartmentField = ({
  language,
  departments,
  draft,
  problemOf,
}: StartFields & { departments: readonly StartChoice[] }) => {
  const words = wordsIn(language).chat
  return (
    <SelectField
      name="department"
      label={words.department}
      options={departments.map((choice) => ({
        id: choiceId(choice.id),
        value: choice.id,
        label: choiceText(language, choice),
      }))}
      value={draft?.department}
      problem={problemOf('department')}
    />
  )
}
