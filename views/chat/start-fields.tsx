import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import type { StartChoice } from './start-choice'
import { choiceId, choiceText, startParts } from './start-parts'

/** What was written before it did not go. */
export type Draft = {
  name?: string
  email?: string
  department?: string
  text?: string
  /** Answers to what the office asks, by the names of their fields. */
  answers?: Readonly<Record<string, string>>
}

/** What the fields are drawn from: the words, what was written, and what is wrong with which. */
export type StartFields = {
  language: Edition
  draft: Draft | undefined
  /** Names of what the office asks in words of its own: it is not asked twice. */
  asked: ReadonlySet<string>
  departments: readonly StartChoice[]
  problemOf: (field: string) => string | undefined
  /** Answers are mailed to who has gone. */
  mails?: boolean
}

export const PersonFields = ({ language, draft, problemOf, ...about }: StartFields) => {
  const words = wordsIn(language).chat
  const { asked, departments } = about
  if (asked.has('name') && asked.has('email')) return null
  return (
    <div class="pair">
      {!asked.has('name') && (
        <TextField
          name="name"
          label={words.name}
          aside={words.optional}
          placeholder={words.namePlaceholder}
          autocomplete="given-name"
          value={draft?.name}
          problem={problemOf('name')}
        />
      )}
      {!asked.has('email') && (
        <TextField
          name="email"
          type="email"
          label={words.email}
          aside={startParts.emailAside.draw({ language, departments, invitation: null })}
          placeholder={words.emailPlaceholder}
          hint={about.mails ? words.emailHintMailed : words.emailHint}
          autocomplete="email"
          value={draft?.email}
          problem={problemOf('email')}
        />
      )}
    </div>
  )
}

export const DepartmentField = ({ language, departments, draft, problemOf }: StartFields) => {
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
      asks={paths.chat.page}
      problem={problemOf('department')}
    />
  )
}
